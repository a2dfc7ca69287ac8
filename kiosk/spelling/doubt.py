"""Words of a name that Vietnamese spelling does not know, and what was probably meant.

"Hòang" is offered as "Hoàng", "Trừong" as "Trường", "Ngĩa" as "Nghĩa". Names of other peoples (Kđăm, Êmô, H'Hen) and
foreign ones are no Vietnamese syllables either: they are in doubt with nothing to offer, and whoever bears one says
so. It never changes a name by itself, and a word without any mark (Nguyen) gets none that nobody typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kiosk.spelling.letters import Syllable, ToneStyle, cut
from kiosk.spelling.rhymes import RHYMES, half_typed
from kiosk.spelling.syllables import is_legal, readings, rule_allows, spell

_FAMILIES: Final = (("c", "k"), ("g", "gh"), ("ng", "ngh"))
"""Onsets that sound the same; the vowel behind decides which is written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A word in doubt and what was probably meant; None when nothing can be offered. Both are a person's."""

    word: str
    meant: str | None


def doubts(name: str, style: ToneStyle = ToneStyle.OLD) -> tuple[Doubt, ...]:
    """The words of a name that spelling does not know, in order."""
    return tuple(Doubt(word=word, meant=meant(word, style)) for word in name.split() if not _is_known(word))


def is_doubtful(name: str) -> bool:
    """Whether spelling does not know some word of the name."""
    return not all(_is_known(word) for word in name.split())


def mended(name: str, style: ToneStyle = ToneStyle.OLD) -> str:
    """The name with what was probably meant where something can be offered."""
    return " ".join(word if _is_known(word) else meant(word, style) or word for word in name.split())


def meant(word: str, style: ToneStyle = ToneStyle.OLD) -> str | None:
    """The one syllable that was probably meant: tone moved, then marks completed, then the onset rewritten."""
    found = cut(word.lower())
    if found is None or found.head:
        return None
    for offers in _offers(found, style, may_add_marks=not word.isascii()):
        if len(offers) == 1:
            return _like(word, offers.pop())
        if offers:
            return None
    return None


def _is_known(word: str) -> bool:
    """Kim-Chi and A. are read part by part."""
    parts = [part for part in re.split(r"[-.]", word) if part]
    return all(is_legal(part) or _is_initial(part, word) for part in parts)


def _is_initial(part: str, word: str) -> bool:
    return len(part) == 1 and part.isupper() and part + "." in word


def _offers(found: Syllable, style: ToneStyle, *, may_add_marks: bool) -> Iterator[set[str]]:
    """Sets of syllables, the least change first."""
    both = list(readings(found))
    yield _spelt(both, found, style)
    fuller = [(onset, whole) for onset, vowels in both for whole in RHYMES if vowels in half_typed(whole)]
    if may_add_marks:
        yield _spelt(fuller, found, style)
    onsets = [(other, vowels) for onset, vowels in both for other in _same_sound(onset)]
    yield _spelt(onsets, found, style)
    if may_add_marks:
        yield _spelt([(other, vowels) for onset, vowels in fuller for other in _same_sound(onset)], found, style)


def _same_sound(onset: str) -> list[str]:
    return [other for family in _FAMILIES if onset in family for other in family]


def _spelt(ways: list[tuple[str, str]], found: Syllable, style: ToneStyle) -> set[str]:
    return {
        spell(onset, vowels, found.coda, found.tone, style)
        for onset, vowels in ways
        if rule_allows(onset, vowels, found.coda, found.tone)
    }


def _like(model: str, word: str) -> str:
    """`word` in the case of `model`: all capitals, a capital first, or none."""
    if model.isupper() and len(model) > 1:
        return word.upper()
    return word[0].upper() + word[1:] if model[0].isupper() else word
