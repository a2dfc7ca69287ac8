"""Which keyboard a field of the page gets, from the hints Chromium passes on. Pure but for Qt's names."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import Qt


class KeyLayout(IntEnum):
    """`KeyPanel.Layout`, as its QML counts."""

    NONE = 0
    LETTERS = 1
    DIGITS = 2
    DATE = 3
    EMAIL = 4


def layout_of(hints: Qt.InputMethodHint) -> KeyLayout:
    """Digits for numbers and telephones, letters for what is hidden, for addresses of mail their own."""
    hint = Qt.InputMethodHint
    if hints & (hint.ImhDigitsOnly | hint.ImhFormattedNumbersOnly | hint.ImhDialableCharactersOnly):
        return KeyLayout.DIGITS
    if hints & (hint.ImhEmailCharactersOnly | hint.ImhUrlCharactersOnly):
        return KeyLayout.EMAIL
    return KeyLayout.DATE if hints & (hint.ImhDate | hint.ImhTime) else KeyLayout.LETTERS
