"""Search that understands how people ask: no marks, short forms, raw Telex, slips, sound-alikes, everyday names.

Over the shipped procedures, and over the national catalogue when one was imported; the commune's popular services
first among equals. Shows nothing and keeps nothing of what was typed.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from kiosk.procedures.aliases import Aliases, Courtesy
from kiosk.procedures.catalogue import Catalogue
from kiosk.procedures.courtesies import Courtesies, Stretch
from kiosk.procedures.form_numbers import FormEntry, FormNumbers, NamedForm
from kiosk.procedures.query import QueryWord, Reader
from kiosk.procedures.scoring import Scorer, Weights
from kiosk.procedures.search_index import EntryKind, IndexEntry, IndexHit, Phrase, SearchIndex
from kiosk.procedures.words import Filler, Lexicon, lexicon

_CODE = re.compile(r"^\s*(\d)[.,\s]?(\d{3,6})\s*$")
_CANDIDATES, _CLOSEST = 90, 60
_MANY = 700
_ENOUGH = 20
_TELLING_SHIPPED, _TELLING_NATIONAL = 6, 4
_WEAKEST, _WEAKEST_BESIDE = 0.2, 0.5
"""What answers so much worse than the best is left out; behind "this is not done here" no stopgaps are offered."""
_GOOD = 0.58
"""Below this the words are read by ear as well, if there are few."""
_SHORT = 5
_LONGEST = 600
"""Letters: what stands behind them is not read, so that a pasted page cannot stall the screen."""
_WINDOW, _PART, _STEP = 14, 8, 4
"""Words: of more than the first the telling ones are read by parts, each beginning so far behind the last."""
_ASKED_BONUS = 2.2
"""What directly follows "tôi muốn hỏi" is the need, and not the story around it."""
_SHIPPED_BONUS, _POPULAR_BONUS, _NEAR_BONUS = 1.25, 1.04, 1.12
_ABBREVIATION = re.compile(r"^[a-z]{3,9}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One answer. `id` is None for a row of the national catalogue; `rank` counts from 1."""

    kind: EntryKind
    id: str | None
    code: str | None
    name: str
    agency: str = ""
    """Who settles it, of a row of the national catalogue."""
    rank: int
    form: str = ""
    """The number of the form that was asked for, where the answer uses it."""


class Search:
    """Finds procedures and what is handed in with them. `national` is an imported catalogue, of the same lexicon."""

    def __init__(
        self,
        shipped: SearchIndex,
        words: Lexicon,
        *,
        filler: Collection[str] = (),
        courtesy: Courtesy | None = None,
        popular: Collection[str] = (),
        forms: Iterable[FormEntry] = (),
        national: SearchIndex | None = None,
    ) -> None:
        self._indexes = (shipped, national) if national else (shipped,)
        self._shipped = shipped
        self._words = words
        self._filler = Filler(filler, shipped.marked_words())
        self._courtesies = Courtesies(courtesy or Courtesy(), shipped.marked_words())
        self._forms = FormNumbers(forms)
        self._procedures = shipped.procedures()
        self._popular = frozenset(self._procedures[each] for each in popular if each in self._procedures)
        self._near = national.near() if national else frozenset()
        rarity = _rarity(self._indexes)
        self._weights = Weights(rarity, self._filler)
        together: Counter[str] = Counter()
        for index in self._indexes:
            together.update(index.vocabulary)
        self._reader = Reader(self._filler, together, rarity)

    @classmethod
    def over(
        cls,
        catalogue: Catalogue,
        aliases: Aliases,
        *,
        more: Iterable[IndexEntry] = (),
        forms: Iterable[FormEntry] = (),
        national: SearchIndex | None = None,
    ) -> Search:
        """The search over a catalogue and its aliases, indexed in memory, and over `more` entries beside it."""
        words = lexicon(aliases.abbreviations)
        return cls(
            SearchIndex.build([*entries_of(catalogue, aliases), *more], words),
            words,
            filler=aliases.filler,
            courtesy=aliases.courtesy,
            popular=catalogue.popular_ids,
            forms=forms,
            national=national,
        )

    def find(self, text: str, limit: int = 10) -> list[Hit]:
        """The best answers, best first; none for an empty query. Never raises for what was typed."""
        text = text[:_LONGEST]
        named = self._forms.named(text)
        if code := _CODE.match(text):
            found = self._by_code(f"{code[1]}.{code[2]}", limit)
        elif named:
            found = self._by_form(named)
        else:
            found = self._by_words(text)
        users = named.procedures if named else ()
        return [
            Hit(
                kind=one.kind,
                id=one.id,
                code=one.code,
                name=one.name,
                agency=one.agency,
                rank=rank,
                form=named.number if named and one.kind is EntryKind.PROCEDURE and one.id in users else "",
            )
            for rank, one in enumerate(_without_doubles(found, limit), 1)
        ]

    def asks(self, text: str) -> bool:
        """False for an empty text, a greeting, thanks; true as soon as a word stands beside them."""
        return bool(self._courtesies.passed_over(self._words.words(text[:_LONGEST])))

    def _by_code(self, code: str, limit: int) -> Iterable[IndexHit]:
        return (index.entry(number) for index in self._indexes for number in index.with_code(code, limit))

    def _by_form(self, named: NamedForm) -> Iterable[IndexHit]:
        """The procedures that use the form, those that answer the other words first; then what else answers them."""
        scored = self._scores_of(named.rest)
        users = [self._procedures[each] for each in named.procedures if each in self._procedures]
        users.sort(key=lambda number: (-scored.get((0, number), 0.0), number not in self._popular))
        yield from (self._shipped.entry(number) for number in users)
        yield from self._best(scored)

    def _by_words(self, text: str) -> Iterable[IndexHit]:
        return self._best(self._scores_of(text))

    def _scores_of(self, text: str) -> dict[tuple[int, int], float]:
        """Place of the index and number of the entry -> how well it answers."""
        parts = self._courtesies.parts(self._words.words(text))
        words = [word for part in parts for word in part.words]
        still_typing = bool(text) and text[-1].isalnum()
        if len(words) > _WINDOW:
            return self._scored_in_parts(parts)
        asked = self._reader.read(words, still_typing=still_typing, by_ear=False)
        scored = self._scored(asked)
        if max(scored.values(), default=0.0) < _GOOD and len(self._telling(asked)) <= _SHORT:
            heard = self._reader.read(words, still_typing=still_typing, by_ear=True)
            for answer, score in self._scored(heard).items():
                scored[answer] = max(score, scored.get(answer, 0.0))
        return scored

    def _scored_in_parts(self, parts: Iterable[Stretch]) -> dict[tuple[int, int], float]:
        """A long story is read a few words at a time: the need stands somewhere in it, close together."""
        scored: dict[tuple[int, int], float] = {}
        for part in parts:
            telling = [word for word in part.words if not self._filler.holds(word)]
            for start in range(0, max(1, len(telling) - _STEP), _STEP):
                asked = self._reader.read(telling[start : start + _PART], still_typing=False, by_ear=False)
                weight = math.sqrt(sum(word.weight for word in asked))
                weight *= _ASKED_BONUS if part.asked and start == 0 else 1.0
                for answer, score in self._scored(asked).items():
                    scored[answer] = max(score * weight, scored.get(answer, 0.0))
        return scored

    def _best(self, scored: Mapping[tuple[int, int], float]) -> Iterable[IndexHit]:
        order = sorted(scored, key=lambda answer: -scored[answer])
        if not order:
            return ()
        place, number = order[0]
        best = self._indexes[place].entry(number)
        least = scored[order[0]] * (_WEAKEST_BESIDE if best.kind is EntryKind.ELSEWHERE else _WEAKEST)
        return (self._indexes[place].entry(number) for place, number in order if scored[place, number] >= least)

    def _telling(self, asked: Sequence[QueryWord]) -> list[QueryWord]:
        """The words that say something about the need, the rarest first; all of them when none does."""
        telling = [word for word in asked if not self._filler.holds(word.word)] or list(asked)
        return sorted(telling, key=lambda word: -word.weight)

    def _scored(self, asked: Sequence[QueryWord]) -> dict[tuple[int, int], float]:
        scorer = Scorer(asked, self._weights)
        return {
            (place, number): score
            for place, index in enumerate(self._indexes)
            for number, score in self._scores(index, asked, scorer).items()
        }

    def _scores(self, index: SearchIndex, asked: Sequence[QueryWord], scorer: Scorer) -> dict[int, float]:
        phrases: defaultdict[int, list[Phrase]] = defaultdict(list)
        for phrase in scorer.closest(self._candidates(index, asked), _CLOSEST):
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

    def _candidates(self, index: SearchIndex, asked: Sequence[QueryWord]) -> list[Phrase]:
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


def entries_of(catalogue: Catalogue, aliases: Aliases) -> list[IndexEntry]:
    """The shipped procedures as the index wants them."""
    return [
        IndexEntry(
            id=procedure.id,
            code=procedure.code,
            name=procedure.name.vi,
            also=(procedure.official_name, procedure.name.en),
            aliases=aliases.aliases.get(procedure.id, ()),
        )
        for procedure in catalogue.all()
    ]


def _rarity(indexes: Sequence[SearchIndex]) -> dict[str, float]:
    """Word -> 0 .. 1: 1 for a word in one phrase only, near 0 for one in every phrase."""
    counts: Counter[str] = Counter()
    for index in indexes:
        counts.update(index.vocabulary)
    whole = math.log(2 + sum(index.phrases for index in indexes))
    total = sum(index.phrases for index in indexes)
    return {word: math.log(1 + total / count) / whole for word, count in counts.items()}


def _without_doubles(found: Iterable[IndexHit], limit: int) -> Iterable[IndexHit]:
    """The first `limit` answers; a code that was shown already is left out."""
    shown: set[tuple[bool, str]] = set()
    for one in found:
        if len(shown) == limit:
            return
        key = (one.kind in (EntryKind.PROCEDURE, EntryKind.NATIONAL), one.code or one.id or one.name)
        if key not in shown:
            shown.add(key)
            yield one
