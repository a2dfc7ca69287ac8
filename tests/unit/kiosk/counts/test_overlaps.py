"""No small number can be worked out by whoever lays the reports of all weeks and all months side by side."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from datetime import date, timedelta

import pytest

from kiosk.counts.disclosure import PLACE, Cell, Sum, numbers_of, tables_of, withheld_of
from kiosk.counts.overlaps import FiguresByPlace, Source, withheld_in
from kiosk.counts.period import Period, month_of, read_month, read_week, week_of
from kiosk.counts.report import FEW, figures_of
from kiosk.counts.totals import Total
from tests.unit.kiosk.counts.test_disclosure import MOST, worked_out
from tests.unit.kiosk.counts.test_disclosure import week_of as made_up_week

FIRST, LAST = date(2026, 8, 31), date(2027, 1, 3)
"""Eighteen whole weeks: one month in them begins on a Tuesday, one on a Thursday, one on a Sunday."""
DAY = timedelta(days=1)


def year(chance: random.Random, *, busy: Sequence[int]) -> list[Total]:
    """Day totals of such weeks, whose tables add up; so many visits in one of them."""
    totals: list[Total] = []
    for day in (FIRST + n * DAY for n in range((LAST - FIRST).days + 1)):
        if day.isoweekday() < 6 or chance.random() < 0.2:
            figures = made_up_week(chance, visits=chance.choice(busy) // 5 + chance.choice((0, 0, 1, 2)))
            totals += [Total(day=day, kind=k, subject=s, count=n) for (k, s), n in figures.sums.items()]
    return totals


def source_of(places: dict[str, list[Total]]) -> Source:
    """The reports of each, and of all of them."""

    def told(first: date, last: date) -> FiguresByPlace:
        days = {place: [each for each in totals if first <= each.day <= last] for place, totals in places.items()}
        whole = [each for found in days.values() for each in found]
        return {PLACE: figures_of(whole), **({p: figures_of(t) for p, t in days.items()} if len(days) > 1 else {})}

    return told


def periods() -> list[Period]:
    weeks = [week_of(FIRST + n * 7 * DAY) for n in range(18)]
    return [*weeks, *(read_month(f"2026-{month:02}") for month in range(9, 13))]


def reader(source: Source, hide: Callable[[Period, Source], frozenset[Cell]]) -> dict[Cell, int]:
    """What somebody with all these reports finds out of the small numbers."""
    told: dict[Cell, int] = {}
    unsaid: dict[Cell, tuple[int, int]] = {}
    small: set[Cell] = set()
    sums: list[Sum] = []
    for period in periods():
        numbers, own = tables_of(source(period.first, period.last), period.key)
        hidden = {((period.key, cell[0]), *cell[1:]) for cell in hide(period, source)}
        few = {cell for cell, number in numbers.items() if 0 < number < FEW}
        told |= {cell: number for cell, number in numbers.items() if cell not in few and cell not in hidden}
        unsaid |= dict.fromkeys(few, (1, FEW - 1)) | dict.fromkeys(hidden & set(numbers), (0, MOST))
        small |= few
        sums += own
    sums += crossing({*unsaid, *told})
    unsaid |= {part: (0, MOST) for each in sums for part in each.parts if part not in unsaid and part not in told}
    return {cell: number for cell, number in worked_out(told, unsaid, sums).items() if cell in small}


def crossing(cells: Collection[Cell]) -> list[Sum]:
    """A month is the sum of its weeks and of its part of those that it shares; a shared week, of two parts."""
    parts: dict[Cell, list[Cell]] = {}
    for cell in cells:
        key, place = cell[0]  # type: ignore[misc]
        if "W" not in key:
            continue
        week, rest = read_week(key), cell[1:]
        if len(rest) == 1 and isinstance(rest[0], int):
            months = {month_of(week.first + (rest[0] - 1) * DAY).key}
        else:
            months = {month_of(week.first).key, month_of(week.last).key}
        for month in months:
            part: Cell = cell if len(months) == 1 else ((f"{key} in {month}", place), *rest)
            parts.setdefault(((month, place), *rest), []).append(part)
            if len(months) == 2:
                parts.setdefault(cell, []).append(part)
    return [Sum(total=total, parts=tuple(found)) for total, found in parts.items() if total in cells]


def alone(period: Period, source: Source) -> frozenset[Cell]:
    """As it was before the reports of weeks and months were held against each other."""
    return withheld_of(source(period.first, period.last)[PLACE])


def test_this_reader_works_small_numbers_out_where_each_report_was_decided_by_itself() -> None:
    source = source_of({"": year(random.Random(2), busy=(2, 10, 40))})
    assert reader(source, alone)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("busy", [(1, 2, 5), (2, 10, 40), (40, 80)], ids=["quiet", "uneven", "busy"])
def test_nobody_works_a_small_number_out_of_weeks_and_months(seed: int, busy: Sequence[int]) -> None:
    assert reader(source_of({"": year(random.Random(seed), busy=busy)}), withheld_in) == {}


@pytest.mark.parametrize("seed", range(2))
def test_nor_of_those_of_two_communes_and_their_province(seed: int) -> None:
    chance = random.Random(seed)
    source = source_of({"10101": year(chance, busy=(2, 10)), "10102": year(chance, busy=(20, 40))})
    assert reader(source, withheld_in) == {}


def test_a_report_leaves_out_the_same_whatever_came_after_its_last_day() -> None:
    source = source_of({"": year(random.Random(5), busy=(2, 10, 40))})

    def cut(last: date) -> Source:
        return lambda first, end: source(first, min(end, last))

    for period in periods()[:9]:
        assert withheld_in(period, cut(period.last)) == withheld_in(period, source)


def test_a_month_tells_sums_of_weeks_that_were_too_small_to_tell() -> None:
    source = source_of({"": year(random.Random(4), busy=(2, 10, 40))})
    shown: Counter[bool] = Counter()
    for period in (read_month("2026-10"), read_month("2026-11")):
        numbers = numbers_of(source(period.first, period.last)[PLACE], PLACE)
        hidden = withheld_in(period, source)
        shown += Counter(cell not in hidden for cell, number in numbers.items() if number >= FEW)
    assert shown[True] > shown[False]
