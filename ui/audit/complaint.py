"""What the audit says: one finding a fault, and the variant of the screen in which it was seen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from PySide6.QtCore import QSize

from kiosk.content.pseudo_language import PSEUDO
from kiosk.i18n import BOTH

SPOKEN: Final = (*BOTH, PSEUDO)
"""The third one stands for every language there may be (`kiosk/content/pseudo_language.py`)."""
RESOLUTIONS: Final = {
    "1080x1920": QSize(1080, 1920),
    "1920x1080": QSize(1920, 1080),
    "1366x768": QSize(1366, 768),
    "1280x800": QSize(1280, 800),
}
THEMES: Final = ("light", "dark", "high-contrast")
LANGUAGES: Final = tuple(language.code for language in SPOKEN)
TEXT_SIZES: Final = (1, 2, 3, 4)


class Rule(Enum):
    """What is checked; the value is the name in tables and JSON."""

    NAME_AND_ROLE = "name and role on every control"
    SAME_NAME = "two controls with one name"
    TARGET_SIZE = "target at least 12.7 mm"
    TARGET_GAP = "2.5 mm between targets"
    WAY_OUT = "a way back, home, to help and to the end"
    CLIPPED = "text not clipped"
    BROKEN_WORD = "no word broken in two"
    ELIDED = "text not elided"
    OVERLAP = "text not overlapped"
    SMALL_LETTERS = "capitals at least 4.8 mm"
    NO_SPEECH = "every text can be read aloud"
    CONTRAST = "contrast at least 7:1"
    COLOUR_ALONE = "meaning never by colour alone"
    NOT_TRANSLATED = "both languages"
    TWO_LANGUAGES = "a third language is data"
    UNREACHABLE = "every control by keyboard alone"
    FOCUS_ORDER = "focus in reading order"
    FOCUS_INVISIBLE = "visible focus"
    DECOMPOSED = "text in composed form (NFC)"
    ROOM = "60 % of the page used"
    NOT_GROWN = "letters as large as chosen"
    STAYED = "everything grows with the chosen size"
    FOLD = "nothing cut at the fold"
    LOUD_CITATION = "citations quieter than answers"
    QML_WARNING = "no warning of the engine"


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One way a screen can look. `text_size` counts from 1 to 4."""

    theme: str
    text_size: int
    language: str
    resolution: str

    def __str__(self) -> str:
        return f"{self.resolution} {self.theme} {self.text_size} {self.language}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """One fault: the rule, the item by its path, what was measured."""

    rule: Rule
    where: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A finding with the screen and the variant in which it was seen."""

    screen: str
    variant: Variant
    finding: Complaint
