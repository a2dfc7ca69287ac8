"""Closing a day: totals that nobody can change, an outbox, and events that are gone."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from kiosk.counts import days
from kiosk.counts.events import EventKind
from tests.helpers.counting import monday_morning, store_in

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


def test_a_new_day_closes_the_one_before_and_wipes_its_events(tmp_path: Path) -> None:
    clock = monday_morning()
    store = store_in(tmp_path, clock)
    store.count(EventKind.VISIT_STARTED)
    clock.turn(days=1)
    store.count(EventKind.VISIT_FINISHED)
    rows = store.connection.execute("SELECT day, kind, subject, count FROM totals ORDER BY kind").fetchall()
    assert rows == [("2026-11-23", "visit-band", "08-10", 1), ("2026-11-23", "visit-started", "", 1)]
    assert store.connection.execute("SELECT hour FROM events").fetchall() == [("2026-11-24T08",)]
    assert store.connection.execute("SELECT count(*) FROM outbox").fetchone() == (2,)
    store.close()


@pytest.mark.parametrize("change", ["UPDATE totals SET count = 9", "DELETE FROM totals"])
def test_a_closed_total_cannot_be_changed(tmp_path: Path, change: str) -> None:
    store = store_in(tmp_path)
    store.count(EventKind.VISIT_STARTED)
    store.close_today()
    with pytest.raises(sqlite3.IntegrityError, match="immutable"):
        store.connection.execute(change)
    store.close()


def test_a_visitor_after_closing_time_counts_for_the_next_day(tmp_path: Path) -> None:
    clock = monday_morning()
    store = store_in(tmp_path, clock)
    store.count(EventKind.HELP_CALLED)
    store.close_today()
    store.count(EventKind.HELP_CALLED)
    assert sum(total.count for total in store.day_totals(MONDAY, MONDAY)) == 2
    clock.turn(days=2)
    store.upkeep()
    assert [(total.day, total.count) for total in store.day_totals(MONDAY, date(2026, 11, 30))] == [
        (MONDAY, 1),
        (TUESDAY, 1),
    ]
    store.close()


def test_a_clock_set_back_never_doubles_or_loses_a_count(tmp_path: Path) -> None:
    clock = monday_morning()
    store = store_in(tmp_path, clock)
    for turn in (3, -3, -1, 4, -2):
        store.count(EventKind.VISIT_FINISHED)
        clock.turn(days=turn)
    store.close_today()
    assert store.totals()["visit-finished", ""] == 5
    store.close()


def test_volunteers_are_entered_as_numbers_again_until_the_day_closes_and_once_after(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    for people in (3, 2):
        days.enter(store.connection, MONDAY, {EventKind.VOLUNTEERS: people, EventKind.VOLUNTEER_MINUTES: 450})
    store.close_today()
    assert store.totals() == {("volunteers", ""): 2, ("volunteer-minutes", ""): 450}
    with pytest.raises(days.DayClosedError):
        days.enter(store.connection, MONDAY, {EventKind.VOLUNTEERS: 5})
    store.close()


def test_volunteers_of_a_closed_day_without_any_are_taken_late(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    store.close_today()
    days.enter(store.connection, MONDAY, {EventKind.VOLUNTEERS: 4})
    assert store.totals() == {("volunteers", ""): 4}
    assert store.connection.execute("SELECT count(*) FROM outbox").fetchone() == (1,)
    store.close()


def test_a_command_may_close_the_day_while_the_station_goes_on_counting(tmp_path: Path) -> None:
    clock = monday_morning()
    station, command = store_in(tmp_path, clock), store_in(tmp_path, clock)
    station.count(EventKind.HELP_CALLED)
    command.close_today()
    station.count(EventKind.HELP_CALLED)
    clock.turn(days=1)
    station.count(EventKind.VISIT_FINISHED)
    command.upkeep()
    clock.turn(days=1)
    command.upkeep()
    assert [(t.day, t.kind.value) for t in command.day_totals(MONDAY, date(2026, 11, 30))] == [
        (MONDAY, "help-called"),
        (TUESDAY, "help-called"),
        (TUESDAY, "visit-finished"),
    ]
    command.close()
    station.close()
