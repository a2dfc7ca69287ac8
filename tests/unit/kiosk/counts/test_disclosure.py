"""No number under 5 can be worked out from what the reports tell; tried by somebody who adds and subtracts
everything."""

from __future__ import annotations

import io
import random
import zipfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from html import escape
from pathlib import Path

import pytest

from kiosk.counts.catalogue import stored
from kiosk.counts.disclosure import (
    PLACE,
    Cell,
    Sum,
    numbers_of,
    sums_of,
    tables_of,
    withheld,
    withheld_of,
)
from kiosk.counts.events import Band, EventKind, Length
from kiosk.counts.period import read_week
from kiosk.counts.report import FEW, HIDDEN, WITHHELD, Figures
from kiosk.counts.report_sections import report_for
from kiosk.counts.report_table import as_csv, as_text, as_xlsx, caution_of
from kiosk.counts.station_report import scope_of
from kiosk.counts.totals import Pair
from kiosk.i18n import Language
from kiosk.settings import read_settings
from tests.helpers.counting import shipped_catalogue

WEEK = read_week("2026-W47")
MOST = 10_000


def week_of(chance: random.Random, *, visits: int) -> Figures:
    """A week with so many visits, whose tables add up as those of a station do."""
    sums: dict[tuple[EventKind, str], int] = {}
    days: dict[date, int] = {}
    ends = (EventKind.VISIT_FINISHED, EventKind.VISIT_LEFT, EventKind.VISIT_TIMED_OUT)
    for _ in range(visits):
        day = chance.choice(WEEK.days[:5])
        days[day] = days.get(day, 0) + 1
        events = [
            (EventKind.VISIT_STARTED, ""),
            (EventKind.VISIT_BAND, chance.choice(list(Band)).value),
            (EventKind.VISIT_LENGTH, chance.choice(list(Length)).value),
            (chance.choice(ends), ""),
        ]
        if chance.random() < 0.6:
            events.append((EventKind.FORM_PRINTED, chance.choice(some_forms())))
        if chance.random() < 0.1:
            events.append((EventKind.CARD_FAILED, chance.choice(("card.lifted", "card.wrong-key"))))
        for event in events:
            sums[event] = sums.get(event, 0) + 1
    return Figures(sums={(kind, stored(subject)): n for (kind, subject), n in sums.items()}, visits=days)


@cache
def some_forms() -> tuple[str, ...]:
    """The first of those that can be counted."""
    printed = (event.subject for event, _ in shipped_catalogue().pairs() if event.kind is EventKind.FORM_PRINTED)
    return tuple(sorted(printed)[:12])


def worked_out(
    told: Mapping[Cell, int], unsaid: Mapping[Cell, tuple[int, int]], sums: Sequence[Sum]
) -> dict[Cell, int]:
    """What a reader finds out: bounds of every untold number, narrowed by every sum until nothing narrows any
    more."""
    bounds = {cell: (number, number) for cell, number in told.items()} | dict(unsaid)
    narrowed = True
    while narrowed:
        narrowed = False
        for each in sums:
            parts = [part for part in each.parts if part in bounds]
            for cell in (each.total, *parts):
                if cell not in bounds:
                    continue
                others = [bounds[part] for part in parts if part != cell]
                low, high = sum(one[0] for one in others), sum(one[1] for one in others)
                if cell != each.total:
                    total = bounds.get(each.total, (0, MOST))
                    low, high = total[0] - high, total[1] - low
                new = (max(bounds[cell][0], low), min(bounds[cell][1], high))
                narrowed |= new != bounds[cell]
                bounds[cell] = new
    return {cell: low for cell, (low, high) in bounds.items() if cell in unsaid and low == high}


def reader_of(numbers: Mapping[Cell, int], hidden: frozenset[Cell], sums: Sequence[Sum]) -> dict[Cell, int]:
    """What a reader of these numbers finds out of the small ones."""
    small = {cell for cell, number in numbers.items() if 0 < number < FEW}
    told = {cell: number for cell, number in numbers.items() if cell not in small and cell not in hidden}
    unsaid = dict.fromkeys(small, (1, FEW - 1)) | dict.fromkeys(hidden, (0, MOST))
    return {cell: number for cell, number in worked_out(told, unsaid, sums).items() if cell in small}


def test_the_reader_of_these_tests_works_small_numbers_out_where_nothing_is_withheld() -> None:
    figures = week_of(random.Random(3), visits=40)
    numbers = numbers_of(figures, PLACE)
    assert reader_of(numbers, frozenset(), list(sums_of(numbers, PLACE)))


@pytest.mark.parametrize("seed", range(60))
def test_no_small_number_of_a_week_can_be_worked_out(seed: int) -> None:
    chance = random.Random(seed)
    figures = week_of(chance, visits=chance.choice((1, 3, 4, 5, 6, 9, 15, 40, 200)))
    numbers = numbers_of(figures, PLACE)
    assert reader_of(numbers, withheld_of(figures), list(sums_of(numbers, PLACE))) == {}


def test_beside_its_communes_report_that_of_one_pc_gives_small_numbers_away_and_says_so_in_every_form() -> None:
    """Why it is for the inside (decision 29): nobody who decides the one knows the numbers of the other."""
    pcs = {"A": week_of(random.Random(1), visits=40), "B": week_of(random.Random(2), visits=30)}
    whole = added(pcs)
    numbers, sums = tables_of({PLACE: whole, **pcs})
    hidden = withheld_of(whole) | withheld_of(pcs["A"], "A")
    few = {cell for cell, number in numbers.items() if 0 < number < FEW}
    told = {cell: n for cell, n in numbers.items() if cell[0] != "B" and cell not in few and cell not in hidden}
    unsaid = {
        cell: (1, FEW - 1) if cell in few and cell[0] != "B" else (0, MOST) for cell in numbers if cell not in told
    }
    found = {cell: number for cell, number in worked_out(told, unsaid, sums).items() if cell in few}
    assert found
    assert all(numbers[cell] == number for cell, number in found.items())
    commune = read_settings(overrides=Path("/none")).kiosk.commune
    alone = report_for(WEEK, pcs["A"], pcs["B"], shipped_catalogue(), scope_of(commune), made_on=date(2026, 11, 23))
    of_all = replace(alone, scope=replace(alone.scope, one_pc=False))
    for language in (Language.VI, Language.EN):
        caution = caution_of(alone)
        assert caution is not None
        said = caution.say(language)
        for report, stands in ((alone, True), (of_all, False)):
            assert (said in as_text(report, language)) is stands
            assert (said in as_csv(report, language).decode("utf-8-sig")) is stands
            workbook = zipfile.ZipFile(io.BytesIO(as_xlsx(report, language)))
            assert (escape(said, quote=False) in workbook.read("xl/sharedStrings.xml").decode()) is stands


@pytest.mark.parametrize("seed", range(12))
def test_nor_from_the_reports_of_all_communes_and_of_the_province_together(seed: int) -> None:
    chance = random.Random(seed)
    places = {f"1{n:04}": week_of(chance, visits=chance.choice((2, 7, 30))) for n in range(4)}
    whole = added(places)
    numbers, equations = numbers_of(whole, PLACE), list(sums_of(numbers_of(whole, PLACE), PLACE))
    for place, figures in places.items():
        own = numbers_of(figures, place)
        numbers |= own
        equations += sums_of(own, place)
    for cell in [cell for cell in numbers if cell[0] == PLACE]:
        parts = tuple((place, *cell[1:]) for place in places if (place, *cell[1:]) in numbers)
        equations.append(Sum(total=cell, parts=parts))
    assert reader_of(numbers, withheld(*tables_of({PLACE: whole, **places})), equations) == {}


@pytest.mark.parametrize(
    ("parts", "unsaid"),
    [
        ((3, 20, 30), 1),
        ((1, 1, 30), 1),
        ((4, 4, 30), 1),
        ((2, 3, 30), 0),
        ((20, 30, 40), 0),
        ((0, 0, 7), 0),
        ((1, 5, 0), 1),
    ],
)
def test_only_as_much_is_withheld_as_a_sum_asks_for(parts: tuple[int, ...], unsaid: int) -> None:
    cells = [("", number) for number in range(len(parts))]
    numbers: dict[Cell, int] = dict(zip(cells, parts, strict=True))
    numbers["", "all"] = sum(parts)
    assert len(withheld(numbers, [Sum(total=("", "all"), parts=tuple(cells))])) == unsaid


def test_what_is_withheld_is_a_star_in_every_column_and_the_same_in_the_next_report() -> None:
    quiet, busy = week_of(random.Random(5), visits=40), week_of(random.Random(6), visits=200)
    commune = read_settings(overrides=Path("/none")).kiosk.commune
    told = []
    for now, before in ((quiet, busy), (busy, quiet)):
        report = report_for(WEEK, now, before, shipped_catalogue(), scope_of(commune), made_on=date(2026, 11, 23))
        days = next(section for section in report.sections if section.key == "weekdays")
        column = report.now if now is quiet else report.before
        told.append([column(row) for row in days.rows])
        for section in report.sections:
            for row in section.rows:
                if {report.now(row), report.before(row)} & {HIDDEN, WITHHELD}:
                    assert report.change(row) == ""
    assert told[0] == told[1]
    assert WITHHELD in told[0] or HIDDEN not in told[0]


def test_sums_that_a_power_cut_left_unequal_are_no_endless_work() -> None:
    numbers: dict[Cell, int] = {("", "a"): 3, ("", "b"): 9, ("", "c"): 4, ("", "x"): 40, ("", "y"): 2}
    sums = [
        Sum(total=("", "x"), parts=(("", "a"), ("", "b"))),
        Sum(total=("", "y"), parts=(("", "b"), ("", "c"))),
        Sum(total=("", "b"), parts=(("", "a"), ("", "y"))),
    ]
    assert withheld(numbers, sums) <= set(numbers)


@pytest.mark.parametrize("seed", range(12))
def test_the_order_in_which_numbers_and_sums_come_decides_nothing(seed: int) -> None:
    chance = random.Random(seed)
    figures = {place: week_of(chance, visits=chance.randint(8, 60)) for place in ("17842", "16681", "16690")}
    numbers, sums = tables_of({PLACE: added(figures), **figures}, "week")
    mixed = chance.sample(list(numbers.items()), len(numbers))
    shuffled = [Sum(total=one.total, parts=tuple(chance.sample(one.parts, len(one.parts)))) for one in sums]
    chance.shuffle(shuffled)
    assert withheld(dict(mixed), shuffled) == withheld(numbers, sums)


def added(figures: Mapping[str, Figures]) -> Figures:
    """The figures of all places together."""
    sums: Counter[Pair] = Counter()
    visits: Counter[date] = Counter()
    for each in figures.values():
        sums.update(each.sums)
        visits.update(each.visits)
    return Figures(sums=sums, visits=visits)
