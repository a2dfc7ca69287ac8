"""The counts: one row a step, no minute, no person, durable, and mended when the disk or the file gives way."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest
from sqlite_utils import Database

from kiosk import paths
from kiosk.counts import database
from kiosk.counts.events import EventKind
from kiosk.counts.migrations import migrations, prepared_tables
from tests.helpers.counting import monday_morning, store_in


def test_an_event_is_one_row_with_its_hour_and_nothing_finer(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    store.count(EventKind.FORM_PRINTED, "ct01")
    store.count(EventKind.FORM_PRINTED, "ct01")
    store.close()
    rows = sqlite3.connect(tmp_path / "counts.sqlite").execute("SELECT hour, kind, subject FROM events").fetchall()
    assert rows == [("2026-11-23T08", "form-printed", "ct01")] * 2


def test_every_commit_is_synced_to_disk_and_deleted_rows_leave_no_bytes(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    names = ("journal_mode", "synchronous", "secure_delete", "max_page_count")
    pragmas = {name: store.connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names}
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "max_page_count": 25_000}
    store.close()


def test_opening_again_keeps_what_was_counted(tmp_path: Path) -> None:
    first = store_in(tmp_path)
    first.count(EventKind.VISIT_STARTED)
    first.close()
    again = store_in(tmp_path)
    assert again.totals() == {("visit-started", ""): 1, ("visit-band", "08-10"): 1}
    again.close()


def test_text_that_is_no_key_is_never_stored_only_that_it_was_refused(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    store.count(EventKind.PROCEDURE_VIEWED, "Nguyễn Văn An 040090000001")
    store.count(EventKind.VISIT_STARTED, "ct01")
    store.close()
    assert store_in(tmp_path).totals() == {("counting-trouble", "unknown-subject"): 2}
    assert "Nguyễn".encode() not in b"".join(file.read_bytes() for file in tmp_path.iterdir())


def test_a_full_disk_keeps_the_counts_waiting_and_is_counted_once_there_is_room(tmp_path: Path) -> None:
    store = store_in(tmp_path, max_pages=40)
    steps = 0
    while not store._waiting:
        store.count(EventKind.FORM_PRINTED, "ct01")
        steps += 1
        assert steps < 20_000
    store.count(EventKind.FORM_PRINTED, "ct01")
    assert not (tmp_path / "counts.ballast").exists()
    store.connection.execute("PRAGMA max_page_count=25000")
    store.count(EventKind.VISIT_STARTED)
    totals = store.totals()
    # Rows without an order find room in the middle of the file now and then: each time that it ends is told.
    assert totals.pop(("counting-trouble", "disk-full")) >= 1
    assert totals == {
        ("form-printed", "ct01"): steps + 1,
        ("visit-started", ""): 1,
        ("visit-band", "08-10"): 1,
    }
    store.close()


def test_a_spoiled_file_is_healed_from_the_copy_at_the_next_start(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    store.count(EventKind.FORM_PRINTED, "ct01")
    store.close()
    (tmp_path / "counts.sqlite").write_bytes(os.urandom(40_000))
    again = store_in(tmp_path)
    again.count(EventKind.FORM_PRINTED, "ct01")
    assert again.totals() == {("form-printed", "ct01"): 2, ("counting-trouble", "spoiled-file"): 1}
    assert (tmp_path / "counts.spoiled").exists()
    again.close()


def test_a_file_spoiled_while_open_is_healed_and_what_still_reads_is_brought_over(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    store.count(EventKind.FORM_PRINTED, "ct01")
    store.close()
    store = store_in(tmp_path)
    store.count(EventKind.FORM_PRINTED, "ct01")  # newer than the copy
    store.connection.execute("DROP TABLE closed_days")
    store.connection.execute("ALTER TABLE events ADD COLUMN spoiled TEXT NOT NULL DEFAULT ''")
    store.connection.execute("CREATE TRIGGER t BEFORE INSERT ON events BEGIN INSERT INTO nowhere VALUES (1); END")
    store.count(EventKind.FORM_PRINTED, "ct01")
    assert store.totals() == {("form-printed", "ct01"): 3, ("counting-trouble", "spoiled-file"): 1}
    store.close()


def test_a_start_without_copy_begins_anew(tmp_path: Path) -> None:
    (tmp_path / "counts.sqlite").write_bytes(b"no database" * 1000)
    store = store_in(tmp_path)
    store.count(EventKind.VISIT_LEFT)
    assert store.totals()["visit-left", ""] == 1
    store.close()


def test_the_copy_is_made_once_an_hour_when_a_visit_ends(tmp_path: Path) -> None:
    clock = monday_morning()
    store = store_in(tmp_path, clock)
    store.count(EventKind.VISIT_FINISHED)
    first = database.copy_of(store.path).stat().st_ino
    store.count(EventKind.VISIT_FINISHED)
    assert database.copy_of(store.path).stat().st_ino == first
    clock.turn(hours=1)
    store.count(EventKind.VISIT_FINISHED)
    kept = sqlite3.connect(database.copy_of(store.path)).execute("SELECT count(*) FROM events").fetchone()
    assert kept == (3,)
    store.close()


def test_another_program_that_holds_the_file_delays_a_count_and_loses_none(tmp_path: Path) -> None:
    store = store_in(tmp_path, patience_ms=1)
    other = sqlite3.connect(tmp_path / "counts.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    tried: list[str] = []
    store.connection.set_trace_callback(tried.append)
    store.count(EventKind.VISIT_STARTED)
    store.connection.set_trace_callback(None)
    assert [each.split()[0] for each in tried] == ["PRAGMA", "INSERT", "PRAGMA"], "who waits for a press waits once"
    assert tried[0].endswith("=1")
    other.execute("COMMIT")
    store.count(EventKind.VISIT_LEFT)
    assert store.totals()["visit-started", ""] == 1
    assert store.totals()["counting-trouble", "busy"] == 1
    other.close()
    store.close()


COUNTER = """
import sys
from pathlib import Path
from kiosk.counts.events import EventKind
from tests.helpers.counting import store_in
store = store_in(Path(sys.argv[1]))
while True:
    store.count(EventKind.FORM_PRINTED, "ct01")
    sys.stdout.write("x")
    sys.stdout.flush()
"""


@pytest.mark.parametrize("after", [1, 57, 300])
def test_a_killed_program_loses_no_count_it_had_committed(tmp_path: Path, after: int) -> None:
    argv = [sys.executable, "-c", COUNTER, str(tmp_path)]
    with subprocess.Popen(argv, stdout=subprocess.PIPE, cwd=Path(__file__).parents[4]) as process:
        assert process.stdout is not None
        told = len(process.stdout.read(after))
        process.send_signal(signal.SIGKILL)
        told += len(process.stdout.read())
    store = store_in(tmp_path)
    assert store.totals()["form-printed", "ct01"] in (told, told + 1)  # killed between the commit and the telling
    store.close()


def test_a_file_is_brought_up_to_date_once_and_its_number_is_that_of_the_last_step(tmp_path: Path) -> None:
    for _ in range(2):
        with closing(database.connect(tmp_path / "counts.sqlite")) as connection:
            done = connection.execute("SELECT count(*) FROM _sqlite_migrations").fetchone()[0]
            assert connection.execute("PRAGMA user_version").fetchone()[0] == done == database.STEPS


def test_a_new_file_is_the_same_with_and_without_prepared_tables(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "assets", lambda: tmp_path)
    with closing(database.connect(tmp_path / "migrated.sqlite")) as migrated:
        (tmp_path / "parsed").mkdir()
        (tmp_path / "parsed" / database.PREPARED).write_bytes(prepared_tables())
        monkeypatch.setattr(migrations, "apply", lambda _: pytest.fail("the prepared tables are not used"))
        with closing(database.connect(tmp_path / "prepared.sqlite")) as prepared:
            assert described(prepared) == described(migrated)


def test_tables_prepared_by_another_version_are_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "assets", lambda: tmp_path)
    (tmp_path / "parsed").mkdir()
    (tmp_path / "parsed" / database.PREPARED).write_bytes(prepared_tables().replace(b'"steps": 3', b'"steps": 2'))
    with closing(database.connect(tmp_path / "counts.sqlite")) as connection:
        assert connection.execute("SELECT count(*) FROM _sqlite_migrations").fetchone()[0] == database.STEPS


def test_two_programs_may_make_the_file_at_once(tmp_path: Path) -> None:
    gate = threading.Barrier(2)

    def opened() -> int:
        gate.wait()
        with closing(database.connect(tmp_path / "counts.sqlite")) as connection:
            return len(described(connection)[0])

    with ThreadPoolExecutor(2) as both:
        first, second = both.map(lambda _: opened(), range(2))
    assert first == second


def test_a_file_that_another_program_is_about_to_write_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "counts.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        release = threading.Timer(0.2, other.execute, ["COMMIT"])
        release.start()
        with closing(database.connect(path)) as connection:
            assert described(connection)[0]
        release.join()


def described(connection: sqlite3.Connection) -> tuple[list[str], list[tuple[str, ...]]]:
    """Every table, index and trigger, and the steps done; white space does not count, nor when a step was done."""
    things = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    steps = connection.execute("SELECT migration_set, name FROM _sqlite_migrations").fetchall()
    return sorted(" ".join(sql.split()) for (sql,) in things), steps


def test_what_followed_what_in_a_visit_stands_nowhere_in_the_file(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    subjects = [event.subject for event, _ in store.catalogue.pairs() if event.kind is EventKind.PROCEDURE_VIEWED]
    for subject in subjects[:60]:
        store.count(EventKind.PROCEDURE_VIEWED, subject)
    kept = [row[0] for row in store.connection.execute("SELECT subject FROM events ORDER BY id")]
    assert sorted(kept) == sorted(subjects[:60])
    assert kept != subjects[:60]
    store.upkeep()
    raw = store.path.read_bytes()
    places = [raw.find(subject.encode()) for subject in subjects[:60]]
    assert sum(after > before for before, after in pairwise(places)) < 45, "laid down as they came"
    assert Path(f"{store.path}-wal").stat().st_size == 0
    store.close()


@pytest.mark.parametrize("ending", ["it ends", "the power is cut"])
def test_nor_in_the_hour_of_the_visit_once_it_has_ended(tmp_path: Path, ending: str) -> None:
    clock = monday_morning()
    first = store_in(tmp_path, clock)
    first.count(EventKind.VISIT_LEFT)  # the hour's upkeep is done
    subjects = [event.subject for event, _ in first.catalogue.pairs() if event.kind is EventKind.PROCEDURE_VIEWED][
        :60
    ]
    for subject in subjects:
        first.count(EventKind.PROCEDURE_VIEWED, subject)
    raw = first.path.read_bytes() + Path(f"{first.path}-wal").read_bytes()
    assert places_in_order(raw, subjects) > 50, "in the middle of a visit they stand as they came"
    second = first
    if ending == "it ends":
        first.count(EventKind.VISIT_LEFT)
    else:
        second = store_in(tmp_path, clock)
    assert Path(f"{first.path}-wal").stat().st_size == 0
    assert places_in_order(first.path.read_bytes(), subjects) < 45
    assert second.totals()["visit-left", ""] == (2 if ending == "it ends" else 1)
    for store in {first, second}:
        store.close()


def places_in_order(raw: bytes, subjects: list[str]) -> int:
    """How many of these lie, at their last place, behind or before the one that was counted before, whichever is
    more."""
    places = [raw.rfind(subject.encode()) for subject in subjects]
    behind = sum(after > before for before, after in pairwise(places))
    return max(behind, len(subjects) - 1 - behind)


def test_events_of_an_older_program_lose_their_order_too(tmp_path: Path) -> None:
    path = tmp_path / "counts.sqlite"
    with closing(sqlite3.connect(path)) as old:
        migrations.apply(Database(old), stop_before="m003_no_order")
        old.executemany(
            "INSERT INTO events (hour, kind, subject) VALUES ('2026-11-23T08', 'procedure-viewed', ?)",
            [(str(number),) for number in range(60)],
        )
        old.execute("PRAGMA user_version=2")
        old.commit()
    with closing(database.connect(path)) as new:
        kept = [int(row[0]) for row in new.execute("SELECT subject FROM events ORDER BY id")]
    assert sorted(kept) == list(range(60))
    assert kept != sorted(kept)
