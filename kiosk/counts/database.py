"""The counting file on disk: opened so that a commit survives a power cut, copied, and healed from its copy.

WAL with `synchronous=FULL`, `secure_delete` (a deleted row leaves no bytes), a page limit (a full disk must not be
ours), and a ballast file that is given up to make room on a disk filled by others. SQLite documentation, pragma
`synchronous` and "VACUUM INTO". A check misses single flipped bits: this heals a file that no longer reads.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from contextlib import closing, suppress
from pathlib import Path

import msgspec

from devices import json_message
from devices.json_message import JsonMessageError
from devices.system.files import settle, settle_file
from kiosk import paths
from kiosk.spare_imports import without

STEPS = 3
"""How many steps `migrations` has; the file keeps the number as its `user_version`."""
PREPARED = "counts.json"
"""In `assets/parsed`: what the steps make of an empty file."""
MAX_PAGES = 25_000
"""100 MB of 4 KiB pages: years of counting."""
BALLAST = 512 * 1024
ROOM = 64 * 1024 * 1024
"""Free bytes before the ballast is laid down again."""
BUSY_MS = 2_000
AGAIN_MS = 20
CACHE_KB = 256
"""What SQLite keeps of the file in memory: the day's rows, and not two megabytes of all that was ever counted."""


def connect(path: Path, max_pages: int = MAX_PAGES) -> sqlite3.Connection:
    """Open, bring the tables up to date. Raises `sqlite3.Error`, also for a file that does not read."""
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
    try:
        connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")
        _write_ahead(connection)
        for pragma in (
            "synchronous=FULL",
            "secure_delete=ON",
            f"max_page_count={max_pages}",
            f"cache_size=-{CACHE_KB}",
        ):
            connection.execute(f"PRAGMA {pragma}")
        _bring_up_to_date(connection)
        _check(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Switch a new file to WAL. SQLite does not wait here where another program is about to write, so this does."""
    for _ in range(BUSY_MS // AGAIN_MS):
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as fault:
            if fault.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            time.sleep(AGAIN_MS / 1000)
        else:
            return
    connection.execute("PRAGMA journal_mode=WAL")


class PreparedTables(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The tables of a new file, as `migrations.prepared_tables` writes them."""

    steps: int
    statements: tuple[str, ...]


def stand_in() -> sqlite3.Connection:
    """An empty counting file in memory, for a station whose disk takes none today."""
    connection = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
    _bring_up_to_date(connection)
    return connection


def _bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Two programs may open a file at once: the second one waits and finds everything there."""
    if _steps_done(connection) == STEPS:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        if _steps_done(connection) != STEPS:
            _make_tables(connection)
            connection.execute(f"PRAGMA user_version={STEPS}")
    except BaseException:
        connection.rollback()
        raise
    if connection.in_transaction:
        connection.execute("COMMIT")


def _steps_done(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _make_tables(connection: sqlite3.Connection) -> None:
    """As they were prepared, else step by step. Prepared ones do not say since when: nobody reads it."""
    is_new = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    if is_new and (prepared := _prepared()):
        for statement in prepared.statements:
            connection.execute(statement)
        return
    with without("numpy", "pandas"):  # a fifth of a second and 13 MB, for columns that no table of ours has
        from sqlite_utils import Database

        from kiosk.counts.migrations import migrations

    migrations.apply(Database(connection))


def _prepared() -> PreparedTables | None:
    """None where nothing was prepared, or by another version of the program."""
    try:
        prepared = json_message.decode((paths.assets() / "parsed" / PREPARED).read_bytes(), PreparedTables)
    except (OSError, JsonMessageError):
        return None
    return prepared if prepared.steps == STEPS else None


def _check(connection: sqlite3.Connection) -> None:
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise sqlite3.DatabaseError("quick_check found a fault")


def copy_of(path: Path) -> Path:
    """Beside the counting file: what a file that no longer reads is healed from."""
    return path.with_suffix(".copy.sqlite")


def keep_copy(connection: sqlite3.Connection, path: Path) -> None:
    """A compact, whole copy beside the file; the old copy stays until the new one is safely on disk.

    Raises `sqlite3.Error` or `OSError`.
    """
    copy = copy_of(path)
    new = copy.with_suffix(".new")
    new.unlink(missing_ok=True)
    connection.execute("VACUUM INTO ?", (str(new),))
    settle_file(new)
    new.replace(copy)
    settle(path.parent)


def forget_what_followed_what(connection: sqlite3.Connection) -> None:
    """Lay the rows of the open days down anew by their numbers, which are drawn by lot, and empty the write-ahead
    log: where a row lies in a page, and which page was written last, would tell a visit step by step. Some
    milliseconds. Raises `sqlite3.Error`."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        rows = connection.execute("SELECT id, hour, kind, subject FROM events ORDER BY id").fetchall()
        connection.execute("DELETE FROM events")
        connection.executemany("INSERT INTO events (id, hour, kind, subject) VALUES (?, ?, ?, ?)", rows)
    except BaseException:
        connection.rollback()
        raise
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def keep_no_order(connection: sqlite3.Connection) -> None:
    """Lay the file down anew, row beside row by their numbers, and empty the write-ahead log: both tell what was
    written after what. Raises `sqlite3.Error`."""
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def heal(path: Path) -> None:
    """Put the copy (or nothing) where the spoiled file was, then bring over every event that still reads.

    The spoiled file is kept once, as `…spoiled`, for the technician. Raises `OSError`; where the disk has no room for
    the copy, everything stays where it was.
    """
    spoiled, fresh_copy = path.with_suffix(".spoiled"), path.with_suffix(".healed")
    try:
        if copy_of(path).exists():
            shutil.copyfile(copy_of(path), fresh_copy)
    except OSError:
        fresh_copy.unlink(missing_ok=True)
        raise
    for ending in ("-wal", "-shm"):
        Path(f"{spoiled}{ending}").unlink(missing_ok=True)
        with suppress(FileNotFoundError):
            Path(f"{path}{ending}").replace(f"{spoiled}{ending}")
    path.replace(spoiled)
    if fresh_copy.exists():
        fresh_copy.replace(path)
        settle(path.parent)
    with suppress(sqlite3.Error), closing(connect(path)) as fresh:
        _salvage(spoiled, fresh)


def _salvage(spoiled: Path, fresh: sqlite3.Connection) -> None:
    """Events that the copy has not, as far as the spoiled file gives them up; totals are never taken from it."""
    known = {number for (number,) in fresh.execute("SELECT id FROM events")}
    closed = fresh.execute("SELECT coalesce(max(day), '') FROM closed_days").fetchone()[0]
    query = "SELECT id, hour, kind, subject FROM events WHERE hour > ?"
    with closing(sqlite3.connect(spoiled)) as old, suppress(sqlite3.Error):
        for row in old.execute(query, (f"{closed}U" if closed else "",)):
            if row[0] in known:
                continue
            fresh.execute("INSERT INTO events (id, hour, kind, subject) VALUES (?, ?, ?, ?)", row)


def lay_ballast(path: Path) -> None:
    """Keep some of the disk for the day it is full. Quietly nothing when there is no room now."""
    ballast = path.with_suffix(".ballast")
    with suppress(OSError):
        if not ballast.exists() and shutil.disk_usage(path.parent).free > ROOM:
            ballast.write_bytes(os.urandom(BALLAST))


def drop_ballast(path: Path) -> None:
    """Give up `BALLAST` bytes so that the next commit finds room on a disk filled by others."""
    with suppress(OSError):
        path.with_suffix(".ballast").unlink(missing_ok=True)
