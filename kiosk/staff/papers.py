"""The papers the staff prints: posters for the notice board, the readiness sheet, a trial page. Nothing personal.

Makes PDF bytes on a typesetter of its own, for one thread; printing is `kiosk.printing`'s.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from kiosk.content.pack import Pack
from kiosk.counts.report import Report
from kiosk.counts.report_table import kind_of
from kiosk.doctor.examination import NAMES, ServiceState
from kiosk.documents import Poster, PosterSize, Typesetter, posted_list, steps_poster
from kiosk.documents.readiness import ReadinessLine, readiness_sheet
from kiosk.documents.report import report_paper
from kiosk.documents.trial_page import trial_page
from kiosk.documents.warm import WarmTypesetter
from kiosk.errors import Failure
from kiosk.i18n import Text
from kiosk.procedures.catalogue import read_catalogue
from kiosk.settings import KioskSettings

FAILED = "staff.paper-failed"
"""The code when a paper cannot be made."""
LIST = Text("Danh sách thủ tục, lệ phí, thời hạn", "List of procedures, fees and times")


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffPaper:
    """One paper on offer. `job_name` is neutral; `make` takes up to some seconds and raises `KioskError`."""

    title: Text
    size: PosterSize
    job_name: str
    make: Callable[[], bytes] = field(repr=False)


class StaffPapers:
    """The papers of one station."""

    def __init__(
        self, settings: Callable[[], KioskSettings], pack: Pack, now: Callable[[], datetime], assets: Path
    ) -> None:
        """`settings` are asked for when a paper is made: a wizard may just have changed them."""
        self._settings = settings
        self._pack = pack
        self._now = now
        self._warm = WarmTypesetter(lambda: Typesetter(assets))

    def posters(self) -> Sequence[StaffPaper]:
        """For the notice board: the list in both sizes, then every poster of the content."""
        listed = [
            StaffPaper(title=_sized(LIST, size), size=size, job_name="poster-list", make=self._list_in(size))
            for size in (PosterSize.A4, PosterSize.A3)
        ]
        posters = self._pack.folder("posters", Poster)
        return (*listed, *(self._poster(name, each) for name, each in posters.items()))

    def trial(self) -> StaffPaper:
        """The page whose ruler, greys and small letters a technician judges the printer by."""
        title = Text("Trang in thử", "Trial page")
        return StaffPaper(title=title, size=PosterSize.A4, job_name="trial-page", make=self._trial)

    def report(self, report: Report) -> StaffPaper:
        """The week or the month for the commune; numbers under 5 are hidden on paper."""

        def make() -> bytes:
            return report_paper(self._warm.get(), report, self._settings().commune).pdf

        title = kind_of(report)
        return StaffPaper(title=title, size=PosterSize.A4, job_name="report", make=make)

    def readiness(
        self, findings: Sequence[ServiceState], failures: Mapping[str, Failure], *, acceptance: bool = False
    ) -> StaffPaper:
        """What the doctor found, as the sheet of the opening routine and of the acceptance."""
        lines = [readiness_line(finding, failures) for finding in findings]

        def make() -> bytes:
            commune = self._settings().commune
            at = self._now()
            return readiness_sheet(self._warm.get(), lines, commune=commune, at=at, acceptance=acceptance).pdf

        title = Text("Phiếu sẵn sàng", "Readiness sheet")
        return StaffPaper(title=title, size=PosterSize.A4, job_name="readiness", make=make)

    def _list_in(self, size: PosterSize) -> Callable[[], bytes]:
        def make() -> bytes:
            commune = self._settings().commune
            catalogue = read_catalogue(self._pack, province=commune.province.vi)
            today = self._now().date()
            return posted_list(self._warm.get(), catalogue, commune=commune, printed_on=today, size=size).pdf

        return make

    def _poster(self, name: str, poster: Poster) -> StaffPaper:
        def make() -> bytes:
            commune, today = self._settings().commune, self._now().date()
            return steps_poster(self._warm.get(), poster, commune=commune, printed_on=today, size=PosterSize.A4).pdf

        title = _sized(poster.title, PosterSize.A4)
        return StaffPaper(title=title, size=PosterSize.A4, job_name=f"poster-{name}", make=make)

    def _trial(self) -> bytes:
        return trial_page(self._warm.get(), commune=self._settings().commune, at=self._now()).pdf


_SIZED = Text("{title} ({size})", "{title} ({size})")
"""A text of its own, for a language that would say it in another way."""


def _sized(title: Text, size: PosterSize) -> Text:
    return _SIZED.filled(title=title, size=size.value.upper())


def readiness_line(finding: ServiceState, failures: Mapping[str, Failure]) -> ReadinessLine:
    """One service on the readiness sheet."""
    failure = failures.get(finding.found.code or "")
    return ReadinessLine(
        key=finding.service.value,
        name=NAMES[finding.service],
        readiness=finding.found.readiness,
        remedy=failure.staff if failure else None,
        milliseconds=finding.milliseconds,
    )
