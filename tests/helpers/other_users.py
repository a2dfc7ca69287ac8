"""The same user, but with fingers on the glass, or with nothing but a keyboard."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication, QPointingDevice
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from ui.played.screen_user import NotShownError, ScreenUser

MOST_TABS = 120
MOST_TURNS = 20
BOTTOM_LINE = frozenset({"Quay lại", "Gọi người hỗ trợ", "Kết thúc"})


class Fingers(ScreenUser):
    """Touches the middle of what is named; turns pages with the page buttons when it lies below the fold."""

    touches = 0

    def __init__(self, window: QQuickWindow, device: QPointingDevice) -> None:
        super().__init__(window)
        self._device = device

    def push(self, item: QAccessibleInterface) -> None:
        """One short touch."""
        name = item.text(QAccessible.Text.Name)
        for _ in range(MOST_TURNS):
            turner = self.find("Xem tiếp")
            if turner is None or not self._is_below_the_fold(item):
                break
            self._touch(self._middle(turner))
            self.rest(30)
            item = self.find(name) or item
        self._touch(self._middle(item))

    def _middle(self, item: QAccessibleInterface) -> QPoint:
        return self.window.mapFromGlobal(item.rect().center())

    def _is_below_the_fold(self, item: QAccessibleInterface) -> bool:
        """Hidden behind the page buttons or the bottom line, and not a part of it."""
        line = self.find("Quay lại") or self.find("Kết thúc")
        if line is None or item.text(QAccessible.Text.Name) in BOTTOM_LINE:
            return False
        edge = self.find("Xem tiếp") or line
        return item.rect().center().y() >= edge.rect().top()

    def _touch(self, place: QPoint) -> None:
        type(self).touches += 1
        QTest.touchEvent(self.window, self._device).press(0, place, self.window).commit()
        QTest.touchEvent(self.window, self._device).release(0, place, self.window).commit()
        QGuiApplication.processEvents()


class Keys(ScreenUser):
    """Tabs to what is named and presses Enter."""

    def push(self, item: QAccessibleInterface) -> None:
        """Tab, tab, tab, Enter."""
        name = item.text(QAccessible.Text.Name)
        for _ in range(MOST_TABS):
            if self.focused_name() == name:
                self.key(Qt.Key.Key_Return)
                return
            self.key(Qt.Key.Key_Tab)
        raise NotShownError(f"no number of tabs leads to {name!r}")

    def focused_name(self) -> str:
        """The name of what has the focus."""
        return next((i.text(QAccessible.Text.Name) for i in self.tree() if i.state().focused and _is_leaf(i)), "")


def _is_leaf(item: QAccessibleInterface) -> bool:
    return not any(item.child(place).state().focused for place in range(item.childCount()))
