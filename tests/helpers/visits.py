"""Services for session tests: the shipped content, a virtual printer, a card reading that answers as told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from devices.printer.simulator import SimulatedPrinter
from devices.scanner.simulator import SimulatedScanner
from devices.stick.simulator import SimulatedPort
from kiosk import paths
from kiosk.content.notice import IdleNotice
from kiosk.counts.events import EventKind
from kiosk.documents.papers import StationPapers
from kiosk.errors import failure_book
from kiosk.forms.places import LaterPlaces, read_places
from kiosk.i18n import BOTH
from kiosk.identification import AccessKey, Identified, NotIdentified, PartialRead, Phase
from kiosk.person import Origin, PersonField, PersonRecord, Sourced
from kiosk.printing import PrintQueue
from kiosk.scanning.lease import Alone
from kiosk.scanning.station_scanner import StationScanner
from kiosk.session import Services, Session
from kiosk.session.scan_step import ScanServices
from kiosk.settings import read_settings
from tests.helpers import shipped
from tests.helpers.days import CLOCK
from tests.helpers.filing import MadeUpFiling

CANARY = {
    PersonField.PERSONAL_NUMBER: "040090987654",
    PersonField.FULL_NAME: "Kiều Thị Hoàng Yến Chim",
    PersonField.DATE_OF_BIRTH: "17/03/1990",
    PersonField.SEX: "Nữ",
    PersonField.PLACE_OF_RESIDENCE: "Xóm Chim Hoàng Yến, Xã Thần Lĩnh, Tỉnh Nghệ An",
}
"""A made-up person whose values stand nowhere else, so that any trace of them is hers."""


@dataclass(slots=True)
class RecordedCounts:
    """`EventCounts` that keeps every event, for asserting what was counted."""

    events: list[tuple[EventKind, str]] = field(default_factory=list)

    def count(self, kind: EventKind, subject: str = "") -> None:
        """Remember one event."""
        self.events.append((kind, subject))

    @property
    def kinds(self) -> Counter[EventKind]:
        """How often each kind was counted."""
        return Counter(kind for kind, _ in self.events)


@dataclass(slots=True)
class CardOutcomes:
    """A reading of the card whose outcomes are given beforehand."""

    outcomes: list[Identified | NotIdentified] = field(default_factory=list)
    asked: list[frozenset[PersonField]] = field(default_factory=list)

    def __call__(
        self,
        key: AccessKey,
        wanted: frozenset[PersonField],
        on_phase: Callable[[Phase], None],
        *,
        attempts_left: int,
        partial: PartialRead,
    ) -> Identified | NotIdentified:
        """The next outcome."""
        self.asked.append(wanted)
        on_phase(Phase.OPENING)
        return self.outcomes.pop(0)


def person(**changes: str) -> PersonRecord:
    """The canary person as a card gives her."""
    values = {**CANARY, **{PersonField(name): value for name, value in changes.items()}}
    return PersonRecord(fields={name: Sourced(value=v, origin=Origin.CHIP) for name, v in values.items()})


@dataclass(slots=True)
class Visit:
    """One session and everything around it that a test may look at."""

    session: Session
    counted: RecordedCounts
    card: CardOutcomes
    printer: SimulatedPrinter
    scanner: SimulatedScanner
    port: SimulatedPort
    filing: MadeUpFiling


def visit(tmp_path: Path) -> Visit:
    """A visit over the shipped content, a printer in `tmp_path`, and a card that answers as told."""
    settings = read_settings(overrides=tmp_path / "none").kiosk
    counted, card, printer = RecordedCounts(), CardOutcomes(), SimulatedPrinter(tmp_path / "paper")
    scanner, port, filing = SimulatedScanner(), SimulatedPort(), MadeUpFiling()
    services = Services(
        settings=settings,
        catalogue=shipped.catalogue(),
        languages=BOTH,
        search=shipped.search(),
        elsewhere=shipped.elsewhere(),
        forms=shipped.forms(),
        places=LaterPlaces(lambda: read_places(paths.assets() / "content" / "places"), settings.commune.province.vi),
        guides=shipped.guides(),
        notices=tuple(shipped.PACK.folder("notices", IdleNotice).values()),
        read_card=card,
        papers=StationPapers(settings, shipped.guides().counters, CLOCK.today),
        new_queue=lambda: PrintQueue(printer, lambda: 0.0),
        scanning=ScanServices(scanner=StationScanner(scanner, Alone(), "may-1"), port=port, limit=5_000_000),
        filing=filing,
        counter=counted,
        failures=failure_book(),
        today=CLOCK.today,
        clock=lambda: 0.0,
    )
    return Visit(
        session=Session(services),
        counted=counted,
        card=card,
        printer=printer,
        scanner=scanner,
        port=port,
        filing=filing,
    )
