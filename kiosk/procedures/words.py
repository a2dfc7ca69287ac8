"""A text as the search sees it: words with their folded and their marked form, short forms written out.

Not for showing. `Words` are made of what is indexed and of what is asked by the same rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kiosk.i18n import fold, nfc
from kiosk.procedures.spelling import written

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Word:
    """One syllable or number. `folded` is what is compared; `marked` says whether the marks agree too."""

    folded: str
    marked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Makes words of texts and of queries by the same rules; knows the short forms."""

    abbreviations: Mapping[str, str]
    """Short form -> what it stands for."""

    def words(self, text: str) -> tuple[Word, ...]:
        """The words of a text, short forms written out."""
        return tuple(map(_word, self._parts(text)))

    def words_of_all(self, texts: Iterable[str]) -> Iterator[tuple[Word, ...]]:
        """The same of many texts, which share most of theirs: each word is made once. Not for what people type."""
        made = cache(_word)
        return (tuple(map(made, self._parts(text))) for text in texts)

    def _parts(self, text: str) -> Iterator[str]:
        return (part for raw in _WORD.findall(nfc(text).lower()) for part in self._in_full(raw))

    def _in_full(self, raw: str) -> list[str]:
        return self.abbreviations.get(raw, raw).split()


def _word(part: str) -> Word:
    return Word(fold(part), written(part))


class Filler:
    """Words that say nothing about the need. `used` are the marked words of the index.

    Typed without marks, a filler may be a telling word (`doi` is "đòi" and "đổi", `do` is "do" and "đỏ"); it then
    counts in full.
    """

    def __init__(self, words: Iterable[str], used: Iterable[str]) -> None:
        self._marked = frozenset(written(word) for word in words)
        telling = {fold(word) for word in used if word not in self._marked}
        self._plain = frozenset(fold(word) for word in words) - telling

    def holds(self, word: Word) -> bool:
        """Whether the word says nothing."""
        return word.folded in self._plain if word.marked == word.folded else word.marked in self._marked


def lexicon(abbreviations: Mapping[str, str]) -> Lexicon:
    """A lexicon from the short forms of `aliases.toml`."""
    return Lexicon(abbreviations={short.lower(): nfc(full).lower() for short, full in abbreviations.items()})


def initials(words: Iterable[Word]) -> str:
    """First letters run together: `đăng ký thường trú` gives `dktt`."""
    return "".join(word.folded[0] for word in words)
