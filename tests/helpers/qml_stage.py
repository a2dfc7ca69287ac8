"""A stage for QML components: loads one file in a window of a given size and hands out pictures of it.

Offscreen and with the bundled letters, so the same file gives the same pixels. Motion and the double-tap guard
are off; every QML warning is kept for the test to read.
"""

from __future__ import annotations

from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject, QSize, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtQml import QQmlError
from PySide6.QtQuick import QQuickItem, QQuickView

from kiosk.i18n import BOTH
from ui.window.engine import dress, load_fonts, look, speak

RESOLUTIONS = {
    "portrait": QSize(1080, 1920),
    "full-hd": QSize(1920, 1080),
    "wxga": QSize(1366, 768),
    "sxga": QSize(1280, 800),
}


def _chosen(look: QObject) -> list[str]:
    """The properties of a look that a person or a test sets; the languages are the program's."""
    about = look.metaObject()
    own = (about.property(place) for place in range(about.propertyOffset(), about.propertyCount()))
    names = (str(each.name()) for each in own if each.isWritable())  # text, whatever the stubs say
    return [name for name in names if name != "languages"]


class Stage:
    """One window showing one QML file."""

    def __init__(self, size: QSize, pixels_per_mm: float = 4.0) -> None:
        if not QGuiApplication.font().family().startswith("Be Vietnam"):
            load_fonts()
        self.warnings: list[str] = []
        self.view = QQuickView()
        self.engine = self.view.engine()
        self.engine.warnings.connect(self._keep)
        dress(self.engine)
        self.look: QObject = look(self.engine)
        speak(self.look, BOTH)
        self.look.setProperty("motion", False)
        self.look.setProperty("doubleTapGuard", 0)
        self.look.setProperty("pixelsPerMm", pixels_per_mm)
        self._begun = {name: self.look.property(name) for name in _chosen(self.look)}
        self.view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
        self.view.resize(size)

    def again(self, size: QSize) -> Stage:
        """As at the beginning, for the next test: nothing shown, nothing chosen, no warning. What the engine has
        compiled stays, which is most of what a stage costs."""
        self.view.setSource(QUrl())
        self.view.hide()
        QGuiApplication.processEvents()
        self.view.resize(size)
        for name, value in self._begun.items():
            self.look.setProperty(name, value)
        self.warnings.clear()
        return self

    def _keep(self, errors: list[QQmlError]) -> None:
        self.warnings += [error.toString() for error in errors]

    def show(self, file: Path) -> QQuickItem:
        """Load `file` and show it; the root item."""
        self.view.setSource(QUrl.fromLocalFile(str(file)))
        if self.view.status() is not QQuickView.Status.Ready:
            raise AssertionError("\n".join(error.toString() for error in self.view.errors()))
        self.view.show()
        QGuiApplication.processEvents()
        return self.view.rootObject()

    def picture(self) -> QImage:
        """What the window shows now."""
        QGuiApplication.processEvents()
        return self.view.grabWindow()

    def close(self) -> None:
        """Take window and engine down now: no event loop runs here that would delete them later."""
        self.view.hide()
        QGuiApplication.processEvents()
        shiboken6.delete(self.view)
