"""Whoever presses and reads in the demo, the journey tests and the audit: as a screen reader's user does.

Everything goes through the accessibility tree: press the button named so, read what is shown. Nothing reaches into
QML items by id, so a control without a name cannot be used here either.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import TypeVar

from PySide6.QtCore import QElapsedTimer, QEvent, QEventLoop, QObject, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QGuiApplication,
    QInputMethodEvent,
    QInputMethodQueryEvent,
    QKeyEvent,
)
from PySide6.QtQuick import QQuickWindow

PATIENCE_MS = 20_000
BREATH_S = 0.003
SELDOM_MS = 40
"""Walking the tree takes the processor from whatever is waited for: the longer it takes, the less often one looks."""
PART_OF_THE_WAIT = 10

_Found = TypeVar("_Found")


class NotShownError(Exception):
    """Nothing of that name is on the screen; the message lists what is."""


class ScreenUser:
    """Presses, types and reads in one window as a person does, by accessible names."""

    def __init__(self, window: QQuickWindow, patience_ms: int = PATIENCE_MS) -> None:
        QAccessible.setActive(True)
        self.window = window
        self._patience_ms = patience_ms

    def press(self, name: str) -> None:
        """Press the visible, enabled button (tick row, list row …) of that name; wait for it to appear."""
        self.push(self._awaited(lambda: self.find(name), f"a button named {name!r}"))
        live()

    def push(self, item: QAccessibleInterface) -> None:
        """Press one control through its accessible action; a subclass does it with a finger or a key."""
        item.actionInterface().doAction("Press")

    def can_press(self, name: str) -> bool:
        """Whether a visible, enabled button has that name."""
        return self.find(name) is not None

    def wait_to_see(self, words: str) -> None:
        """Wait until some visible text contains these words."""
        self.wait_for(lambda: self.sees(words), f"the words {words!r}")

    def sees(self, words: str) -> bool:
        """Whether some visible text contains these words."""
        return any(words in name for name in self.texts())

    def texts(self) -> list[str]:
        """The names of everything visible, in tree order."""
        return [name for item in self.tree() if (name := item.text(QAccessible.Text.Name))]

    def buttons(self) -> list[str]:
        """The names of everything that can be pressed now."""
        return [item.text(QAccessible.Text.Name) for item in self.tree() if _pressable(item)]

    def key(self, key: Qt.Key, text: str = "") -> None:
        """One key of a physical keyboard, pressed and released."""
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            QGuiApplication.sendEvent(self.window, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))
        live()

    def write(self, name: str, text: str) -> None:
        """Put the cursor into the visible field of that name, and put a text there in place of what stands in it."""
        field = self._awaited(lambda: self._field(name), f"a field named {name!r}")
        field.actionInterface().doAction("SetFocus")
        live()
        self.replace(text)

    def replace(self, text: str) -> None:
        """Commit a text in place of everything in what has the focus."""
        target = self.window.focusObject()
        if target is None:
            raise NotShownError("nothing has the focus")
        asked = QInputMethodQueryEvent(Qt.InputMethodQuery.ImSurroundingText | Qt.InputMethodQuery.ImCursorPosition)
        QGuiApplication.sendEvent(target, asked)
        there = str(asked.value(Qt.InputMethodQuery.ImSurroundingText) or "")
        cursor = int(asked.value(Qt.InputMethodQuery.ImCursorPosition) or 0)
        event = QInputMethodEvent()
        event.setCommitString(text, -cursor, len(there))
        QGuiApplication.sendEvent(target, event)
        live()

    def _field(self, name: str) -> QAccessibleInterface | None:
        fields = (item for item in self.tree() if item.role() is QAccessible.Role.EditableText)
        return next((item for item in fields if item.text(QAccessible.Text.Name) == name), None)

    def type(self, text: str) -> None:
        """Commit a text into what has the focus, as an input method does."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QGuiApplication.sendEvent(self.focused() or self.window, event)
        live()

    def focused(self) -> QObject | None:
        """The item that keys go to. Asked as a property: what `activeFocusItem()` and `focusObject()` give, PySide
        keeps with the window for good, also when the item is gone."""
        item: QObject | None = self.window.property("activeFocusItem")
        return item

    def wait_for(self, holds: Callable[[], bool], what: str) -> None:
        """Let the window live until it holds. Raises `NotShownError` when patience ends."""
        self._awaited(lambda: holds() or None, what)

    def _awaited(self, look: Callable[[], _Found | None], what: str) -> _Found:
        timer = QElapsedTimer()
        timer.start()
        while (found := look()) is None:
            if timer.elapsed() > self._patience_ms:
                shown = "; ".join(self.texts())
                raise NotShownError(f"waited for {what}; the screen shows: {shown}")
            _breathe()
            self.rest(min(timer.elapsed() // PART_OF_THE_WAIT, SELDOM_MS))
        return found

    def rest(self, milliseconds: int) -> None:
        """Let the window go on for so many milliseconds."""
        timer = QElapsedTimer()
        timer.start()
        while timer.elapsed() < milliseconds:
            _breathe()

    def settle(self) -> None:
        """Let layouts finish and one frame be painted."""
        for _ in range(3):
            live()

    def find(self, name: str) -> QAccessibleInterface | None:
        """The visible, enabled control of that name that can be pressed."""
        return next((i for i in self.tree() if i.text(QAccessible.Text.Name) == name and _pressable(i)), None)

    def tree(self) -> Iterator[QAccessibleInterface]:
        """Everything visible, parents before children."""
        root = QAccessible.queryAccessibleInterface(self.window)
        if root is not None:
            yield from _below(root)


def live(milliseconds: int = 0) -> None:
    """Let the program live that long; pages that were left are really deleted, as under a running event loop."""
    QGuiApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, milliseconds)
    QGuiApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _breathe() -> None:
    """Let the program live, then sleep for a moment: without events Qt returns at once, and who asks again and again
    keeps the workers from what is waited for."""
    live(20)
    time.sleep(BREATH_S)


def _below(item: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for index in range(item.childCount()):
        child = item.child(index)
        if not child.isValid() or child.state().invisible:
            continue
        yield child
        yield from _below(child)


def _pressable(item: QAccessibleInterface) -> bool:
    actions = item.actionInterface()
    if not actions:  # type: ignore[truthy-bool]  # None where an item has none; the stubs deny it
        return False
    return not item.state().disabled and "Press" in actions.actionNames()
