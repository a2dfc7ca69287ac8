"""The languages of the program, its texts, and the forms that Vietnamese text must take.

Every text is written in Vietnamese and English. A further language is data (`kiosk/content/languages.py`, and for the
fixed words of the screens a file in `ui/translations`); what it does not say, it says in Vietnamese. A text made of
others is made with `filled` and `joined`, so that each part is said in the language that is asked for.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

import msgspec

_GAP = re.compile(r"\{(\w*)[^}]*\}")


class Text(msgspec.Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """One text, written in Vietnamese and English. NFC is made at the door of the content pack."""

    vi: str
    en: str

    def say(self, language: Language) -> str:
        """The text in one language."""
        return language.words(self)

    def filled(self, **gaps: object) -> Text:
        """The text with its `{gaps}` filled, each in the language in which the whole will be said."""
        return _Filled(vi=_fill(self, Language.VI, gaps), en=_fill(self, Language.EN, gaps), pattern=self, gaps=gaps)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Text) and (self.vi, self.en) == (other.vi, other.en)

    def __hash__(self) -> int:
        return hash((self.vi, self.en))


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language of the screen and of papers. Two with the same code are the same language."""

    VI: ClassVar[Language]
    EN: ClassVar[Language]

    code: str
    """ISO 639, such as "vi": also the name of its files and of its voice."""
    name: str = field(compare=False)
    """In the language itself: "Tiếng Việt"."""
    invitation: str = field(compare=False)
    """What its button is called, in the language itself: "Switch to English"."""
    decimal: Literal[",", "."] = field(compare=False, default=",")
    words: Callable[[Text], str] = field(compare=False, repr=False)

    def number(self, value: float, places: int = 0) -> str:
        """The number as the language writes it: `7.000` and `3,785` in Vietnamese."""
        written = f"{value:,.{places}f}"
        return written if self.decimal == "." else written.translate({ord(","): ".", ord("."): ","})


Language.VI = Language(code="vi", name="Tiếng Việt", invitation="Đổi sang tiếng Việt", words=lambda text: text.vi)
Language.EN = Language(
    code="en", name="English", invitation="Switch to English", decimal=".", words=lambda text: text.en
)
BOTH = (Language.VI, Language.EN)
"""The languages in which every text is written, the first one first."""


class _Filled(Text, frozen=True, eq=False):
    """A pattern and what fills its gaps."""

    pattern: Text
    gaps: dict[str, Any]

    def say(self, language: Language) -> str:
        """The pattern in one language, each gap in the same."""
        return _fill(self.pattern, language, self.gaps)


class _Joined(Text, frozen=True, eq=False):
    """Texts one behind the other."""

    parts: tuple[Text, ...]
    separator: str

    def say(self, language: Language) -> str:
        """Each part in one language."""
        return self.separator.join(part.say(language) for part in self.parts)


class _Alike(Text, frozen=True, eq=False):
    """The same in every language."""

    def say(self, language: Language) -> str:  # noqa: ARG002 it does not matter which
        return self.vi


class _Number(Text, frozen=True, eq=False):
    """A number, with the points and commas of each language."""

    value: float
    places: int

    def say(self, language: Language) -> str:
        """As the language writes it."""
        return language.number(self.value, self.places)


def _fill(pattern: Text, language: Language, gaps: Mapping[str, object]) -> str:
    said = {name: gap.say(language) if isinstance(gap, Text) else gap for name, gap in gaps.items()}
    return pattern.say(language).format(**said)


def joined(separator: str, parts: Iterable[Text]) -> Text:
    """The texts with the separator between them."""
    parts = tuple(parts)
    vi, en = (separator.join(part.say(language) for part in parts) for language in BOTH)
    return _Joined(vi=vi, en=en, parts=parts, separator=separator)


def alike(value: str) -> Text:
    """A value that is the same in every language: a number, a proper name, a key."""
    return _Alike(vi=value, en=value)


def number(value: float, places: int = 0) -> Text:
    """A number as each language writes it: `7.000` and `7,000`."""
    vi, en = (language.number(value, places) for language in BOTH)
    return _Number(vi=vi, en=en, value=value, places=places)


def gaps_of(pattern: str) -> frozenset[str]:
    """The names of the gaps of a text: `{place}` has "place"."""
    return frozenset(_GAP.findall(pattern))


def counted(number: int, noun: str) -> str:
    """ "1 fault", "2 faults": an English noun with its number. Vietnamese nouns have no plural."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def how_many(number: int, one: Text, more: Text) -> Text:
    """`one` or `more` with the number in its gap: "1 row", "2 rows"."""
    return (one if number == 1 else more).filled(number=number)


def nfc(text: str) -> str:
    """Composed form: decomposed Vietnamese prints with misplaced marks."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Lower case without diacritics and with đ as d: the form that search and sort compare."""
    if text.isascii():  # most words of an index were folded before
        return text.lower()
    decomposed = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.combining(c)))
