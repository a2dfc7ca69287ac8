"""How well a phrase answers a query, 0 to about 1: how much of the query it covers, and how much of it is covered.

Words count by rarity; marks that disagree and unsure readings count less; words in the same order a little more.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise

from kiosk.procedures.query import Asked
from kiosk.procedures.search_index import Phrase

_OTHER_MARKS, _LIKE_TONES = 0.5, 0.85
_TONES_HEARD_ALIKE = frozenset("\u0303\u0309\u0323")
"""Hỏi, ngã and nặng: one tone to many ears between Thanh Hóa and Huế."""
_FLOOR = 0.3
"""What a phrase keeps when almost none of it was asked."""
_IN_ORDER = 0.1
_FILLER_RARITY = 0.12

Match = tuple[float, int]
"""How sure an asked word stands in a phrase (0 to 1), and where (-1: nowhere)."""


class Scorer:
    """Scores phrases against one query. `rarity` maps a known word to 0 .. 1."""

    def __init__(self, asked: Sequence[Asked], rarity: Mapping[str, float], filler: frozenset[str]) -> None:
        self._asked = asked
        self._rarity = rarity
        self._filler = filler
        self._total = sum(word.weight for word in asked) or 1.0
        self._has_marks = any(word.word.marked != word.word.folded for word in asked)

    def entry(self, phrases: Sequence[Phrase], together: float) -> float:
        """The score of an entry: its best phrase, and by the share `together` what all its phrases cover."""
        matches = [[self._match(asked, phrase) for asked in self._asked] for phrase in phrases]
        best = max(self._phrase(phrase, found) for phrase, found in zip(phrases, matches, strict=True))
        columns = [max(found[n][0] for found in matches) for n in range(len(self._asked))]
        covered = sum(a.weight * s for a, s in zip(self._asked, columns, strict=True)) / self._total
        return (1 - together) * best + together * covered * covered

    def _phrase(self, phrase: Phrase, matches: Sequence[Match]) -> float:
        covered = (
            sum(asked.weight * match[0] for asked, match in zip(self._asked, matches, strict=True)) / self._total
        )
        if not covered:
            return 0.0
        share = math.sqrt(self._share(phrase, matches))
        return covered * (_FLOOR + (1 - _FLOOR) * share) * (1 - _IN_ORDER + _IN_ORDER * _ordered(matches))

    def _match(self, asked: Asked, phrase: Phrase) -> Match:
        best, where = 0.0, -1
        for reading, sureness in asked.stands_for.items():
            if sureness <= best or (place := phrase.place(reading)) < 0:
                continue
            strength = sureness
            if self._has_marks and reading == asked.word.folded:
                strength *= _agreement(asked.word.marked, phrase.marked[place])
            if strength > best:
                best, where = strength, place
        return best, where

    def _share(self, phrase: Phrase, matches: Sequence[Match]) -> float:
        found = {place: strength for strength, place in matches if place >= 0}
        rarities = [_FILLER_RARITY if w in self._filler else self._rarity.get(w, 1.0) for w in phrase.words]
        return sum(rarities[place] * strength for place, strength in found.items()) / (sum(rarities) or 1.0)


def _agreement(asked: str, stands: str) -> float:
    if asked == stands:
        return 1.0
    alike = asked[-1:] in _TONES_HEARD_ALIKE and stands[-1:] in _TONES_HEARD_ALIKE
    return _LIKE_TONES if alike and asked[:-1] == stands[:-1] else _OTHER_MARKS


def _ordered(matches: Sequence[Match]) -> float:
    places = [place for _, place in matches]
    if len(places) < 2:
        return 1.0
    return sum(1 for a, b in pairwise(places) if a >= 0 and b == a + 1) / (len(places) - 1)
