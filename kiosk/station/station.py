"""Opens a station: devices as its settings name them, services over its current content pack."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from devices.card_reader.interface import CardReader
from devices.card_reader.simulator import SimulatedReader
from devices.printer.interface import Printer
from devices.scanner.interface import Scanner
from kiosk import paths
from kiosk.clock import Clock
from kiosk.content.updates import current_pack
from kiosk.counts.store import CountStore
from kiosk.errors import KioskError
from kiosk.session import Session
from kiosk.session.services import Services
from kiosk.settings import Settings
from kiosk.station.content import shipped_content
from kiosk.station.devices import card_reader, printer, scanner
from kiosk.station.visit import visit_services


class Demo(Protocol):
    """What somebody does at the virtual reader of a demo."""

    def lay_card(self) -> None:
        """Lay the persona's card on the reader."""
        ...

    def lift_card(self) -> None:
        """Take the card away; a reading under way is broken off."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class _DemoCard:
    """The card of `persona`, laid on a simulated reader and lifted."""

    reader: SimulatedReader
    persona: str

    def lay_card(self) -> None:
        self.reader.insert(self.persona)

    def lift_card(self) -> None:
        self.reader.lift()


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """One PC of a help point. Close it when the program ends."""

    settings: Settings
    clock: Clock
    services: Services
    card_reader: CardReader
    printer: Printer
    scanner: Scanner
    counts: CountStore
    demo: Demo | None = None
    """What lays the card down and takes it away where the devices are virtual; None elsewhere."""

    def new_session(self) -> Session:
        """A visit for the next visitor, knowing nothing of the one before."""
        return Session(self.services)

    def close(self) -> None:
        """Let go of printer, scanner and what sets papers, and fold the counts into their file."""
        self.services.papers.forget()
        self.printer.close()
        self.scanner.close()
        self.counts.close()


def open_station(
    settings: Settings,
    clock: Clock,
    *,
    state: Path | None = None,
    assets: Path | None = None,
    content: Path | None = None,
) -> Station:
    """The station of these settings, over its current content pack or the one named.

    Raises `KioskError` when the shipped content, templates or the failure book are broken; a broken pack that came
    later gives way to the shipped one.
    """
    state = state or paths.state()
    assets = assets or paths.assets()
    reader = card_reader(settings.devices.card_reader, assets)
    device = printer(settings.devices.printer)
    page_scanner = scanner(settings.devices.scanner)
    shipped = shipped_content(assets)
    root = content or current_pack(state, shipped)
    try:
        services, counts = visit_services(settings, clock, reader, device, page_scanner, state, root)
    except KioskError:
        if root in (content, shipped):
            raise
        services, counts = visit_services(settings, clock, reader, device, page_scanner, state, shipped)
    persona = settings.devices.card_reader.persona
    hand = _DemoCard(reader=reader, persona=persona) if isinstance(reader, SimulatedReader) else None
    return Station(
        settings=settings,
        clock=clock,
        services=services,
        card_reader=reader,
        printer=device,
        scanner=page_scanner,
        counts=counts,
        demo=hand,
    )
