"""The counts: one row a step, no minute, no person, and durable."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from pathlib import Path

from kiosk.counts.events import EventKind
from kiosk.counts.store import CountStore


def morning() -> datetime:
    return datetime(2026, 11, 23, 8, 41, 7)  # noqa: DTZ001 - the station counts in local time


def test_an_event_is_one_row_with_its_hour_and_nothing_finer(tmp_path: Path) -> None:
    store = CountStore(tmp_path / "counts.sqlite", morning)
    store.count(EventKind.FORM_PRINTED, "ct01")
    store.count(EventKind.FORM_PRINTED, "ct01")
    store.close()
    rows = sqlite3.connect(tmp_path / "counts.sqlite").execute("SELECT hour, kind, subject FROM events").fetchall()
    assert rows == [("2026-11-23T08", "form-printed", "ct01")] * 2


def test_every_commit_is_synced_to_disk(tmp_path: Path) -> None:
    store = CountStore(tmp_path / "counts.sqlite", morning)
    pragmas = {
        name: store._connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")
    }
    assert pragmas == {"journal_mode": "wal", "synchronous": 2}
    store.close()


def test_a_broken_store_does_not_reach_the_visitor(tmp_path: Path) -> None:
    store = CountStore(tmp_path / "counts.sqlite", morning)
    store._connection.execute("DROP TABLE events")
    store.count(EventKind.CARD_READ)
    store.close()


def test_opening_again_keeps_what_was_counted(tmp_path: Path) -> None:
    first = CountStore(tmp_path / "counts.sqlite", morning)
    first.count(EventKind.VISIT_STARTED)
    first.close()
    again = CountStore(tmp_path / "counts.sqlite", morning)
    assert again.totals() == {("visit-started", ""): 1}
    again.close()
