"""The scans of one visit: the papers wanted, the pages with their verdicts, the PDFs, and where they went.

Handed over only to the person, on their own stick or as paper; nothing stays. The jobs are called on the scanner's
worker, their results come back through `scanned`, `redone`, `packed_up` and `handed_over`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import assert_never

from devices.scanner.interface import ScanSettings
from devices.stick.interface import Port
from kiosk.identification import AccessKey, KeyTextError, key_from_qr, parse_card_qr
from kiosk.procedures.procedure import DocumentCase, Procedure
from kiosk.scanning.codes import qr_texts
from kiosk.scanning.hand_over import HandedOver, NotHandedOver, hand_over
from kiosk.scanning.job import ScanJob
from kiosk.scanning.page import JudgedPage
from kiosk.scanning.pdf import Packed, TooLarge, pack
from kiosk.scanning.station_scanner import HeldByOther, NotScanned, Scanned, ScanOutcome, StationScanner
from kiosk.session.paper_step import Paper, RenderedPaper

LOOSE = "giay-to"
"""The file name of pages that belong to no paper of the list."""

Files = Mapping[str, Packed | TooLarge]
ScanPages = Callable[[Callable[[JudgedPage], None]], ScanOutcome]
PackJob = Callable[[], Files]
HandOverJob = Callable[[], HandedOver | NotHandedOver]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanServices:
    """What a station has for scanning; `limit` is the portal's, in bytes a file."""

    scanner: StationScanner
    port: Port
    limit: int


@dataclass(slots=True)
class ScanStep:
    """Mutable state of the scans in one visit."""

    services: ScanServices
    job: ScanJob = field(default_factory=ScanJob, repr=False)
    optional: frozenset[str] = frozenset()
    trouble: str | None = None
    """A key of `config/failures.toml`: what stopped the last scan."""
    held: HeldByOther | None = None
    """The other station scans; its words stand in `held.lease.said`."""
    files: Files = field(default_factory=dict, repr=False)
    outcome: HandedOver | NotHandedOver | None = None

    def want(self, procedure: Procedure, case: str | None) -> None:
        """Scan the papers of this procedure, of one of its cases or of the first."""
        chosen = _case(procedure.cases, case)
        papers = chosen.documents if chosen else ()
        self.optional = frozenset(paper.id for paper in papers if paper.optional)
        self.job = ScanJob(wanted=tuple(paper.id for paper in papers), pages=self.job.pages)

    # ------------------------------------------------------------ scanning
    def scan_job(self, settings: ScanSettings, document: str = "") -> ScanPages:
        """Scan more pages of one paper of the list."""
        scanner = self.services.scanner
        return lambda on_page: scanner.scan(settings, document, on_page)

    def scanned(self, outcome: ScanOutcome) -> None:
        """Take in how the scan ended; pages that came before a trouble are kept."""
        self._note(outcome)
        if not isinstance(outcome, HeldByOther):
            self._change(self.job.with_pages(outcome.pages))

    def redone(self, at: int, outcome: ScanOutcome) -> None:
        """Take in another scan of the page at `at`; without a new page the old one stays."""
        self._note(outcome)
        if not isinstance(outcome, HeldByOther) and outcome.pages:
            self._change(self.job.redone(at, outcome.pages[0]))

    def _note(self, outcome: ScanOutcome) -> None:
        match outcome:
            case Scanned():
                self.trouble, self.held = None, None
            case NotScanned(code=code):
                self.trouble, self.held = code, None
            case HeldByOther(code=code):
                self.trouble, self.held = code, outcome
            case other:
                assert_never(other)

    # ------------------------------------------------------------ the pages
    def change(self, job: ScanJob) -> None:
        """The person moved, turned, kept or removed a page: `step.change(step.job.moved(2, 0))`."""
        self._change(job)

    def _change(self, job: ScanJob) -> None:
        self.job, self.files, self.outcome = job, {}, None

    @property
    def may_hand_over(self) -> bool:
        """There are pages, and each is clear or kept by the person."""
        return bool(self.job.pages) and not self.job.to_redo

    @property
    def card_key(self) -> AccessKey | None:
        """The key to a chip card, when the code of one is on the last page."""
        return _key(qr_texts(self.job.pages[-1])) if self.job.pages else None

    # ------------------------------------------------------------ the files
    def pack_job(self) -> PackJob:
        """One PDF a paper, each under the portal's limit."""
        job, limit = self.job, self.services.limit
        return lambda: {name or LOOSE: pack(job.of(name), limit) for name in job.documents}

    def packed_up(self, files: Files) -> None:
        """The PDFs are ready to be shown, printed or handed over."""
        self.files = files

    @property
    def sheets(self) -> tuple[RenderedPaper, ...]:
        """The PDFs as papers to print."""
        packed = {name: file for name, file in self.files.items() if isinstance(file, Packed)}
        return tuple(RenderedPaper(paper=Paper.SCAN, subject=name, pdf=file.pdf) for name, file in packed.items())

    def hand_over_job(self) -> HandOverJob:
        """Write the PDFs to the person's stick."""
        port = self.services.port
        files = {sheet.subject: sheet.pdf for sheet in self.sheets}
        return lambda: hand_over(port, files)

    def handed_over(self, outcome: HandedOver | NotHandedOver) -> None:
        """Take in how writing to the stick has ended."""
        self.outcome = outcome

    def begin_job(self) -> Callable[[], None]:
        """At the start of a visit: a stick that is plugged in by now is not this person's."""
        return self.services.port.begin_visit

    def release_job(self) -> Callable[[], None]:
        """Give the scanner free for the other station; at the end of a visit, always."""
        return self.services.scanner.release


def _case(cases: Sequence[DocumentCase], wanted: str | None) -> DocumentCase | None:
    return next((case for case in cases if case.id == wanted), next(iter(cases), None))


def _key(texts: Sequence[str]) -> AccessKey | None:
    for text in texts:
        try:
            return key_from_qr(parse_card_qr(text))
        except KeyTextError:
            continue
    return None
