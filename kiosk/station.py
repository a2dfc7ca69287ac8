"""The station put together: settings -> devices -> services. The only module that names drivers.

Nothing is asked of a device here: a missing reader or printer is a state that the screens show, not a failed start.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

from devices.card_reader.absent import AbsentReader
from devices.card_reader.interface import CardReader
from devices.card_reader.simulator import PersonaShelf, SimulatedReader
from devices.printer.absent import AbsentPrinter
from devices.printer.interface import Printer
from devices.printer.simulator import SimulatedPrinter
from devices.scanner.interface import Scanner
from devices.stick.mounted import MountedPort
from kiosk import paths
from kiosk.content.notice import IdleNotice
from kiosk.content.pack import Pack
from kiosk.content.updates import current_pack
from kiosk.countable import countable
from kiosk.counts.store import CountStore
from kiosk.documents.papers import StationPapers
from kiosk.errors import KioskError, read_failures
from kiosk.forms.places import read_places
from kiosk.forms.shelf import FormShelf
from kiosk.guides.shelf import OwnCounter, read_guides
from kiosk.identification import (
    AccessKey,
    BlockSizes,
    Identified,
    NotIdentified,
    PartialRead,
    Phase,
    identify,
    read_trust_folder,
)
from kiosk.person import PersonField
from kiosk.printing import PrintQueue
from kiosk.procedures.aliases import Aliases
from kiosk.procedures.catalogue import read_catalogue
from kiosk.procedures.national import open_national
from kiosk.procedures.search import Hit, Search
from kiosk.scanning.desk import ScanDesk
from kiosk.scanning.lease import Alone, LeaseFile, Leases
from kiosk.scanning.lease_line import LeaseLine
from kiosk.scanning.pdf import MEGABYTE
from kiosk.session import Session
from kiosk.session.scan_step import ScanRoom
from kiosk.session.services import ReadCard, Services
from kiosk.settings import CardReaderSettings, Commune, Driver, PrinterSettings, ScannerSettings, Settings


class Demo(Protocol):
    """What a hand does at a virtual reader."""

    def lay_card(self) -> None:
        """Lay the persona's card on the reader."""
        ...

    def lift_card(self) -> None:
        """Take it away."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class _VirtualHand:
    """The hand at a simulated reader."""

    reader: SimulatedReader
    persona: str

    def lay_card(self) -> None:
        """Lay the persona's card on the reader."""
        self.reader.insert(self.persona)

    def lift_card(self) -> None:
        """Take it away."""
        self.reader.lift()


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """One PC of a help point. Close it when the program ends."""

    settings: Settings
    services: Services
    card_reader: CardReader
    printer: Printer
    scanner: Scanner
    counts: CountStore
    demo: Demo | None = None
    """The hands of the demo, where the devices are virtual."""

    def new_session(self) -> Session:
        """A visit for the next visitor, knowing nothing of the one before."""
        return Session(self.services)

    def close(self) -> None:
        """Let go of printer and scanner and fold the counts into their file."""
        self.printer.close()
        self.scanner.close()
        self.counts.close()


def open_station(
    settings: Settings, *, state: Path | None = None, assets: Path | None = None, content: Path | None = None
) -> Station:
    """The station of these settings, over its current content pack or the one named.

    Raises `KioskError` when the shipped content, templates or the failure book are broken; a broken pack that came
    later gives way to the shipped one.
    """
    state = state or paths.state()
    assets = assets or paths.assets()
    reader = card_reader(settings.devices.card_reader, assets)
    device = printer(settings.devices.printer, state)
    glass = scanner(settings.devices.scanner)
    shipped = assets / "content"
    root = content or current_pack(state, shipped)
    try:
        services, counts = _services(settings, reader, device, glass, state, root)
    except KioskError:
        if root in (content, shipped):
            raise
        services, counts = _services(settings, reader, device, glass, state, shipped)
    persona = settings.devices.card_reader.persona
    hand = _VirtualHand(reader=reader, persona=persona) if isinstance(reader, SimulatedReader) else None
    return Station(
        settings=settings,
        services=services,
        card_reader=reader,
        printer=device,
        scanner=glass,
        counts=counts,
        demo=hand,
    )


def card_reader(settings: CardReaderSettings, assets: Path) -> CardReader:
    """The driver the settings name. Raises `KioskError` for one that reads no cards."""
    match settings.driver:
        case Driver.SIMULATOR:
            return SimulatedReader(PersonaShelf(assets / "demo_cards"))
        case Driver.PCSC:
            from devices.card_reader.pcsc import PcscReader

            return PcscReader(preferred=settings.name)
        case Driver.NONE:
            return AbsentReader()
        case other:
            raise KioskError(f"devices.toml: card_reader.driver: expected pcsc, simulator or none, got {other.value}")


def replayed_reader(transcript: Path, assets: Path) -> CardReader:
    """A virtual reader with a recorded card on it, for the technician. Raises `KioskError` for a spoiled file."""
    from devices.card_reader.replay import ReplayedCard
    from devices.card_reader.transcript import TranscriptError, read_transcript

    shelf = PersonaShelf(assets / "demo_cards")
    reader = SimulatedReader(shelf)
    try:
        reader.insert(ReplayedCard(read_transcript(transcript), shelf.card("nguyen-van-an")))
    except TranscriptError as fault:
        raise KioskError(str(fault)) from fault
    return reader


def printer(settings: PrinterSettings, state: Path) -> Printer:
    """The driver the settings name. Raises `KioskError` for one that prints nothing."""
    match settings.driver:
        case Driver.IPP:
            from devices.printer.ipp import IppPrinter

            try:
                return IppPrinter(settings.uri, device_uri=settings.device_uri)
            except ValueError as fault:
                raise KioskError(f"devices.toml: printer.uri, printer.device_uri: {fault}") from fault
        case Driver.SIMULATOR:
            return SimulatedPrinter(Path(settings.folder) if settings.folder else state / "paper")
        case Driver.NONE:
            return AbsentPrinter()
        case other:
            raise KioskError(f"devices.toml: printer.driver: expected ipp, simulator or none, got {other.value}")


def scanner(settings: ScannerSettings) -> Scanner:
    """The driver the settings name. Raises `KioskError` for one that scans nothing."""
    match settings.driver:
        case Driver.ESCL:
            from devices.scanner.escl import EsclScanner

            try:
                return EsclScanner(settings.uri)
            except ValueError as fault:
                raise KioskError(f"devices.toml: scanner.uri: {fault}") from fault
        case Driver.SANE:
            from devices.scanner.sane import SaneScanner

            return SaneScanner(settings.device)
        case Driver.SIMULATOR:
            from devices.scanner.simulator import SimulatedScanner

            return SimulatedScanner(Path(settings.folder) if settings.folder else paths.assets() / "demo_sheets")
        case Driver.NONE:
            from devices.scanner.absent import AbsentScanner

            return AbsentScanner()
        case other:
            raise KioskError(
                f"devices.toml: scanner.driver: expected escl, sane, simulator or none, got {other.value}"
            )


def _services(
    settings: Settings, reader: CardReader, device: Printer, glass: Scanner, state: Path, content: Path
) -> tuple[Services, CountStore]:
    own = paths.config_overrides() / "content"
    pack = Pack(content, overlays=(own,), kept=state / "pack", shipped=paths.assets() / "parsed")
    catalogue = read_catalogue(pack, popular=settings.kiosk.visit.popular)
    aliases = pack.file("aliases.toml", Aliases)
    guides = read_guides(pack, own=_own_counters(settings.kiosk.commune))
    forms = FormShelf(pack)
    failures = read_failures(paths.shipped_config() / "failures.toml")
    subjects = countable(catalogue.by_id, forms, guides.guides, failures)
    counts = CountStore(state / "counts.sqlite", lambda: datetime.now().astimezone(), subjects)
    deadline = settings.devices.printer.deadline
    left_behind: set[int] = set()
    services = Services(
        settings=settings.kiosk,
        catalogue=catalogue,
        search=_LaterSearch(lambda: Search.over(catalogue, aliases, national=open_national(state))),
        forms=forms,
        places=cache(lambda: read_places(content / "places")),
        guides=guides,
        notices=tuple(pack.folder("notices", IdleNotice).values()),
        read_card=_reading(reader),
        papers=StationPapers(settings.kiosk, guides.counters, date.today),
        new_queue=lambda: PrintQueue(device, time.monotonic, deadline_s=deadline, left_behind=left_behind),
        scan_room=scan_room(settings, glass),
        counter=counts,
        failures=failures,
        today=date.today,
        clock=time.monotonic,
    )
    return services, counts


def scan_room(settings: Settings, glass: Scanner) -> ScanRoom:
    """Scanner, lease and stick port of these settings. Raises `KioskError` for a lease address that is none."""
    wanted = settings.devices.scanner
    return ScanRoom(
        desk=ScanDesk(glass, leases(wanted.lease), settings.kiosk.commune.station),
        port=MountedPort(Path(wanted.sticks)),
        limit=int(wanted.pdf_limit_mb * MEGABYTE),
    )


def leases(address: str) -> Leases:
    """Where the lease of the scanner is kept: nowhere, in a file of this PC, or on the other PC."""
    if not address:
        return Alone()
    parts = urlsplit(address)
    try:
        if parts.scheme == "tcp" and parts.hostname and parts.port:
            return LeaseLine(parts.hostname, parts.port)
    except ValueError:
        pass
    if parts.scheme or not Path(address).is_absolute():
        raise KioskError("devices.toml: scanner.lease: expected a file's full path, tcp://host:port, or nothing")
    return LeaseFile(Path(address))


class _LaterSearch:
    """The search, its index built at the first question: the first screen does not wait for it."""

    def __init__(self, build: Callable[[], Search]) -> None:
        self._built = cache(build)

    def find(self, text: str, limit: int = 10) -> list[Hit]:
        """The best answers, best first."""
        return self._built().find(text, limit)


def _own_counters(commune: Commune) -> dict[str, OwnCounter]:
    return {
        "cong-an-xa": OwnCounter(name=commune.police, phone=commune.police_phone),
        "mot-cua": OwnCounter(name=commune.address, phone=commune.phone),
    }


def _reading(reader: CardReader) -> ReadCard:
    folders = [paths.shipped_config() / "trust", paths.config_overrides() / "trust"]
    trust, sizes = cache(lambda: read_trust_folder(*folders)), BlockSizes()

    def read_card(
        key: AccessKey,
        wanted: frozenset[PersonField],
        on_phase: Callable[[Phase], None],
        *,
        attempts_left: int,
        partial: PartialRead,
    ) -> Identified | NotIdentified:
        return identify(
            reader, key, wanted, on_phase, trust=trust(), sizes=sizes, attempts_left=attempts_left, partial=partial
        )

    return read_card
