"""The real window over the real composition root, with virtual devices and everything written under one folder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject, QSize

from devices.card_reader.interface import CardReader
from devices.card_reader.simulator import SimulatedReader
from devices.printer.simulator import SimulatedPrinter
from devices.stick.interface import Port
from kiosk.clock import Clock
from kiosk.i18n import Language
from kiosk.procedures.national import FILE_NAME as NATIONAL
from kiosk.scanning.station_scanner import StationScanner
from kiosk.session.portal_step import OfficialPages
from kiosk.session.services import Finder
from kiosk.settings import read_settings
from kiosk.station.station import Station, open_station
from ui.played.screen_user import ScreenUser
from ui.program.station import application, staff_side, virtual
from ui.visit.portal_line import PortalProgram
from ui.window.app import App, Shape


@dataclass(frozen=True, slots=True, kw_only=True)
class KioskWindow:
    """What a journey test works with."""

    app: App
    station: Station
    user: ScreenUser
    paper: Path

    @property
    def reader(self) -> SimulatedReader:
        """The virtual reader, whose fate a test decides."""
        assert isinstance(self.station.card_reader, SimulatedReader)
        return self.station.card_reader

    @property
    def printer(self) -> SimulatedPrinter:
        """The virtual printer."""
        assert isinstance(self.station.printer, SimulatedPrinter)
        return self.station.printer


_SHARED: list[Finder] = []
"""The search of the first window over the shipped content: a station of its own would index the same once more."""


def _shared(search: Finder) -> Finder:
    if not _SHARED:
        _SHARED.append(search)
    return _SHARED[0]


@contextmanager
def kiosk_window(
    folder: Path,
    *,
    persona: str = "nguyen-van-an",
    assets: Path | None = None,
    size: QSize | None = None,
    sheets: Path | None = None,
    languages: Sequence[Language] | None = None,
    portal: PortalProgram | None = None,
    filing: OfficialPages | None = None,
    card_reader: CardReader | None = None,
    port: Port | None = None,
    scanner: StationScanner | None = None,
) -> Iterator[KioskWindow]:
    """Open station and window; close both. Animations and the double-tap guard are off; `card_reader`,
    `port` and `scanner` stand in for those of the settings."""
    application()
    paper = folder / "paper"
    settings = virtual(read_settings(overrides=folder / "none"), persona, paper, sheets)
    station = open_station(settings, Clock(), state=folder / "state", assets=assets)
    scanning = station.services.scanning
    scanning = replace(scanning, port=port or scanning.port, scanner=scanner or scanning.scanner)
    station = replace(
        station,
        card_reader=card_reader or station.card_reader,
        services=replace(station.services, scanning=scanning),
    )
    if assets is None and not (folder / "none").exists() and not (folder / "state" / NATIONAL).exists():
        station = replace(station, services=replace(station.services, search=_shared(station.services.search)))
    shape = Shape(size=size or QSize(1080, 1920), pixels_per_mm=4.0, motion=False)
    state, own = folder / "state", folder / "own"
    services = station.services
    app = App(
        replace(services, languages=tuple(languages or services.languages), filing=filing or services.filing),
        station.card_reader,
        settings.devices,
        shape,
        staff=lambda: staff_side(station, state, own),
        portal=portal,
    )
    app.look.setProperty("doubleTapGuard", 0)
    try:
        yield KioskWindow(app=app, station=station, user=ScreenUser(app.window), paper=paper)
    finally:
        app.close()
        station.close()
        let_go(app)


def let_go(app: App) -> None:
    """End what a closed window was made of, now: a signal holds the function it is connected to, and through it the
    window and the content of its station, in rings that Python's collector does not see. A program has one window; a
    process of tests has a hundred."""
    behind = [app.staff.side, *app.staff.models.values()] if app.staff is not None else []
    for part in [*vars(app).values(), *app.models.values(), *behind]:
        if isinstance(part, QObject) and shiboken6.isValid(part):
            shiboken6.delete(part)
