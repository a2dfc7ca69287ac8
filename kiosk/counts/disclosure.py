"""Which numbers besides the small ones are not told, so that no small one can be had by subtracting the others from a
sum (complementary suppression).

Decided from the numbers alone, never from how a report ranks and cuts them: the column "before" of one report hides
what the column "now" of the report before it hid. Pure.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from kiosk.counts.events import Band, EventKind, Length
from kiosk.counts.kinds import MEANINGS
from kiosk.counts.report import FEW, Figures

Cell: TypeAlias = tuple[Hashable, ...]
"""A number of a report: (place, kind) for all of a kind, (place, kind, subject), (place, weekday)."""
PLACE: Final = ""
"""The place of figures that are looked at by themselves; a commune has its five digits."""
LARGEST: Final = 10**9
_LISTED: Final = (EventKind.FORM_PRINTED, EventKind.LEAFLET_PRINTED, EventKind.CARD_FAILED)
"""Kinds that a report tells both as one number and subject by subject."""
_ENDS: Final = (EventKind.VISIT_FINISHED, EventKind.VISIT_LEFT, EventKind.VISIT_TIMED_OUT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """What every reader can add up: the parts make the total."""

    total: Cell
    parts: tuple[Cell, ...]


def withheld_of(figures: Figures, place: str = PLACE) -> frozenset[Cell]:
    """What the report of these figures leaves out besides small numbers, seen by itself."""
    numbers = numbers_of(figures, place)
    return withheld(numbers, tuple(sums_of(numbers, place)))


def tables_of(places: Mapping[str, Figures], span: str = "") -> tuple[dict[Cell, int], list[Sum]]:
    """Every number of these places' reports, and what adds up in each and among them; `PLACE` is all the others
    together. With the name of a span, each place is (span, place)."""
    numbers: dict[Cell, int] = {}
    sums: list[Sum] = []
    parts: dict[Cell, list[Cell]] = {}
    for place, figures in places.items():
        own = numbers_of(figures, (span, place) if span else place)
        numbers |= own
        sums += sums_of(own, (span, place) if span else place)
        if place != PLACE:
            for cell in own:
                parts.setdefault(((span, PLACE) if span else PLACE, *cell[1:]), []).append(cell)
    sums += (Sum(total=total, parts=tuple(found)) for total, found in parts.items() if total in numbers)
    return numbers, sums


def numbers_of(figures: Figures, place: Hashable) -> dict[Cell, int]:
    """Every number about visitors that a report may tell of these figures."""
    numbers: dict[Cell, int] = {(place, number): 0 for number in range(1, 8)}
    for day, count in figures.visits.items():
        numbers[place, day.isoweekday()] += count
    for (kind, subject), count in figures.sums.items():
        if MEANINGS[kind].about_visitors:
            if subject:
                numbers[place, kind, subject] = numbers.get((place, kind, subject), 0) + count
            numbers[place, kind] = numbers.get((place, kind), 0) + count
    return numbers


def sums_of(numbers: Mapping[Cell, int], place: Hashable) -> Iterator[Sum]:
    """The sums within the report of one place. That of the ways a visit ended and of its length holds but for visits
    that a power cut ended, and is taken as if it always did."""
    visits = (place, EventKind.VISIT_STARTED)
    parts: list[tuple[Cell, ...]] = [
        tuple((place, number) for number in range(1, 8)),
        tuple((place, EventKind.VISIT_BAND, band.value) for band in Band),
        tuple((place, EventKind.VISIT_LENGTH, length.value) for length in Length),
        tuple((place, kind) for kind in _ENDS),
    ]
    for each in parts:
        yield Sum(total=visits, parts=each)
    for kind in _LISTED:
        found = tuple(cell for cell in numbers if len(cell) == 3 and cell[:2] == (place, kind))
        yield Sum(total=(place, kind), parts=found)


@dataclass(frozen=True, slots=True, kw_only=True)
class AlreadyKnown:
    """What a reader knows, or must not come to know, besides what these reports tell and leave out."""

    unsaid: frozenset[Cell] = frozenset()
    """Left out by reports that were decided before."""
    exact: frozenset[Cell] = frozenset()
    """AlreadyKnown anyway, small or not."""
    secret: frozenset[Cell] = frozenset()
    """Not to be found out although they are not small: a later report may have to leave them out."""
    least: Mapping[Cell, int] = field(default_factory=dict)
    """Numbers that are known to be at least this."""
    told: frozenset[Cell] = frozenset()
    """Not to be left out: they are told elsewhere."""


NOTHING: Final = AlreadyKnown()


def withheld(numbers: Mapping[Cell, int], sums: Collection[Sum], known: AlreadyKnown = NOTHING) -> frozenset[Cell]:
    """The cells to leave out, until somebody who adds and subtracts all the others finds no small number any more."""
    tables = _Tables(numbers, sums, known)
    before = -1
    while (leaks := tables.worked_out()) and len(tables.unsaid) > before:
        before = len(tables.unsaid)
        for each in {why: (cell, why) for cell, why in leaks}.values():  # one more for each sum, then look again
            tables.leave_out_for(*each)
    return tables.left_out()


class _Tables:
    """The numbers with all their sums, and what a reader makes of them. Cells are counted through: a province's month
    has a hundred thousand of them."""

    def __init__(self, numbers: Mapping[Cell, int], sums: Collection[Sum], known: AlreadyKnown) -> None:
        self._cells = cells = sorted(numbers, key=str)
        self._at = at = {cell: index for index, cell in enumerate(cells)}
        self._numbers = [numbers[cell] for cell in cells]
        exact = self._indices(known.exact)
        secret, unsaid = self._indices(known.secret), self._indices(known.unsaid)
        self._small = {index for index, number in enumerate(self._numbers) if 0 < number < FEW} - exact
        self._guarded = self._small | secret
        self._fixed = self._indices(known.told) | exact | unsaid | secret
        self.unsaid: set[int] = set()
        self._open = (secret | unsaid) - exact
        self._least = {at[cell]: least for cell, least in known.least.items() if cell in at}
        parts = [(each.total, tuple(at[part] for part in each.parts if part in at)) for each in sums]
        # In an order of their own: what is left out must not hang on the order in which a database or a set has them.
        self._sums = sorted((at[total], *sorted(found)) for total, found in parts if total in at and found)
        self._of: dict[int, list[int]] = {}
        for number, indices in enumerate(self._sums):
            for index in indices:
                self._of.setdefault(index, []).append(number)
        self._why: dict[int, tuple[int, ...]] = {}
        self._low, self._high = self._numbers[:], self._numbers[:]
        self._changed: set[int] = self._small | self._open

    def _indices(self, cells: Collection[Cell]) -> set[int]:
        return {self._at[cell] for cell in cells if cell in self._at}

    def left_out(self) -> frozenset[Cell]:
        """The cells that were left out."""
        return frozenset(self._cells[index] for index in self.unsaid)

    def worked_out(self) -> list[tuple[int, tuple[int, ...]]]:
        """Small numbers that a reader finds out, each with the cells of the sum that gives it away."""
        low, high = self._low, self._high
        unknown = self._hanging_on(self._changed)
        self._changed = set()
        waiting = {number: None for index in unknown for number in self._of.get(index, ())}
        while waiting:
            number, _ = waiting.popitem()
            for index in self._narrow(self._sums[number], low, high):
                waiting |= dict.fromkeys(self._of[index])
        found = (index for index in sorted(self._why) if index in self._guarded and low[index] == high[index])
        return [(index, self._why[index]) for index in found]

    def leave_out_for(self, cell: int, sum_: tuple[int, ...]) -> None:
        """One more cell of the sum, or of those that led to it: a number that is told, the smallest first; then a
        zero; then a small one, of which not even that is told. Nothing when all are left out."""
        seen, around = {sum_}, [sum_]
        while around:
            for each in around:
                if (found := self._best_of(cell, each)) is not None:
                    self.unsaid.add(found)
                    self._changed.add(found)
                    return
            steps = (self._why[part] for each in around for part in each if part in self._why)
            around = [each for each in dict.fromkeys(steps) if each not in seen]
            seen |= set(around)

    def _best_of(self, cell: int, sum_: tuple[int, ...]) -> int | None:
        total, *parts = sum_
        order = [
            sorted((part for part in parts if self._numbers[part] >= FEW), key=self._rank),
            [total],
            sorted((part for part in parts if self._numbers[part] == 0), key=self._rank),
            sorted((part for part in parts if part != cell), key=self._rank),
            [cell] if cell in sum_ else [],
        ]
        left = (found for group in order for found in group if found not in self._fixed and found not in self.unsaid)
        return next(left, None)

    def _rank(self, index: int) -> tuple[int, int]:
        return self._numbers[index], index

    def _hanging_on(self, changed: set[int]) -> list[int]:
        """The numbers that are not told and hang together with these by sums, as if nothing were known of them yet.

        What a reader makes of all the others stays as it was: no sum joins them with these.
        """
        reached, around = set(changed), list(changed)
        while around:
            for number in self._of.get(around.pop(), ()):
                for index in self._sums[number]:
                    if index not in reached and self._is_untold(index):
                        reached.add(index)
                        around.append(index)
        unknown = []
        for index in sorted(reached):
            self._low[index], self._high[index] = least, most = self._bounds(index)
            self._why.pop(index, None)
            if least < most:
                unknown.append(index)
        return unknown

    def _is_untold(self, index: int) -> bool:
        return index in self._small or index in self._open or index in self.unsaid

    def _bounds(self, index: int) -> tuple[int, int]:
        """From and to, for all that the report itself tells."""
        if index in self._open or index in self.unsaid:
            low, high = 0, LARGEST
        elif index in self._small:
            low, high = 1, FEW - 1
        else:
            return self._numbers[index], self._numbers[index]
        return max(low, self._least.get(index, low)), high

    def _narrow(self, indices: tuple[int, ...], low: list[int], high: list[int]) -> list[int]:
        """The cells of which one sum says anything new."""
        total, *parts = indices
        least, most = sum([low[part] for part in parts]), sum([high[part] for part in parts])
        from_, to = low[total], high[total]
        found = [(total, least, most)]
        found += [
            (part, from_ - most + high[part], to - least + low[part]) for part in parts if low[part] < high[part]
        ]
        said = []
        for index, lowest, highest in found:
            # What is known already, or cannot be because a power cut left two sums unequal, is not narrowed further.
            if low[index] < high[index] and (lowest > low[index] or highest < high[index]):
                low[index], high[index] = max(low[index], lowest), min(high[index], highest)
                self._why[index] = indices
                said.append(index)
        return said
