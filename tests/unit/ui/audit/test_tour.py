"""The tour of the audit comes to every screen there is, and every screen of a visit has its ways out."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from devices.stick.simulator import SimulatedPort
from kiosk.clock import Clock
from kiosk.session import Screen, Silence
from kiosk.settings import read_settings
from kiosk.station.station import open_station
from tests.helpers.kiosk_window import kiosk_window
from ui.audit.complaint import RESOLUTIONS
from ui.audit.officer_tour import OfficerTour
from ui.audit.run import ENDLESS, _virtual_printer, _virtual_reader
from ui.audit.sheets import draw_sheets
from ui.audit.staff_tour import StaffTour
from ui.audit.tour import PERSONA, Tour
from ui.played.practice import plug
from ui.played.screen_user import ScreenUser
from ui.program.station import virtual
from ui.staff.pages import StaffPage
from ui.visit.inactivity import Inactivity
from ui.window.app import App, Shape

BACK, HOME, HELP, END = "Quay lại", "Trang đầu", "Gọi người hỗ trợ", "Kết thúc"
WITHOUT = {
    Screen.IDLE: ({BACK, HOME, HELP, END}, "nobody is here yet: one touch anywhere begins"),
    Screen.HOME: ({BACK, HOME}, "the first page: it is home, and nothing lies before it"),
    Screen.HELP: ({HELP}, "help is what this page gives"),
    Screen.NEXT_STEPS: ({END}, "its main action ends the visit"),
    Screen.END: ({BACK, HOME, HELP, END}, "everything is forgotten: nothing to go back to, seconds until idle"),
}
"""Which ways out a screen does without, and why; every other screen of a visit has all four."""


def ways_out(app: App) -> set[str]:
    """By the accessibility tree: which of the four can be pressed now."""
    user = ScreenUser(app.window)
    user.settle()
    return {BACK, HOME, HELP, END} & set(user.buttons())


def test_the_tour_comes_to_every_screen_of_a_visit(qapp: QGuiApplication, tmp_path: Path) -> None:
    settings = virtual(read_settings(), PERSONA, tmp_path / "paper", tmp_path / "sheets")
    draw_sheets(tmp_path / "sheets")
    station = open_station(settings, Clock(), state=tmp_path)
    silence = Silence(last_touch=0.0, ask_after=ENDLESS, end_after=ENDLESS)
    shape = Shape(size=RESOLUTIONS["1366x768"], pixels_per_mm=4.0, motion=False)
    app = App(station.services, station.card_reader, settings.devices, shape, inactivity=Inactivity(silence))
    tour = Tour(app, _virtual_reader(station.card_reader), _virtual_printer(station.printer))
    stops, screens, astray = [], set(), set()
    for stop in tour.stops():
        stops.append(stop)
        screens.add(app.visit.screen)
        missing = {BACK, HOME, HELP, END} - ways_out(app)
        if not stop.startswith("asked"):  # a question lies over the screen and has two answers
            excused, _why = WITHOUT.get(app.visit.screen, (set[str](), ""))
            astray |= {(stop, name) for name in missing ^ excused}
    warnings = app.warnings
    app.close()
    station.close()
    assert screens == set(Screen)
    assert astray == set(), "a way out is missing, or stands where there is none"
    assert len(stops) == len(set(stops)) >= 50
    assert warnings == []


def test_a_real_device_is_refused() -> None:
    with pytest.raises(TypeError, match="virtual"):
        _virtual_reader(object())


def test_the_tour_of_the_staff_comes_to_every_page(qapp: QGuiApplication, tmp_path: Path) -> None:
    port = SimulatedPort(put_in_anew=True)
    with kiosk_window(tmp_path, port=port) as window:
        stops, pages = [], {StaffPage.CLOSED}
        staff = StaffTour(window.app, tmp_path / "state", Clock())
        officer = OfficerTour(window.app, tmp_path / "state", Clock(), window.reader, lambda: plug(port, tmp_path))
        for stop in chain(staff.stops(), officer.stops()):
            stops.append(stop)
            assert window.app.staff is not None
            pages.add(window.app.staff.side.page)
        assert window.app.warnings == []
    assert pages == set(StaffPage)
    assert len(stops) == len(set(stops)) >= 20
