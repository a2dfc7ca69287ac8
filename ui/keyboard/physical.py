"""Telex, VNI or plain typing on a physical keyboard, in the fields that ask for Vietnamese.

Installed on the window (`window.installEventFilter(PhysicalTyping(Method.TELEX, ToneStyle.OLD, window))`). It looks
at one key and the word before the cursor, and remembers neither. A card scanner that types fast writes into fields
that do not ask for Vietnamese, so its text passes untouched.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from ui.keyboard.composer import Method, compose, last_word
from ui.keyboard.letters import ToneStyle
from ui.keyboard.typist import before_cursor, commit

NOT_TEXT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class PhysicalTyping(QObject):
    """An event filter that turns key presses into composed words."""

    def __init__(self, method: Method, style: ToneStyle, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.method = method
        self.style = style

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 Qt's signature
        """Take the key when it changes the word; let every other event pass."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        key = event.text()
        if len(key) != 1 or not key.isalnum() or event.modifiers() & NOT_TEXT or not _wants_vietnamese():
            return False
        word = last_word(before_cursor())
        changed = compose(word, key, self.method, self.style)
        if changed == word + key:
            return False
        commit(changed, replacing=len(word))
        return True


def _wants_vietnamese() -> bool:
    target: QObject | None = QGuiApplication.focusObject()
    return target is not None and target.property("vietnamese") is True
