"""The window of the notices: a screen that hangs on the wall, and the further screen of a kiosk.

It has an engine of its own: what a visitor chooses at the kiosk (colours, size, language) is not chosen here.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import shiboken6
from PySide6.QtCore import QObject, QSize, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtQml import QQmlApplicationEngine, QQmlError
from PySide6.QtQuick import QQuickWindow

from kiosk import logs
from kiosk.station.noticeboard import Noticeboard
from ui.view_models.pano import PanoViewModel
from ui.window import engine as qml

PANO = qml.QML / "Kiosk" / "Screens" / "Pano.qml"


class PanoWindow:
    """One window; on the whole of `screen` where one is given, else of this size."""

    def __init__(
        self,
        board: Callable[[], Noticeboard],
        today: Callable[[], date],
        *,
        size: QSize,
        screen: QScreen | None = None,
    ) -> None:
        self.model = PanoViewModel(board, today)
        self.warnings: list[str] = []
        self.engine = QQmlApplicationEngine()
        qml.load_fonts()
        qml.dress(self.engine)
        self.engine.warnings.connect(self._warned)
        self.engine.setInitialProperties({"model": self.model, "width": size.width(), "height": size.height()})
        self.engine.load(QUrl.fromLocalFile(str(PANO)))
        roots = self.engine.rootObjects()
        if not roots or not isinstance(roots[0], QQuickWindow):
            raise RuntimeError("the window's QML could not be loaded; the log names the place")
        self.window = roots[0]
        self._show(screen)

    def close(self) -> None:
        """Close the window, then delete the engine whose bindings it shows."""
        self.window.close()
        shiboken6.delete(self.engine)

    def _show(self, screen: QScreen | None) -> None:
        if screen is None:
            self.window.show()
            return
        self.window.setScreen(screen)
        self.window.setGeometry(screen.geometry())
        self.window.setCursor(Qt.CursorShape.BlankCursor)
        self.window.showFullScreen()

    def _warned(self, warnings: list[QQmlError]) -> None:
        for warning in warnings:
            self.warnings.append(warning.toString())
            logs.logger().warning("qml", file=warning.url().fileName(), reason=warning.line())


class SecondScreen(QObject):
    """Shows the notices on the first further screen, from when it is plugged in until it is pulled out.

    `kiosk` tells the screen of the visitors, which the notices never take. A compositor may hand the keys to a window
    that opens: `opened` is called then.
    """

    def __init__(
        self,
        board: Callable[[], Noticeboard],
        today: Callable[[], date],
        kiosk: Callable[[], QScreen],
        opened: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__()
        self._board = board
        self._today = today
        self._kiosk = kiosk
        self._opened = opened
        self.pano: PanoWindow | None = None
        self._screen: QScreen | None = None
        application = QGuiApplication.instance()
        if not isinstance(application, QGuiApplication):
            raise TypeError("screens belong to a Qt application")
        application.screenAdded.connect(self._look)
        application.screenRemoved.connect(self._gone)
        self._look()

    def close(self) -> None:
        """The notices go; the screen is black."""
        if self.pano is not None:
            self.pano.close()
        self.pano, self._screen = None, None

    def _look(self, _added: QScreen | None = None) -> None:
        kiosk = self._kiosk()
        further = next((screen for screen in QGuiApplication.screens() if screen is not kiosk), None)
        if self.pano is None and further is not None:
            self._screen = further
            self.pano = PanoWindow(self._board, self._today, size=further.size(), screen=further)
            self._opened()

    def _gone(self, screen: QScreen) -> None:
        """A compositor moves windows from a screen that is gone: the notices must not come to lie over the kiosk, nor
        the kiosk over them."""
        was_ours = screen is self._screen
        self.close()
        if was_ours:
            self._look()
