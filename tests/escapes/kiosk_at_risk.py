"""The kiosk's real window in the full screen, which tells fifty times a second how it stands. For a hand outside.

Run with a folder. `state` there is JSON; a place written into `go` is gone to, with a visit of its own. `--leaky`
opens instead a window that gives way: what it does must be noticed, or the tests would see nothing.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtQuick import QQuickWindow

from kiosk.clock import Clock
from kiosk.session import EndReason, Screen
from kiosk.settings import read_settings
from kiosk.station.station import open_station
from ui.program.station import application, staff_side, virtual
from ui.window.app import App, Shape

PERSONA = "nguyen-van-an"
BEAT_MS = 20
_SEEN = {
    QEvent.Type.KeyPress: "keys",
    QEvent.Type.MouseButtonPress: "buttons",
    QEvent.Type.MouseMove: "moves",
    QEvent.Type.Wheel: "wheels",
    QEvent.Type.Close: "closes",
}


class Watched(QObject):
    """Counts what reaches a window, and writes down how it stands."""

    def __init__(self, window: QWindow, folder: Path, where: QObject | App) -> None:
        super().__init__(window)
        self._window, self._folder, self._where = window, folder, where
        self._counts = dict.fromkeys((*_SEEN.values(), "beat", "went"), 0)
        window.installEventFilter(self)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tell)
        self._timer.start(BEAT_MS)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Count it, and let it pass."""
        if (name := _SEEN.get(event.type())) and not (isinstance(event, QKeyEvent) and event.isAutoRepeat()):
            self._counts[name] += 1
        return False

    def _tell(self) -> None:
        self._counts["beat"] += 1
        if (order := self._folder / "go").exists() and isinstance(self._where, App):
            place = order.read_text()
            order.unlink()
            go(self._where, place)
            self._counts["went"] += 1
        children = Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
        app = self._where if isinstance(self._where, App) else None
        told = {
            **self._counts,
            "windows": sum(window.isVisible() for window in QGuiApplication.topLevelWindows()),
            "active": self._window.isActive(),
            "fullscreen": self._window.visibility() is QWindow.Visibility.FullScreen,
            "children": len(children),
            "screen": app.visit.screen.name if app else "",
            "staff": bool(app and app.staff and app.staff.props.page.name not in ("CLOSED", "SIGN_IN")),
        }
        new = self._folder / "state.new"
        new.write_text(json.dumps(told))
        new.replace(self._folder / "state")


def go(app: App, place: str) -> None:
    """A fresh visit, at this place."""
    if app.staff is not None:
        app.staff.side.leave()
    app.visit.end(EndReason.LEFT)
    app.visit.next_person()
    if place == "staff":
        app.shell.staffCalled.emit()
    elif place != "idle":
        app.visit.begin()
        app.visit.act(lambda: app.visit.session.go(Screen[place.upper()]))


def kiosk(folder: Path) -> int:
    """The kiosk itself, until its launch is stopped."""
    qt = application()
    settings = virtual(read_settings(overrides=folder / "none"), PERSONA, folder / "paper")
    station = open_station(settings, Clock(), state=folder / "kiosk-state")
    shape = Shape(size=QSize(1280, 720), pixels_per_mm=4.0, fullscreen=True, motion=False)
    app = App(
        station.services,
        station.card_reader,
        settings.devices,
        shape,
        staff=lambda: staff_side(station, folder / "kiosk-state", folder / "own"),
    )
    Watched(app.window, folder, app)
    return qt.exec()


class Leaky(QQuickWindow):
    """What no kiosk may be: F1 opens another window, Alt+F4 ends it, Ctrl+T starts a program."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give way."""
        if event.key() == Qt.Key.Key_F1:
            self.other = QQuickWindow()
            self.other.show()
        elif event.key() == Qt.Key.Key_T:
            os.spawnlp(os.P_NOWAIT, "sleep", "sleep", "60")
        elif event.key() == Qt.Key.Key_F11:
            self.showMinimized()
        elif event.key() == Qt.Key.Key_F4:
            QGuiApplication.quit()


def leaky(folder: Path) -> int:
    """The window that gives way."""
    qt = application()
    window = Leaky()
    window.showFullScreen()
    Watched(window, folder, window)
    return qt.exec()


if __name__ == "__main__":
    sys.exit((leaky if "--leaky" in sys.argv else kiosk)(Path(sys.argv[1])))
