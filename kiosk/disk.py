"""Does a disk take nothing? What the system and SQLite say when it is full or read-only, and how much room there is.

Knows no file of the program; `failures.toml` has the words (`disk.full`).
"""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from pathlib import Path
from typing import Final

FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""errno(3): no space, quota used up, larger than the file system or the limit allows."""
CODE: Final = "disk.full"
LITTLE = 256 * 1024
"""Bytes that SQLite wants beside a small file: its log and 32 KiB shared memory; below, it only says "I/O error"."""


def says_full(fault: BaseException | None) -> bool:
    """Whether this fault, or one it was raised from, is a full disk's."""
    while fault is not None:
        if isinstance(fault, OSError) and fault.errno in FULL:
            return True
        if isinstance(fault, sqlite3.Error) and sqlite_code(fault) == sqlite3.SQLITE_FULL:
            return True
        fault = fault.__cause__
    return False


def sqlite_code(fault: sqlite3.Error) -> int:
    """SQLite's primary result code; of a fault that Python or this program found, SQLITE_CORRUPT."""
    return getattr(fault, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF


def says_read_only(fault: BaseException | None) -> bool:
    """Whether this fault is that of a disk which may only be read: one with errors is made so by the system."""
    while fault is not None:
        if isinstance(fault, OSError) and fault.errno == errno.EROFS:
            return True
        if isinstance(fault, sqlite3.Error) and sqlite_code(fault) == sqlite3.SQLITE_READONLY:
            return True
        fault = fault.__cause__
    return False


def is_read_only(folder: Path) -> bool:
    """Whether this folder lies on a disk that may only be read. Raises `OSError` when there is no such folder."""
    return hasattr(os, "statvfs") and bool(os.statvfs(folder).f_flag & os.ST_RDONLY)


def has_little_room(folder: Path) -> bool:
    """Whether less than `LITTLE` is left where this folder lies. Raises `OSError` when there is no such folder."""
    return shutil.disk_usage(folder).free < LITTLE
