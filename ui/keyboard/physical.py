"""Telex, VNI or plain typing on a physical keyboard, in the fields that ask for Vietnamese.

Installed on the window (`window.installEventFilter(PhysicalTyping(Method.TELEX, ToneStyle.OLD, window))`). It looks
at one key and the word before the cursor, and remembers neither. A card scanner that types fast writes into fields
that do not ask for Vietnamese, so its text passes untouched; letters that arrive with their marks on stay as they are
in every field.
"""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from kiosk.spelling.letters import ToneStyle
from ui.keyboard.composer import Method
from ui.keyboard.typist import composed

NOT_TEXT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class PhysicalTyping(QObject):
    """An event filter that turns key presses into composed words."""

    def __init__(self, method: Method, style: ToneStyle, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.method = method
        self.style = style

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 Qt's signature
        """Take the key when it changes the word; let every other event pass."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress or event.isAutoRepeat():
            return False  # a key that is held down repeats its letter and composes nothing
        key = unicodedata.normalize("NFC", event.text())
        if len(key) != 1 or not (key.isalnum() or unicodedata.combining(key)) or event.modifiers() & NOT_TEXT:
            return False
        return _wants_vietnamese() and composed(key, self.method, self.style)


def _wants_vietnamese() -> bool:
    target: QObject | None = QGuiApplication.focusObject()
    return target is not None and target.property("vietnamese") is True
