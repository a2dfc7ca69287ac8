"""Which numbers besides the small ones are not told, so that no small one can be had by subtracting the others from a
sum (complementary suppression).

Decided from the numbers alone, never from how a report ranks and cuts them: the column "before" of one report hides
what the column "now" of the report before it hid. Pure.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from kiosk.counts.events import Band, EventKind, Length
from kiosk.counts.kinds import MEANINGS
from kiosk.counts.report import FEW, Figures

Cell: TypeAlias = tuple[Hashable, ...]
"""A number of a report: (place, kind) for all of a kind, (place, kind, subject), (place, weekday)."""
PLACE: Final = ""
"""The place of figures that are looked at by themselves; a commune has its five digits."""
_MOST: Final = 10**9
_LISTED: Final = (EventKind.FORM_PRINTED, EventKind.LEAFLET_PRINTED, EventKind.CARD_FAILED)
"""Kinds that a report tells both as one number and subject by subject."""
_ENDS: Final = (EventKind.VISIT_FINISHED, EventKind.VISIT_LEFT, EventKind.VISIT_TIMED_OUT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """What every reader can add up: the parts make the total."""

    total: Cell
    parts: tuple[Cell, ...]


def withheld_of(figures: Figures, place: str = PLACE) -> frozenset[Cell]:
    """What the report of these figures leaves out besides small numbers."""
    numbers = numbers_of(figures, place)
    return withheld(numbers, tuple(sums_of(numbers, place)))


def withheld_among(places: Mapping[str, Figures], whole: Figures) -> frozenset[Cell]:
    """The same for the reports of several places and the one of all of them, when all of these are handed out."""
    numbers = numbers_of(whole, PLACE)
    sums = list(sums_of(numbers, PLACE))
    for place, figures in places.items():
        own = numbers_of(figures, place)
        numbers |= own
        sums += sums_of(own, place)
    parts: dict[Cell, list[Cell]] = {}
    for cell in numbers:
        if cell[0] != PLACE:
            parts.setdefault((PLACE, *cell[1:]), []).append(cell)
    sums += (Sum(total=total, parts=tuple(found)) for total, found in parts.items() if total in numbers)
    return withheld(numbers, sums)


def numbers_of(figures: Figures, place: str) -> dict[Cell, int]:
    """Every number about visitors that a report may tell of these figures."""
    numbers: dict[Cell, int] = {(place, number): 0 for number in range(1, 8)}
    for day, count in figures.visits.items():
        numbers[place, day.isoweekday()] += count
    for (kind, subject), count in figures.sums.items():
        if MEANINGS[kind].about_visitors:
            numbers[place, kind, subject] = numbers.get((place, kind, subject), 0) + count
            numbers[place, kind] = numbers.get((place, kind), 0) + count
    return numbers


def sums_of(numbers: Mapping[Cell, int], place: str) -> Iterator[Sum]:
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


def withheld(numbers: Mapping[Cell, int], sums: Collection[Sum]) -> frozenset[Cell]:
    """The cells to leave out, until somebody who adds and subtracts all the others finds no small number any more."""
    tables = _Tables(numbers, sums)
    unsaid: set[Cell] = set()
    while leaks := tables.worked_out(unsaid):
        known = len(unsaid)
        for each in {why: (cell, why) for cell, why in leaks}.values():  # one more for each sum, then look again
            unsaid |= set(tables.best_to_leave_out(each, unsaid))
        if len(unsaid) == known:
            break  # all that could be left out is
    return frozenset(unsaid)


class _Tables:
    """The numbers with all their sums, and what a reader makes of them."""

    def __init__(self, numbers: Mapping[Cell, int], sums: Collection[Sum]) -> None:
        self._numbers = numbers
        self._small = frozenset(cell for cell, number in numbers.items() if 0 < number < FEW)
        known = [(each.total, tuple(part for part in each.parts if part in numbers)) for each in sums]
        self._sums = [(total, parts) for total, parts in known if total in numbers and parts]

    def worked_out(self, unsaid: Collection[Cell]) -> list[tuple[Cell, tuple[Cell, ...]]]:
        """Small numbers that a reader finds out, each with the cells of the sum that gives it away."""
        low, high = self._bounds(unsaid)
        why: dict[Cell, tuple[Cell, ...]] = {}
        waiting = list(self._sums)
        while waiting:
            waiting = [each for each in self._sums if self._narrow(each, low, high, why)]
        return [(cell, why[cell]) for cell in sorted(why, key=str) if cell in self._small and low[cell] == high[cell]]

    def best_to_leave_out(self, leak: tuple[Cell, tuple[Cell, ...]], unsaid: Collection[Cell]) -> tuple[Cell, ...]:
        """One more cell of the sum: a number that is told, the smallest first; then a zero; then a small one, of
        which not even that is told. Nothing when all are left out."""
        cell, (total, *parts) = leak
        order = [
            sorted((part for part in parts if self._numbers[part] >= FEW), key=self._rank),
            [total],
            sorted((part for part in parts if self._numbers[part] == 0), key=self._rank),
            sorted((part for part in parts if part != cell), key=self._rank),
            [cell],
        ]
        return tuple(found for group in order for found in group if found not in unsaid)[:1]

    def _rank(self, cell: Cell) -> tuple[int, str]:
        return self._numbers[cell], str(cell)

    def _bounds(self, unsaid: Collection[Cell]) -> tuple[dict[Cell, int], dict[Cell, int]]:
        """From and to, for all that the report itself tells."""
        low, high = dict(self._numbers), dict(self._numbers)
        for cell in self._small:
            low[cell], high[cell] = 1, FEW - 1
        for cell in unsaid:
            low[cell], high[cell] = 0, _MOST
        return low, high

    def _narrow(
        self,
        each: tuple[Cell, tuple[Cell, ...]],
        low: dict[Cell, int],
        high: dict[Cell, int],
        why: dict[Cell, tuple[Cell, ...]],
    ) -> bool:
        """What one sum says of its cells; whether it said anything new."""
        total, parts = each
        least, most = sum(low[part] for part in parts), sum(high[part] for part in parts)
        found = [(total, least, most)]
        found += [(part, low[total] - (most - high[part]), high[total] - (least - low[part])) for part in parts]
        said = False
        for cell, lowest, highest in found:
            # What is known already, or cannot be because a power cut left two sums unequal, is not narrowed further.
            if low[cell] < high[cell] and (lowest > low[cell] or highest < high[cell]):
                low[cell], high[cell] = max(low[cell], lowest), min(high[cell], highest)
                why[cell] = (total, *parts)
                said = True
        return said
