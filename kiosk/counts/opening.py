"""Opening the counting file whatever state disk and file are in: healed from its copy, or told that no disk takes it.

SQLite calls a disk without room for its log an I/O error, and says of one that may only be read that it cannot open
the file; neither must be taken for a spoiled one.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from pathlib import Path

from kiosk import disk
from kiosk.counts import database
from kiosk.counts.events import StoreTrouble


def opened(path: Path, max_pages: int) -> tuple[sqlite3.Connection, bool]:
    """The file, and whether it had to be healed.

    Raises `OSError` for a full or read-only disk, however SQLite calls it; `sqlite3.Error` or another `OSError` when
    the folder cannot be written at all.
    """
    try:
        return database.connect(path, max_pages), False
    except sqlite3.DatabaseError as fault:
        trouble = trouble_of(fault, path)
        if trouble is StoreTrouble.DISK_FULL:
            return _without_ballast(path, max_pages, fault), False
        if trouble is StoreTrouble.READ_ONLY:
            raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path)) from fault
        if trouble is not StoreTrouble.SPOILED_FILE:
            raise
    database.heal(path)
    return database.connect(path, max_pages), True


_UNREADABLE = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN)


def _without_ballast(path: Path, max_pages: int, fault: sqlite3.Error) -> sqlite3.Connection:
    database.drop_ballast(path)
    try:
        return database.connect(path, max_pages)
    except sqlite3.DatabaseError:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path)) from fault


def trouble_of(fault: sqlite3.Error, path: Path) -> StoreTrouble:
    """What is wrong, by SQLite's result code and the room that is left beside `path`."""
    code = disk.sqlite_code(fault)
    if code == sqlite3.SQLITE_FULL:
        return StoreTrouble.DISK_FULL
    if code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN) and disk.has_little_room(path.parent):
        return StoreTrouble.DISK_FULL
    if code in _UNREADABLE and disk.is_read_only(path.parent):
        return StoreTrouble.READ_ONLY
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoreTrouble.BUSY
    return StoreTrouble.SPOILED_FILE
