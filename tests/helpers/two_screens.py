"""The real kiosk on the first screen and the notices on the second, for a compositor.

Run with a folder. `up` says that both windows are on their screens and the kiosk's has the keys; then the program
keeps its own pictures of them, `kiosk.png` and `pano.png`, and what it knows of each, once somebody has asked for
them by the file `seen`.
"""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec
from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from kiosk.clock import Clock
from kiosk.settings import read_settings
from kiosk.station.station import open_station
from ui.program.station import application, second_screen, virtual
from ui.window.app import App, Shape

LOOK_MS = 100
SETTLED = 10
"""Looks at two windows that are on their screens, the kiosk's with the keys."""


def told(window: QQuickWindow) -> str:
    """What it knows of itself."""
    return f"{window.screen().name()} {window.visibility().name} {window.width()}x{window.height()}"


def main(folder: Path) -> None:
    """Until it is ended from outside."""
    application()
    settings = virtual(read_settings(), "nguyen-van-an", folder / "paper")
    display = msgspec.structs.replace(settings.devices.display, second=True)
    devices = msgspec.structs.replace(settings.devices, display=display)
    station = open_station(msgspec.structs.replace(settings, devices=devices), Clock(), state=folder / "state")
    shape = Shape(size=QSize(1080, 1920), pixels_per_mm=4.0, fullscreen=True, motion=False)
    app = App(station.services, station.card_reader, station.settings.devices, shape)
    second = second_screen(station, app)
    if second is None or second.pano is None:
        raise RuntimeError("there is no second screen")
    looks: list[int] = []
    windows = {"kiosk": app.window, "pano": second.pano.window}

    def look() -> None:
        if (folder / "seen").exists():
            for name, window in windows.items():
                (folder / f"{name}.told").write_text(told(window))
                window.grabWindow().save(str(folder / f"{name}.png"))
            (folder / "kept").touch()
            watch.stop()
        elif app.window.isActive() and all(window.isExposed() for window in windows.values()):
            looks.append(1)
            if len(looks) == SETTLED:
                (folder / "up").touch()

    watch = QTimer(interval=LOOK_MS)
    watch.timeout.connect(look)
    watch.start()
    QGuiApplication.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
