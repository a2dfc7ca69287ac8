"""Which entries answer the words of a question, and how well: the words read, candidates looked up, each scored.

The shipped procedures and the national catalogue stand in an index each; the shipped ones weigh more, and the
commune's popular services first among equals.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import combinations

from kiosk.procedures.courtesies import Stretch
from kiosk.procedures.query import QueryWord, Reader
from kiosk.procedures.scoring import Scorer, Weights
from kiosk.procedures.search_index import Candidate, Phrase, SearchIndex
from kiosk.procedures.words import Filler

_CANDIDATES, _CLOSEST = 90, 60
_MANY = 700
_ENOUGH = 20
_TELLING_SHIPPED, _TELLING_NATIONAL = 6, 4
_GOOD = 0.58
"""Below this the words are read by ear as well, if there are few."""
_SHORT = 5
_WINDOW, _PART, _STEP = 14, 8, 4
"""Words: of more than the first the telling ones are read by parts, each beginning so far behind the last."""
_ASKED_BONUS = 2.2
"""What directly follows "tôi muốn hỏi" is the need, and not the story around it."""
_SHIPPED_BONUS, _POPULAR_BONUS, _NEAR_BONUS = 1.25, 1.04, 1.12
_ABBREVIATION = re.compile(r"^[a-z]{3,9}$")

Answer = tuple[int, int]
"""Place of the index in `indexes`, and number of the entry in it."""


class Ranking:
    """How well each entry answers; the first index is the shipped one. What does not answer at all is left out."""

    def __init__(self, indexes: Sequence[SearchIndex], filler: Filler, *, popular: Collection[int]) -> None:
        """`popular` are numbers of shipped entries; `filler` are words that say nothing about a need."""
        self._indexes = indexes
        self._shipped = indexes[0]
        self._filler = filler
        self._popular = popular
        self._near = frozenset[int]().union(*(index.near() for index in indexes[1:]))
        vocabulary: Counter[str] = Counter()
        for index in indexes:
            vocabulary.update(index.vocabulary)
        rarity = _rarity(vocabulary, sum(index.phrases for index in indexes))
        self._weights = Weights(rarity, filler)
        self._reader = Reader(filler, vocabulary, rarity)

    def let_go(self) -> None:
        """Before a question: drop what earlier ones read, once it is much, and what was reckoned of it."""
        let_go = [index.let_go() for index in self._indexes]
        if any(let_go):
            self._weights.let_go()

    def scores(self, parts: Sequence[Stretch], *, still_typing: bool) -> dict[Answer, float]:
        """What was asked, without courtesies -> how well each entry answers; the last word may be unfinished."""
        words = [word for part in parts for word in part.words]
        if len(words) > _WINDOW:
            return self._scored_in_parts(parts)
        asked = self._reader.read(words, still_typing=still_typing, by_ear=False)
        scored = self._scored(asked)
        if max(scored.values(), default=0.0) < _GOOD and len(self._telling(asked)) <= _SHORT:
            heard = self._reader.read(words, still_typing=still_typing, by_ear=True)
            for answer, score in self._scored(heard).items():
                scored[answer] = max(score, scored.get(answer, 0.0))
        return scored

    def _scored_in_parts(self, parts: Iterable[Stretch]) -> dict[Answer, float]:
        """A long story is read a few words at a time: the need stands somewhere in it, close together."""
        scored: dict[Answer, float] = {}
        for part in parts:
            telling = [word for word in part.words if not self._filler.holds(word)]
            for start in range(0, max(1, len(telling) - _STEP), _STEP):
                asked = self._reader.read(telling[start : start + _PART], still_typing=False, by_ear=False)
                weight = math.sqrt(sum(word.weight for word in asked))
                weight *= _ASKED_BONUS if part.asked and start == 0 else 1.0
                for answer, score in self._scored(asked).items():
                    scored[answer] = max(score * weight, scored.get(answer, 0.0))
        return scored

    def _telling(self, asked: Sequence[QueryWord]) -> list[QueryWord]:
        """The words that say something about the need, the rarest first; all of them when none does."""
        telling = [word for word in asked if not self._filler.holds(word.word)] or list(asked)
        return sorted(telling, key=lambda word: -word.weight)

    def _scored(self, asked: Sequence[QueryWord]) -> dict[Answer, float]:
        scorer = Scorer(asked, self._weights)
        return {
            (place, number): score
            for place, index in enumerate(self._indexes)
            for number, score in self._scores(index, asked, scorer).items()
        }

    def _scores(self, index: SearchIndex, asked: Sequence[QueryWord], scorer: Scorer) -> dict[int, float]:
        phrases: defaultdict[int, list[Phrase]] = defaultdict(list)
        for phrase in index.read(scorer.closest(self._candidates(index, asked), _CLOSEST)):
            phrases[phrase.entry].append(phrase)
        scores = {number: scorer.entry(found) for number, found in phrases.items()}
        if len(asked) == 1 and _ABBREVIATION.match(letters := asked[0].word.folded):
            for phrase in index.abbreviated(letters, _CANDIDATES):
                likeness = 0.6 + 0.4 * len(letters) / max(len(phrase.words), 1)
                scores[phrase.entry] = max(scores.get(phrase.entry, 0.0), likeness)
        return {number: score * self._bonus(index, number) for number, score in scores.items()}

    def _bonus(self, index: SearchIndex, number: int) -> float:
        if index is not self._shipped:
            return _NEAR_BONUS if number in self._near else 1.0
        return _SHIPPED_BONUS * (_POPULAR_BONUS if number in self._popular else 1.0)

    def _candidates(self, index: SearchIndex, asked: Sequence[QueryWord]) -> list[Candidate]:
        """Of the shipped phrases all that share a word; of the national ones those that share the most."""
        telling = self._telling(asked)
        if index is self._shipped:
            rarest = telling[:_TELLING_SHIPPED]
            return index.sharing([word.terms() for word in rarest], every=False, limit=_MANY)
        known = [word for word in telling if word.stands_for and (len(word.word.folded) > 1 or word is telling[0])]
        found = index.sharing([word.terms() for word in known], every=True, limit=_CANDIDATES)
        for some in combinations(known[:_TELLING_NATIONAL], 2):
            if len(found) < _ENOUGH and len(known) > 2:
                found += index.sharing([word.surest() for word in some], every=True, limit=_CANDIDATES)
        if len(found) < _ENOUGH and len(known) > 1:
            found += index.sharing([known[0].surest()], every=True, limit=_CANDIDATES)
        return found


def _rarity(vocabulary: Counter[str], phrases: int) -> dict[str, float]:
    """Word -> 0 .. 1: 1 for a word in one phrase only, near 0 for one in every phrase."""
    whole = math.log(2 + phrases)
    return {word: math.log(1 + phrases / count) / whole for word, count in vocabulary.items()}
