"""A clock that tells an impossible day: what is counted then is held and marked, never closed, never queued."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pytest

from kiosk.content.fact import Confidence, Fact, earliest_day
from kiosk.counts import database, days
from kiosk.counts.events import EventKind
from kiosk.counts.outbox import Outbox
from kiosk.counts.store import CountStore
from kiosk.doctor.knowledge import examine_counts
from tests.helpers.counting import TurnedClock, shipped_catalogue

CONTENT = date(2026, 11, 22)
WRONG = datetime(2026, 4, 28, 9, 30)  # noqa: DTZ001 - the station counts in local time
RIGHT = datetime(2026, 11, 30, 10, 15)  # noqa: DTZ001


@pytest.fixture
def clock() -> TurnedClock:
    return TurnedClock(WRONG)


@pytest.fixture
def store(tmp_path: Path, clock: TurnedClock) -> Iterator[CountStore]:
    """Two forms printed on the day that cannot be; then the clock is set."""
    with closing(opened(tmp_path, clock)) as store:
        store.count(EventKind.FORM_PRINTED, "ct01")
        store.count(EventKind.FORM_PRINTED, "ct01")
        assert store.clock_is_wrong()
        clock.now = RIGHT
        yield store


def opened(folder: Path, clock: TurnedClock) -> CountStore:
    return CountStore(folder / "counts.sqlite", clock, shipped_catalogue(), earliest=CONTENT)


def test_events_of_an_impossible_day_are_held_with_one_mark(store: CountStore) -> None:
    assert days.held(store.connection) == [("2026-04-28", 3)]
    marks = "SELECT subject FROM events WHERE kind = 'counting-trouble'"
    assert store.connection.execute(marks).fetchall() == [("clock-wrong",)]


def test_closing_days_neither_queues_nor_wipes_them(store: CountStore) -> None:
    store.count(EventKind.FORM_PRINTED, "ct01")
    store.close_today()
    assert days.held(store.connection) == [("2026-04-28", 3)]
    assert {one.total.day for one in Outbox(store.connection).take(100)} == {RIGHT.date()}
    assert not days.is_closed(store.connection, WRONG.date())


def test_no_report_shows_them_on_the_day_that_cannot_be(store: CountStore) -> None:
    assert list(store.day_totals(date.min, date.max)) == []


def test_they_count_for_the_day_that_somebody_names_at_their_own_hours(store: CountStore) -> None:
    named = date(2026, 11, 30)
    assert days.count_held_for(store.connection, named, date(2026, 12, 1)) == (date(2026, 12, 1), 3), (
        "November is over"
    )
    store.connection.execute("UPDATE events SET hour = '?2026-04-28T09'")
    assert days.count_held_for(store.connection, named, named) == (named, 3)
    assert days.held(store.connection) == []
    totals = {(one.day, one.kind.value, one.subject): one.count for one in store.day_totals(date.min, date.max)}
    assert totals[named, "form-printed", "ct01"] == 2
    assert totals[named, "counting-trouble", "clock-wrong"] == 1
    hours = store.connection.execute("SELECT DISTINCT hour FROM events").fetchall()
    assert hours == [("2026-11-30T09",)]


@pytest.mark.parametrize(
    ("named", "today", "counted"),
    [
        (date(2026, 11, 20), date(2026, 11, 27), date(2026, 11, 23)),
        (date(2026, 11, 26), date(2026, 11, 27), date(2026, 11, 26)),
        (date(2026, 10, 30), date(2026, 11, 1), date(2026, 11, 1)),
    ],
    ids=["the week is over", "the week still runs", "the month is over"],
)
def test_none_goes_into_a_week_or_month_whose_report_may_be_out(
    store: CountStore, named: date, today: date, counted: date
) -> None:
    assert days.count_held_for(store.connection, named, today) == (counted, 3)


def test_named_for_a_closed_day_they_count_for_the_next_that_is_open(store: CountStore) -> None:
    store.close_today()
    days.count_held_for(store.connection, RIGHT.date(), RIGHT.date())
    days.close_before(store.connection, date(2026, 12, 2))
    sent = {(one.total.day, one.total.kind, one.total.count) for one in Outbox(store.connection).take(100)}
    open_day = date(2026, 12, 1)
    assert sent == {(open_day, EventKind.FORM_PRINTED, 2), (open_day, EventKind.COUNTING_TROUBLE, 1)}


def test_a_file_that_is_healed_brings_them_over(store: CountStore, tmp_path: Path) -> None:
    store.close_today()
    store.close()
    database.heal(tmp_path / "counts.sqlite")
    with closing(sqlite3.connect(tmp_path / "counts.sqlite")) as healed:
        assert days.held(healed) == [("2026-04-28", 3)]


def test_the_doctor_tells_of_them(store: CountStore, tmp_path: Path) -> None:
    found = examine_counts(tmp_path / "counts.sqlite")
    assert (found.code, found.facts["events"]) == ("doctor.counts-held", 3)


def test_a_right_clock_holds_nothing(tmp_path: Path) -> None:
    with closing(opened(tmp_path, TurnedClock(RIGHT))) as store:
        store.count(EventKind.FORM_PRINTED, "ct01")
        assert not store.clock_is_wrong()
        assert days.held(store.connection) == []
        assert store.totals() == {("form-printed", "ct01"): 1}


def test_the_first_day_that_can_be_lies_a_day_before_the_newest_check() -> None:
    facts = [Fact(source="", checked=date(2026, 11, day), confidence=Confidence.HIGH) for day in (3, 23, 9)]
    assert earliest_day(facts) == CONTENT
    assert earliest_day([]) == date.min
