"""How a field of a guest of the lodging list is entered, as Python and QML both know it."""

from __future__ import annotations

from enum import Enum, auto


class GuestEntry(Enum):
    """How a field of a guest is entered."""

    TEXT = auto()
    NAME = auto()
    """Each word begins with a capital."""
    NUMBER = auto()
    """Digits first, letters behind a key."""
    DATE = auto()
    SEX = auto()
    FIXED = auto()
    """Read from the card: shown, not typed."""
