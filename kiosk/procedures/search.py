"""Search that understands how people ask: no marks, short forms, raw Telex, slips, sound-alikes, everyday names.

Over the shipped procedures, and over the national catalogue when one was imported; the commune's popular services
first among equals. Shows nothing and keeps nothing of what was typed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from kiosk.procedures.aliases import Aliases, Courtesy
from kiosk.procedures.catalogue import Catalogue
from kiosk.procedures.courtesies import Courtesies
from kiosk.procedures.form_numbers import FormEntry, FormNumbers, NamedForm
from kiosk.procedures.ranking import Answer, Ranking
from kiosk.procedures.search_index import EntryKind, IndexEntry, IndexHit, SearchIndex
from kiosk.procedures.words import Filler, Lexicon, lexicon

_CODE = re.compile(r"^\s*(\d)[.,\s]?(\d{3,6})\s*$")
_WEAKEST, _WEAKEST_BESIDE = 0.2, 0.5
"""What answers so much worse than the best is left out; behind "this is not done here" no stopgaps are offered."""
_LONGEST = 600
"""Letters: what stands behind them is not read, so that a pasted page cannot stall the screen."""


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
        self._courtesies = Courtesies(courtesy or Courtesy(), shipped.marked_words())
        self._forms = FormNumbers(forms)
        self._procedures = shipped.procedures()
        self._popular = frozenset(self._procedures[each] for each in popular if each in self._procedures)
        self._ranking = Ranking(self._indexes, Filler(filler, shipped.marked_words()), popular=self._popular)

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
        self._ranking.let_go()
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

    def _scores_of(self, text: str) -> dict[Answer, float]:
        parts = self._courtesies.parts(self._words.words(text))
        return self._ranking.scores(parts, still_typing=bool(text) and text[-1].isalnum())

    def _best(self, scored: Mapping[Answer, float]) -> Iterable[IndexHit]:
        order = sorted(scored, key=lambda answer: -scored[answer])
        if not order:
            return ()
        place, number = order[0]
        best = self._indexes[place].entry(number)
        least = scored[order[0]] * (_WEAKEST_BESIDE if best.kind is EntryKind.ELSEWHERE else _WEAKEST)
        return (self._indexes[place].entry(number) for place, number in order if scored[place, number] >= least)


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
