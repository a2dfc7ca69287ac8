"""Runs the audit: the program over virtual devices, from idle to goodbye, in every variant (`./station audit`)."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain
from pathlib import Path

import msgspec

from kiosk.clock import Clock
from kiosk.i18n import Language
from kiosk.session import Screen, Silence
from kiosk.settings import Settings, read_settings
from kiosk.station.station import open_station
from ui.audit import judged, report
from ui.audit.audit_run import AuditRun
from ui.audit.complaint import RESOLUTIONS, SPOKEN, Variant
from ui.audit.driving import VirtualPrinter, VirtualReader
from ui.audit.judged import JudgedStop, JudgedStops
from ui.audit.officer_tour import OfficerTour
from ui.audit.sheets import draw_sheets
from ui.audit.staff_tour import StaffTour
from ui.audit.tour import PERSONA, Tour
from ui.played.practice import plug, with_port
from ui.program.station import application, staff_side, virtual
from ui.visit.inactivity import Inactivity
from ui.window.app import App, Shape
from ui.window.drawings import KeptPictures
from ui.window.engine import keep_drawings

ENDLESS = 1e9  # seconds; the audit is never impatient
OF_EVERY_LOOK = KeptPictures(each=640 * 640, altogether=4096 * 4096)
"""64 MB: each stop is drawn in the same sizes and colours as the one before, one after the other."""


def audit(
    out: Path | None,
    variants: Sequence[Variant],
    *,
    only: str = "",
    going_on: bool = False,
    tell: Callable[[JudgedStop], None] = lambda _: None,
) -> AuditRun:
    """Examine every stop whose name contains `only`; what was judged, report and pictures go to `out`.

    `tell` hears of each stop once it was looked at. `going_on`: what an earlier run judged there in the same variants
    is not looked at again.
    """
    shots = out / "shots" if out is not None else None
    if shots is not None:
        shots.mkdir(parents=True, exist_ok=True)
        for old in shots.iterdir() if not going_on else ():
            old.unlink()
    with touring(variants, shots) as (examination, stops):
        examination.tell = tell
        examination.kept = JudgedStops(out / judged.FILE, going_on=going_on) if out is not None else None
        examination.run(stop for stop in stops if only in stop)
    if out is not None:
        report.write(examination, out)
    return examination


@contextmanager
def touring(
    variants: Sequence[Variant], shots: Path | None, languages: Sequence[Language] = SPOKEN
) -> Iterator[tuple[AuditRun, Iterator[str]]]:
    """The program over virtual devices, with the tour of the visit and then of the staff; closed afterwards."""
    application()
    with tempfile.TemporaryDirectory(prefix="kiosk-audit-") as state:
        draw_sheets(Path(state) / "sheets")
        settings = _patient(virtual(read_settings(), PERSONA, Path(state) / "paper", Path(state) / "sheets"))
        station, port = with_port(open_station(settings, Clock(), state=Path(state)))
        display = settings.devices.display
        shape = Shape(
            size=RESOLUTIONS[variants[0].resolution], pixels_per_mm=display.pixels_per_millimetre, motion=False
        )
        silence = Silence(last_touch=0.0, ask_after=ENDLESS, end_after=ENDLESS)
        app = App(
            replace(station.services, languages=tuple(languages)),
            station.card_reader,
            settings.devices,
            shape,
            inactivity=Inactivity(silence),
            staff=lambda: staff_side(station, Path(state), Path(state) / "own"),
        )
        app.look.setProperty("doubleTapGuard", 0)
        keep_drawings(app.engine, OF_EVERY_LOOK)
        examination = AuditRun(
            window=app.window,
            look=app.look,
            variants=variants,
            pictures=shots,
            warnings=app.warnings,
            busy=lambda: app.visit.screen is Screen.PRINT and not app.visit.session.paper.sheets,
        )
        reader = _virtual_reader(station.card_reader)
        tour = Tour(app, reader, _virtual_printer(station.printer))
        staff = StaffTour(app, Path(state), station.clock)
        officer = OfficerTour(app, Path(state), station.clock, reader, lambda: plug(port, Path(state)))
        try:
            yield examination, chain(tour.stops(), staff.stops(), officer.stops())
        finally:
            app.close()
            station.close()


def _patient(settings: Settings) -> Settings:
    """The goodbye stays until the tour goes on, and the room stays silent."""
    visit = msgspec.structs.replace(settings.kiosk.visit, goodbye=86_400.0)
    sound = msgspec.structs.replace(settings.devices.sound, enabled=False)
    return msgspec.structs.replace(
        settings,
        kiosk=msgspec.structs.replace(settings.kiosk, visit=visit),
        devices=msgspec.structs.replace(settings.devices, sound=sound),
    )


def _virtual_reader(reader: object) -> VirtualReader:
    if not isinstance(reader, VirtualReader):
        raise TypeError("the tour needs the virtual reader")
    return reader


def _virtual_printer(printer: object) -> VirtualPrinter:
    if not isinstance(printer, VirtualPrinter):
        raise TypeError("the tour needs the virtual printer")
    return printer
