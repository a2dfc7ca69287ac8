"""What was typed, word by word, with every known word each may stand for and how sure that is.

A word that is known stands for itself first; an unknown one is read as raw keys, as run-together words, by ear, as a
slip of the finger, in this order. The last word, while it is being typed, also stands for every word it begins.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from operator import methodcaller

from kiosk.procedures.spelling import from_keys, slips, sound
from kiosk.procedures.words import Filler, Word

_SURE, _FROM_KEYS, _BEGUN, _SLIPPED, _HEARD_UNKNOWN, _HEARD_KNOWN, _BEGUN_KNOWN = 1.0, 0.95, 0.9, 0.75, 0.75, 0.4, 0.5
_FILLER_WEIGHT = 0.12
_MOST_ALIKE = 8
_SHORTEST_SLIP = 4
_SHORTEST_RUN = 5
_TELLING_BEGINNING = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryWord:
    """One word of the query. `stands_for` maps known words to how sure that reading is, 0 to 1."""

    word: Word
    stands_for: Mapping[str, float]
    weight: float
    begun: tuple[str, ...] = ()
    """What the word's readings begin with, while it is still being typed."""

    def terms(self) -> tuple[str, ...]:
        """The readings as the index takes them: words, and `begun*`."""
        begun = tuple(stem + "*" for stem in self.begun)
        return (*(word for word in self.stands_for if not word.startswith(self.begun)), *begun)

    def surest(self) -> tuple[str, ...]:
        """The readings nothing beats; a word just begun says too little unless it is the only reading."""
        best = max(self.stands_for.values(), default=0.0)
        if best == _BEGUN:
            return tuple(stem + "*" for stem in self.begun if len(stem) >= _TELLING_BEGINNING)
        return tuple(reading for reading, sureness in self.stands_for.items() if sureness == best)


class Reader:
    """Reads queries against a vocabulary: word -> in how many phrases it stands."""

    def __init__(self, filler: Filler, vocabulary: Mapping[str, int], rarity: Mapping[str, float]) -> None:
        self._filler = filler
        self._vocabulary = vocabulary
        self._rarity = rarity
        self._sorted = sorted(vocabulary)
        self._unseen = max(rarity.values(), default=1.0)
        self._alike: defaultdict[str, list[str]] = defaultdict(list)
        for word in sorted(vocabulary, key=lambda known: -vocabulary[known]):
            if not word.isdigit():
                self._alike[sound(word)].append(word)

    def read(self, words: Sequence[Word], *, still_typing: bool, by_ear: bool) -> tuple[QueryWord, ...]:
        """The words with their readings. `still_typing`: the last one may go on; `by_ear` doubts known words too."""
        asked: list[QueryWord] = []
        for n, word in enumerate(words):
            last = still_typing and n == len(words) - 1
            asked.extend(self._asked(word, still_typing=last, by_ear=by_ear))
        return tuple(asked)

    def _asked(self, word: Word, *, still_typing: bool, by_ear: bool) -> Iterable[QueryWord]:
        readings = self._readings(word.folded, by_ear=by_ear)
        begun = self._begun(word.folded, readings) if still_typing else ()
        if not readings and (parts := self._run_together(word.folded)):
            return [self._sure(Word(part, part)) for part in parts]
        return [QueryWord(word=word, stands_for=readings, weight=self._weight(word, readings), begun=begun)]

    def _sure(self, word: Word) -> QueryWord:
        readings = {word.folded: _FROM_KEYS}
        return QueryWord(word=word, stands_for=readings, weight=self._weight(word, readings))

    def _weight(self, word: Word, readings: Mapping[str, float]) -> float:
        if self._filler.holds(word):
            return _FILLER_WEIGHT
        known = [self._rarity[reading] for reading in readings if reading in self._rarity]
        return max(known, default=self._unseen * 0.5)

    def _readings(self, token: str, *, by_ear: bool) -> dict[str, float]:
        readings: dict[str, float] = {}
        if token in self._vocabulary:
            readings[token] = _SURE
            if by_ear:
                self._add(readings, self._sounding_like(token), _HEARD_KNOWN)
            return readings
        keyed = from_keys(token)
        if keyed in self._vocabulary:
            return {keyed: _FROM_KEYS}
        self._add(readings, self._sounding_like(token), _HEARD_UNKNOWN)
        if len(token) >= _SHORTEST_SLIP and not self._splits(token):
            self._add(readings, self._slipped(token), _SLIPPED)
        return readings

    def _begun(self, token: str, readings: dict[str, float]) -> tuple[str, ...]:
        """Adds the words that begin like the token; gives the beginnings that lead anywhere."""
        sureness = _BEGUN_KNOWN if token in readings else _BEGUN
        stems = dict.fromkeys((token,) if token in readings else (token, from_keys(token)))
        led = []
        for stem in stems:
            start = bisect_left(self._sorted, stem)
            words = list(takewhile(methodcaller("startswith", stem), self._sorted[start:]))
            if words and stem:
                self._add(readings, words, sureness)
                led.append(stem)
        return tuple(led)

    def _sounding_like(self, token: str) -> list[str]:
        return [word for word in self._alike.get(sound(token), ()) if word != token][:_MOST_ALIKE]

    def _slipped(self, token: str) -> list[str]:
        known = {word for word in slips(token) if word in self._vocabulary}
        return sorted(known, key=lambda word: -self._vocabulary[word])[:_MOST_ALIKE]

    def _splits(self, token: str) -> bool:
        return len(token) >= _SHORTEST_RUN and self._run_together(token) is not None

    def _run_together(self, token: str) -> tuple[str, ...] | None:
        """The fewest known words that, written together, give the token (`khaisinh`)."""
        best: list[tuple[str, ...] | None] = [()] + [None] * len(token)
        for end in range(1, len(token) + 1):
            for start in range(max(0, end - 7), end):
                before, piece = best[start], token[start:end]
                if before is None or piece not in self._vocabulary or len(piece) < 2:
                    continue
                candidate = (*before, piece)
                now = best[end]
                if now is None or len(candidate) < len(now):
                    best[end] = candidate
        return best[len(token)]

    @staticmethod
    def _add(readings: dict[str, float], words: Iterable[str], sureness: float) -> None:
        for word in words:
            readings.setdefault(word, sureness)
