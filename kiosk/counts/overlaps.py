"""Weeks and months held against each other: what a report leaves out so that nobody finds a small number who lays the
reports of all weeks and of all months side by side and subtracts.

A week within one month is decided by itself. Where a month ends within a week, its last days (the tail) are known to
whoever has the month and all its weeks; so that month guards the tail's days, and that week takes for granted what
the tail gave away. Each report is thus decided from the days up to its own last one, and is the same whenever it is
made. Pure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Final, TypeAlias

from kiosk.counts.disclosure import AlreadyKnown, Cell, Sum, tables_of, withheld
from kiosk.counts.events import EventKind
from kiosk.counts.period import Period, month_of, week_of
from kiosk.counts.report import FEW, Figures

FiguresByPlace: TypeAlias = Mapping[str, Figures]
"""The figures of each place whose reports are handed out, `PLACE` among them for all of them together."""
Source: TypeAlias = Callable[[date, date], FiguresByPlace]
"""The figures from one day to another, both included."""
_DAY: Final = timedelta(days=1)
_MONTH, _TAIL, _HEAD = "month", "tail", "head"
_OF_VISITS: Final = (
    EventKind.VISIT_STARTED, EventKind.VISIT_BAND, EventKind.VISIT_LENGTH,
    EventKind.VISIT_FINISHED, EventKind.VISIT_LEFT, EventKind.VISIT_TIMED_OUT,
)  # fmt: skip
"""Kinds of which each day's visits are a sum."""


def withheld_in(period: Period, source: Source) -> frozenset[Cell]:
    """What the reports of this week or month leave out besides small numbers."""
    if period.is_week:
        return frozenset((_place(cell), *cell[1:]) for cell in _of_week(period, source))
    return _of_month(period, source)


def _span(week: Period) -> str:
    return week.first.isoformat()


def _of_week(week: Period, source: Source) -> frozenset[Cell]:
    """Every cell of the week that must not be said, also for what its two months already give away."""
    numbers, sums = tables_of(source(week.first, week.last), _span(week))
    known = AlreadyKnown()
    if (month := month_of(week.first)) != month_of(week.last):
        known = _given_away(week, numbers, source(week.first, month.last))
    return withheld(numbers, sums, known) | known.unsaid


def _given_away(week: Period, numbers: Mapping[Cell, int], tail: FiguresByPlace) -> AlreadyKnown:
    """What the month that ended in this week may have told of it: at least how often; whole days where it could."""
    found, _ = tables_of(tail, _span(week))
    least = {cell: number for cell, number in found.items() if number and not _is_day(cell) and cell in numbers}
    days = [n for n in range(1, month_of(week.first).last.isoweekday() + 1) if _settled(tail, n)]
    # Of "<5" and at least 4 is made 4: so not even "<5" is told.
    sure = frozenset(cell for cell, number in least.items() if numbers[cell] == number == FEW - 1)
    return AlreadyKnown(
        unsaid=sure, least=least, told=frozenset(cell for cell in numbers if _is_day(cell) and cell[1] in days)
    )


def _settled(tail: FiguresByPlace, number: int) -> bool:
    """Whether nobody's visits on this day of the week are so few that they must be guarded."""
    counts = (
        sum(count for day, count in figures.visits.items() if day.isoweekday() == number) for figures in tail.values()
    )
    return not any(0 < count < FEW for count in counts)


def _is_day(cell: Cell) -> bool:
    return len(cell) == 2 and isinstance(cell[1], int)


def _of_month(month: Period, source: Source) -> frozenset[Cell]:
    numbers, sums = tables_of(source(month.first, month.last), _MONTH)
    mine = frozenset(numbers)
    unsaid: frozenset[Cell] = frozenset()
    weeks = list(_weeks_ended_in(month))
    for week in weeks:
        unsaid |= _of_week(week, source)
        own, adding_up = tables_of(source(week.first, week.last), _span(week))
        numbers |= own
        sums += adding_up
    known = AlreadyKnown(unsaid=unsaid, told=frozenset(numbers) - mine)
    if weeks and weeks[0].first < month.first:
        before, _ = tables_of(source(weeks[0].first, month.first - _DAY), _HEAD)
        head = {cell: number for cell, number in before.items() if not _is_day(cell)}
        numbers |= {cell: -number for cell, number in head.items()}
        least = {((_span(weeks[0]), _place(cell)), *cell[1:]): number for cell, number in head.items()}
        known = replace(known, exact=frozenset(head), least=least)
    tail_begins = weeks[-1].last + _DAY if weeks else month.first
    if tail_begins > month.last:
        sums += (_sum_of(cell, weeks, month, numbers) for cell in mine)
        return _places_of(withheld(numbers, sums, known))
    found, adding_up = tables_of(tail := source(tail_begins, month.last), _TAIL)
    numbers |= found
    sums += (_sum_of(cell, weeks, month, numbers) for cell in mine)
    # The next month may give the tail away, so nothing else may hang on it; and it may not be given away by this one.
    hidden = withheld(numbers, sums, replace(known, exact=known.exact | frozenset(found)))
    known = replace(known, unsaid=known.unsaid | hidden, told=known.told | frozenset(found))
    guarded = _guarding(tail, found, known)
    return _places_of(hidden | withheld(numbers, [*sums, *adding_up], guarded))


def _places_of(cells: frozenset[Cell]) -> frozenset[Cell]:
    return frozenset((_place(cell), *cell[1:]) for cell in cells if cell[0] == (_MONTH, _place(cell)))


def _weeks_ended_in(month: Period) -> Iterator[Period]:
    week = week_of(month.first)
    while week.last <= month.last:
        yield week
        week = week_of(week.last + _DAY)


def _guarding(tail: FiguresByPlace, found: Mapping[Cell, int], known: AlreadyKnown) -> AlreadyKnown:
    """Of the days whose week is not over, those with few visits, and how the visits add up to them."""
    open_days = {number for number in range(1, 8) if not _settled(tail, number)}
    small = {cell for cell, number in found.items() if _is_day(cell) and 0 < number < FEW}
    secret = {cell for cell in found if _is_day(cell) and cell[1] in open_days and found[cell] >= FEW}
    unsaid = {cell for cell in found if not _is_day(cell) and cell[1] in _OF_VISITS} if open_days else set()
    exact = frozenset(found) - small - secret - unsaid
    return replace(known, exact=known.exact | exact, secret=frozenset(secret), unsaid=known.unsaid | unsaid)


def _sum_of(cell: Cell, weeks: list[Period], month: Period, numbers: Mapping[Cell, int]) -> Sum:
    """What the reports of the weeks and the days before and after them make of a number of the month."""
    is_day = _is_day(cell)
    spans = [_span(week) for week in weeks if not (is_day and _day(week, cell[1]) < month.first)]
    parts = (((span, _place(cell)), *cell[1:]) for span in (*spans, _HEAD, _TAIL))
    return Sum(total=cell, parts=tuple(part for part in parts if part in numbers))


def _place(cell: Cell) -> str:
    """Of a cell whose first part is (span, place)."""
    where = cell[0]
    assert isinstance(where, tuple)
    return str(where[1])


def _day(week: Period, number: object) -> date:
    assert isinstance(number, int)
    return week.first + timedelta(days=number - 1)
