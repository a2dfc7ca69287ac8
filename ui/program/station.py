"""Opens a station and its window: for visitors (`run`), and with virtual devices for whoever plays it."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QSize, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

from kiosk import logs
from kiosk.cli.faults import CommandFault, refused, told, wrong_use
from kiosk.clock import Clock
from kiosk.errors import KioskError
from kiosk.settings import Driver, Settings, read_settings
from kiosk.station.station import Station, open_station
from ui.program import crash
from ui.program.signs_of_life import SignsOfLife
from ui.visit.portal_program import portal_program
from ui.window.app import App, Shape
from ui.window.spare_memory import keep_pictures_apart

if TYPE_CHECKING:
    from kiosk.staff import StaffServices
    from ui.window.pano import SecondScreen

DEMO_PIXELS_PER_MM = 4.0
"""A 21.5 inch kiosk screen of 1080 by 1920."""


def application() -> QGuiApplication:
    """The Qt application, on the software renderer: help points have no graphics card worth the name."""
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    keep_pictures_apart()
    logs.configure()
    sys.excepthook = logs.excepthook
    qInstallMessageHandler(_told)
    _wait_for_the_screen()
    if not any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))) and sys.platform == "linux":
        raise refused(
            "Ở đây không có màn hình: cửa sổ do kiosk-dvc.service mở (sudo systemctl restart kiosk-dvc).",
            "There is no screen here: kiosk-dvc.service opens the window (sudo systemctl restart kiosk-dvc).",
        )  # Qt would end the program
    app = QGuiApplication.instance() or QGuiApplication([sys.argv[0]])
    if not isinstance(app, QGuiApplication):
        raise TypeError("another kind of Qt application is running")
    app.setApplicationName("kiosk-dvc")
    return app


def _wait_for_the_screen() -> None:
    """Where the launch says that it will name the display (`screen --early`), until it has: a line in a pipe."""
    if told := os.environ.pop("KIOSK_SCREEN", ""):
        with Path(told).open(encoding="ascii") as pipe:
            os.environ["WAYLAND_DISPLAY"] = pipe.readline().strip()


def _told(kind: QtMsgType, _context: object, message: str) -> None:
    """Qt's own words go to standard error as they are; they hold file names and types, no values of a person."""
    if kind is not QtMsgType.QtDebugMsg:
        sys.stderr.write(f"{message}\n")


def size_of(text: str) -> QSize:
    """The size of a text like `1080x1920`. Raises `SpokenUsageError`."""
    match = re.fullmatch(r"(\d{3,5})x(\d{3,5})", text)
    if not match:
        raise wrong_use("--size: cần RỘNGxCAO, như 1080x1920.", "--size: expected WIDTHxHEIGHT, like 1080x1920.")
    return QSize(int(match[1]), int(match[2]))


def virtual(settings: Settings, persona: str, paper: Path, sheets: Path | None = None) -> Settings:
    """The same station with virtual devices: this persona's card, a folder that plays the printer, and sheets for the
    scanner: those of `sheets`, or the samples."""
    devices = settings.devices
    reader = msgspec.structs.replace(devices.card_reader, driver=Driver.SIMULATOR, persona=persona)
    printer = msgspec.structs.replace(devices.printer, driver=Driver.SIMULATOR, folder=str(paper))
    folder = str(sheets) if sheets else ""
    scanner = msgspec.structs.replace(devices.scanner, driver=Driver.SIMULATOR, folder=folder, lease="")
    return msgspec.structs.replace(
        settings, devices=msgspec.structs.replace(devices, card_reader=reader, printer=printer, scanner=scanner)
    )


def run_station(settings: Settings, *, size: str, windowed: bool) -> None:
    """Open the kiosk of this PC and stay until its window is closed; the exit code of the program."""
    crash.keep_memory_private()
    crash.tell_no_exception_text()
    settings, station = opened(settings)
    display = settings.devices.display
    fullscreen = display.fullscreen and not windowed
    shape = Shape(size=size_of(size), pixels_per_mm=display.pixels_per_millimetre, fullscreen=fullscreen)
    show(station, shape)


def read_settings_or_exit() -> Settings:
    """The settings; a fault in them is told in one line and ends the program."""
    try:
        return read_settings()
    except KioskError as fault:
        raise CommandFault(told(fault)) from fault


def opened(settings: Settings) -> tuple[Settings, Station]:
    """The station of these settings; a fault is told in one line and ends the program."""
    try:
        return settings, open_station(settings, Clock())
    except KioskError as fault:
        raise CommandFault(told(fault)) from fault


def staff_side(station: Station, state: Path | None = None, overrides: Path | None = None) -> StaffServices:
    """The staff's services, put together when the staff first asks for them."""
    from kiosk.station.staff import staff_services

    return staff_services(station, state=state, overrides=overrides)


def second_screen(station: Station, app: App) -> SecondScreen | None:
    """The notices on a further screen of this PC, where the settings want them; the keys stay the kiosk's."""
    if not station.settings.devices.display.second:
        return None
    from kiosk.station.noticeboard import read_noticeboard
    from ui.window.pano import SecondScreen  # most stations have one screen

    settings, window = station.settings.kiosk, app.window
    return SecondScreen(
        lambda: read_noticeboard(settings), station.clock.today, window.screen, opened=window.requestActivate
    )


def show(station: Station, shape: Shape) -> None:
    """The window over this station, until it is closed; then the program ends with Qt's own code."""
    qt = application()
    try:
        app = App(
            station.services,
            station.card_reader,
            station.settings.devices,
            shape,
            staff=lambda: staff_side(station),
            portal=portal_program(tuple(station.services.filing.hosts), windowed=not shape.fullscreen),
        )
    except KioskError as fault:
        raise CommandFault(told(fault)) from fault
    second = second_screen(station, app) if shape.fullscreen else None
    SignsOfLife(qt)
    try:
        code = qt.exec()
    finally:
        if second is not None:
            second.close()
        app.close()
        station.close()
    sys.exit(code)
