"""The disk of the station is full: visits go on, nothing counted before is lost, and everybody is told the same."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from kiosk import disk
from kiosk.cli import kiosk
from kiosk.clock import Clock
from kiosk.counts.events import EventKind
from kiosk.counts.store import CountStore
from kiosk.doctor.computer import examine_disk
from kiosk.doctor.knowledge import examine_counts
from kiosk.errors import failure_book
from kiosk.settings import read_settings
from kiosk.station.station import open_station
from tests.helpers.counting import monday_morning, shipped_catalogue, store_in
from tests.helpers.small_disk import fill, small_disk

FULL = failure_book()[disk.CODE]


@pytest.fixture
def state(tmp_path: Path) -> Iterator[Path]:
    """The state of a station on a disk of its own, with one form counted."""
    with small_disk(tmp_path / "disk", "3m") as place:
        store = store_in(place)
        store.count(EventKind.FORM_PRINTED, "ct01")
        store.close()
        yield place


def patient(state: Path) -> CountStore:
    """The counts as a station opens them."""
    return CountStore(state / "counts.sqlite", monday_morning(), shipped_catalogue(), waits_for_room=True)


def test_opening_on_a_full_disk_says_so_and_leaves_the_file_where_it_is(state: Path) -> None:
    before = (state / "counts.sqlite").read_bytes()
    fill(state)
    with pytest.raises(OSError) as told:
        store_in(state)
    assert told.value.errno == errno.ENOSPC
    assert (state / "counts.sqlite").read_bytes() == before
    assert not (state / "counts.spoiled").exists()


def test_what_is_counted_on_a_full_disk_waits_and_joins_what_was_there(state: Path) -> None:
    filler = fill(state)
    store = patient(state)
    store.count(EventKind.FORM_PRINTED, "ct01")
    assert store.totals() == {}
    filler.unlink()
    store.count(EventKind.FORM_PRINTED, "ct01")
    assert store.totals() == {("form-printed", "ct01"): 3, ("counting-trouble", "disk-full"): 1}
    store.close()


def test_what_still_waits_is_written_when_the_station_closes(state: Path) -> None:
    filler = fill(state)
    store = patient(state)
    store.count(EventKind.FORM_PRINTED, "ct01")
    filler.unlink()
    store.close()
    with closing(store_in(state)) as again:
        assert again.totals()["form-printed", "ct01"] == 2


def test_a_spoiled_file_stays_until_there_is_room_for_its_copy(state: Path) -> None:
    (state / "counts.sqlite").write_bytes(b"no database" * 5_000)
    spoiled = (state / "counts.sqlite").read_bytes()
    filler = fill(state)
    with closing(patient(state)):
        assert (state / "counts.sqlite").read_bytes() == spoiled
        assert not (state / "counts.healed").exists()
    filler.unlink()
    with closing(patient(state)) as healed:
        assert healed.totals()["form-printed", "ct01"] == 1


def test_the_station_opens_for_visitors(state: Path, tmp_path: Path) -> None:
    fill(state)
    station = open_station(read_settings(overrides=tmp_path / "none"), Clock(), state=state)
    session = station.new_session()
    session.begin()
    station.close()


def test_the_doctor_calls_it_full_and_leaves_no_file_of_its_own(state: Path) -> None:
    fill(state)
    found = examine_disk(state)
    assert found.code == disk.CODE
    assert not (state / ".doctor").exists()
    assert examine_counts(state / "counts.sqlite").code in (disk.CODE, None)


@pytest.mark.parametrize(
    "words", ["counts show", "counts hours --volunteers 3 --hours 8", "counts close", "report --week 2026-W47"]
)
def test_every_command_tells_it_in_both_languages_without_a_traceback(
    state: Path, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIOSK_STATE", str(state))
    fill(state)
    done = CliRunner().invoke(kiosk, words.split())
    assert done.exit_code == 1
    assert FULL.title.vi in done.output
    assert FULL.staff.en in done.output
    assert "Traceback" not in done.output


# ------------------------------------------------------------ without a disk of its own
def full_of_sqlite() -> sqlite3.Error:
    """SQLite's own words for a full file."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("PRAGMA max_page_count=1")
        try:
            connection.execute("CREATE TABLE t (a)")
        except sqlite3.Error as fault:
            return fault
    raise AssertionError("one page was enough")


def wrapped(fault: BaseException) -> click.ClickException:
    """As a command hands it on."""
    told = click.ClickException("could not")
    told.__cause__ = fault
    return told


@pytest.mark.parametrize(
    ("fault", "full"),
    [
        (OSError(errno.ENOSPC, ""), True),
        (OSError(errno.EDQUOT, ""), True),
        (wrapped(OSError(errno.ENOSPC, "")), True),
        (full_of_sqlite(), True),
        (wrapped(full_of_sqlite()), True),
        (OSError(errno.EACCES, ""), False),
        (sqlite3.DatabaseError("quick_check found a fault"), False),
        (wrapped(ValueError()), False),
    ],
)
def test_a_full_disk_is_told_from_other_faults(fault: BaseException, full: bool) -> None:
    assert disk.says_full(fault) is full


def test_a_command_hands_on_every_other_fault_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_context: click.Context) -> None:
        raise click.ClickException("something else")

    monkeypatch.setattr(click.Group, "invoke", lambda _group, context: refuse(context))
    done = CliRunner().invoke(kiosk, ["search"])
    assert "something else" in done.output
    assert FULL.title.vi not in done.output
