"""Telex, VNI or plain typing on a physical keyboard, in the fields that ask for Vietnamese.

Installed on the window (`window.installEventFilter(PhysicalTyping(Method.TELEX, ToneStyle.OLD, window))`). It looks
at one key and the word before the cursor, and remembers neither. A card scanner that types fast writes into fields
that do not ask for Vietnamese, so its text passes untouched; letters that arrive with their marks on stay as they are
in every field.

Over a web page the item with the focus may not be named, and what was typed is told back late: there `wants` says
whether the field asks for Vietnamese, and `EveryLetter` enters each letter itself, so that the next one knows of it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from kiosk.spelling.letters import ToneStyle
from ui.keyboard.composer import Method
from ui.keyboard.typist import commit, composed

NOT_TEXT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class PhysicalTyping(QObject):
    """An event filter that turns key presses into composed words."""

    def __init__(
        self,
        method: Method,
        style: ToneStyle,
        parent: QObject | None = None,
        *,
        wants: Callable[[], bool] | None = None,
    ) -> None:
        super().__init__(parent)
        self.method = method
        self.style = style
        self._wants = wants or _wants_vietnamese

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 Qt's signature
        """Take the key when it changes the word; let every other event pass."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress or event.isAutoRepeat():
            return False  # a key that is held down repeats its letter and composes nothing
        key = unicodedata.normalize("NFC", event.text())
        if len(key) != 1 or event.modifiers() & NOT_TEXT:
            return False
        return self._takes(key)

    def _takes(self, key: str) -> bool:
        letter = key.isalnum() or bool(unicodedata.combining(key))
        return letter and self._wants() and composed(key, self.method, self.style)


class EveryLetter(PhysicalTyping):
    """The same composing, which also enters the letters that compose nothing."""

    def _takes(self, key: str) -> bool:
        if not key.isprintable() or not self._wants():
            return False
        if not super()._takes(key):
            commit(key)
        return True


def _wants_vietnamese() -> bool:
    target: QObject | None = QGuiApplication.focusObject()
    return target is not None and target.property("vietnamese") is True
