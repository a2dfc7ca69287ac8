"""The pictures of the staff's side: its pages and the steps of the set-up, from a tour over virtual devices."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QSize

from kiosk.station import open_station
from ui.app import App, Shape
from ui.audit.sheets import draw_sheets
from ui.audit.staff_tour import StaffTour
from ui.hands import Hands
from ui.program import DEMO_PIXELS_PER_MM, application, read_settings_or_exit, staff_side, virtual
from ui.recording import SETTLE_MS

STAFF_SHOWN = {
    "staff, four digits": "staff-pin",
    "staff, the day": "staff-day",
    "staff, counts of the month": "staff-counts",
    "staff, posters": "staff-posters",
    "set-up, the steps": "setup-steps",
    "set-up, commune chosen": "setup-commune",
    "set-up, printer": "setup-printer",
    "set-up, ruler": "setup-ruler",
    "set-up, test card tried": "setup-card",
    "set-up, acceptance": "setup-acceptance",
}
"""The stops of the tour that the manual shows, and the names of their pictures."""


def record_staff(out: Path, *, persona: str, size: QSize) -> None:
    """`out/NAME.png` for every name of `STAFF_SHOWN`, as large as the window."""
    with tempfile.TemporaryDirectory(prefix="kiosk-gallery-staff-") as folder:
        state = Path(folder)
        application()
        draw_sheets(state / "sheets")
        station = open_station(
            virtual(read_settings_or_exit(), persona, state / "paper", state / "sheets"), state=state
        )
        shape = Shape(size=size, pixels_per_mm=DEMO_PIXELS_PER_MM, motion=False)
        app = App(
            station.services,
            station.card_reader,
            station.settings.devices,
            shape,
            staff=lambda: staff_side(station, state, state / "own"),
        )
        try:
            _record(app, state, out)
        finally:
            app.close()
            station.close()


def _record(app: App, state: Path, out: Path) -> None:
    hands = Hands(app.window)
    for stop in StaffTour(app, state).stops():
        if name := STAFF_SHOWN.get(stop):
            hands.settle()
            hands.rest(SETTLE_MS)
            app.window.grabWindow().save(str(out / f"{name}.png"))
