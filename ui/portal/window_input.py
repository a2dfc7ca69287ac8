"""Fingers and letters as events to the window: to a page they are a person's.

Never by the item that has the focus: naming it from Python over a web field ends the process (PySide6 6.11.3).
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtQuick import QQuickWindow

from ui.keyboard.typist import commit


class WindowInput:
    """`place` says where in the window the page lies, and at which zoom."""

    def __init__(
        self, window: QQuickWindow, place: Callable[[], tuple[QRectF, float]], focus: Callable[[], None]
    ) -> None:
        self._window = window
        self._place = place
        self._focus = focus

    def tap(self, x: float, y: float) -> None:
        """A tap outside the page's part of the window does nothing: it would press the guide."""
        area, zoom = self._place()
        point = QPointF(area.x() + x * zoom, area.y() + y * zoom)
        if not area.contains(point):
            return
        for kind, held in (
            (QEvent.Type.MouseMove, Qt.MouseButton.NoButton),
            (QEvent.Type.MouseButtonPress, Qt.MouseButton.LeftButton),
            (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
        ):
            pressed = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
            event = QMouseEvent(kind, point, point, pressed, held, Qt.KeyboardModifier.NoModifier)
            QCoreApplication.sendEvent(self._window, event)

    def put(self, text: str) -> None:
        commit(text)

    def escape(self) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
            QCoreApplication.sendEvent(self._window, event)

    def look_here(self) -> None:
        self._focus()
