"""Shows the notices of a station on a screen of their own, until the window is closed."""

from __future__ import annotations

import sys

from PySide6.QtGui import QGuiApplication

from kiosk.cli.faults import CommandFault, told
from kiosk.clock import Clock
from kiosk.errors import KioskError
from kiosk.settings import Settings
from kiosk.station.noticeboard import Noticeboard, read_noticeboard
from ui.program.signs_of_life import SignsOfLife
from ui.program.station import application, size_of
from ui.window.pano import PanoWindow


def run_pano(settings: Settings, *, size: str, windowed: bool) -> None:
    """The notices on the whole screen of this PC, or in a window; the exit code of the program.

    The settings are those of the start; the notices are read anew before each round, so an update shows by itself.
    """
    pixels = size_of(size)
    qt = application()

    def board() -> Noticeboard:
        return read_noticeboard(settings.kiosk)

    try:
        screen = None if windowed else QGuiApplication.primaryScreen()
        window = PanoWindow(board, Clock().today, size=pixels, screen=screen)
    except KioskError as fault:
        raise CommandFault(told(fault)) from fault
    SignsOfLife(qt)
    try:
        code = qt.exec()
    finally:
        window.close()
    sys.exit(code)
