"""Two languages: Vietnamese first, English second; and the forms Vietnamese text must take.

Content carries its texts as `Text`; the fixed words of the screens live in `ui/translations`.
"""

from __future__ import annotations

import unicodedata
from enum import Enum
from typing import assert_never

import msgspec


class Language(Enum):
    """The languages of the screen; the value is the ISO 639-1 code."""

    VI = "vi"
    EN = "en"


class Text(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One text in both languages. NFC is made at the door of the content pack."""

    vi: str
    en: str

    def say(self, language: Language) -> str:
        """The text in one language."""
        match language:
            case Language.VI:
                return self.vi
            case Language.EN:
                return self.en
        assert_never(language)


def counted(number: int, noun: str) -> str:
    """ "1 fault", "2 faults": an English noun with its number. Vietnamese nouns have no plural."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def nfc(text: str) -> str:
    """Composed form: decomposed Vietnamese prints with misplaced marks."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Lower case without diacritics and with đ as d: the form that search and sort compare."""
    decomposed = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.combining(c)))
