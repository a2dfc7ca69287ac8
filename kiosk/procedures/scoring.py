"""How well a phrase answers a query, 0 to about 1: how much of the query it covers, and how much of it is covered.

Words count by rarity; marks that disagree and unsure readings count less; words in the same order a little more.
Runs over hundreds of phrases at every keystroke, so it walks each phrase once and touches only words that match.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from kiosk.procedures.query import QueryWord
from kiosk.procedures.search_index import Candidate, Phrase
from kiosk.procedures.words import Filler, Word

_OTHER_MARKS, _LIKE_TONES = 0.5, 0.85
_TONES_HEARD_ALIKE = frozenset("\u0303\u0309\u0323")
"""Hỏi, ngã and nặng: one tone to many ears between Thanh Hóa and Huế."""
_FLOOR = 0.15
"""What a phrase keeps when almost none of it was asked."""
_WHOLE, _ALL = 1.15, 0.95
"""A phrase that was said whole gains: "báo tử" in "báo tử cho mẹ"."""
_IN_ORDER = 0.1
_TOGETHER = 0.15
"""Share of an entry's score that comes from all its phrases together, not from its best one."""
_FILLER_RARITY = 0.12


class Weights:
    """How much each word of a phrase counts: of a word always, for an index has few thousands; of a phrase until
    `let_go`. `rarity` maps a known word to 0 .. 1."""

    def __init__(self, rarity: Mapping[str, float], filler: Filler) -> None:
        self._rarity = rarity
        self._filler = filler
        self._known: dict[Phrase, tuple[tuple[float, ...], float]] = {}
        self._words: dict[tuple[str, str], float] = {}

    def let_go(self) -> None:
        """The index lets go of its phrases."""
        self._known.clear()

    def of(self, phrase: Phrase) -> tuple[tuple[float, ...], float]:
        """The weight of each word, and the sum over different words."""
        known = self._known.get(phrase)
        if known is None:
            each = tuple(map(self._weight, phrase.words, phrase.marked))
            whole = sum(each[place] for place in phrase.places.values())
            known = self._known[phrase] = (each, whole or 1.0)
        return known

    def _weight(self, folded: str, marked: str) -> float:
        weight = self._words.get((folded, marked))
        if weight is None:
            is_filler = self._filler.holds(Word(folded, marked))
            weight = self._words[folded, marked] = _FILLER_RARITY if is_filler else self._rarity.get(folded, 1.0)
        return weight


class Scorer:
    """Scores entries against one query."""

    def __init__(self, asked: Sequence[QueryWord], weights: Weights) -> None:
        self._weights = weights
        self._asked = [word.weight for word in asked]
        self._total = sum(self._asked) or 1.0
        self._has_marks = any(word.word.marked != word.word.folded for word in asked)
        self._readings: dict[str, list[tuple[int, float, str]]] = {}
        self._value: dict[str, float] = {}
        for number, word in enumerate(asked):
            for reading, sureness in word.stands_for.items():
                self._value[reading] = max(self._value.get(reading, 0.0), word.weight * sureness)
                own = word.word.marked if self._has_marks and reading == word.word.folded else ""
                self._readings.setdefault(reading, []).append((number, sureness, own))

    def closest(self, candidates: Iterable[Candidate], most: int) -> list[int]:
        """The phrases that hold most of what was asked, judged quickly and kindly; of equals the first."""
        value, known = self._value, self._value.keys()
        held = {number: -sum(map(value.__getitem__, known & words.split())) for number, words in candidates}
        return sorted(held, key=held.__getitem__)[:most]

    def entry(self, phrases: Iterable[Phrase]) -> float:
        """The score of an entry: its best phrase, and what all its phrases cover together."""
        best, together = 0.0, [0.0] * len(self._asked)
        for phrase in phrases:
            strengths, places, share = self._matched(phrase)
            covered = sum(map(_product, self._asked, strengths)) / self._total
            score = covered * (_FLOOR + (1 - _FLOOR) * math.sqrt(share)) * (_WHOLE if share > _ALL else 1.0)
            best = max(best, score * (1 - _IN_ORDER + _IN_ORDER * _ordered(places)))
            together = list(map(max, together, strengths))
        covered = sum(map(_product, self._asked, together)) / self._total
        return (1 - _TOGETHER) * best + _TOGETHER * covered * covered

    def _matched(self, phrase: Phrase) -> tuple[list[float], list[int], float]:
        """For each word asked how sure it stands in the phrase and where (-1: nowhere); and the share asked for."""
        strengths, places, share = [0.0] * len(self._asked), [-1] * len(self._asked), 0.0
        weights, whole = self._weights.of(phrase)
        for word in phrase.places.keys() & self._readings.keys():
            place, strongest = phrase.places[word], 0.0
            for number, sureness, own in self._readings[word]:
                strength = sureness * _agreement(own, phrase.marked[place]) if own else sureness
                if strength > strengths[number]:
                    strengths[number], places[number] = strength, place
                strongest = max(strongest, strength)
            share += weights[place] * strongest
        return strengths, places, share / whole


def _product(one: float, other: float) -> float:
    return one * other


def _agreement(asked: str, stands: str) -> float:
    if asked == stands:
        return 1.0
    alike = asked[-1:] in _TONES_HEARD_ALIKE and stands[-1:] in _TONES_HEARD_ALIKE
    return _LIKE_TONES if alike and asked[:-1] == stands[:-1] else _OTHER_MARKS


def _ordered(places: Sequence[int]) -> float:
    if len(places) < 2:
        return 1.0
    follows = sum(1 for n in range(1, len(places)) if places[n] == places[n - 1] + 1 and places[n - 1] >= 0)
    return follows / (len(places) - 1)
