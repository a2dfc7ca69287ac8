"""The anonymous counts in SQLite: one row a finished step, safe against a power cut.

WAL with `synchronous=FULL` (a commit survives a power cut), `secure_delete` (a deleted row leaves no bytes), and a
page limit. The hour is kept, never the minute.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import structlog
from sqlite_utils import Database

from kiosk.counts.events import EventKind
from kiosk.counts.migrations import migrations

MAX_PAGES = 25_000
"""100 MB of 4 KiB pages: years of counting; a full disk must not be ours."""


class CountStore:
    """Counts events. `now` gives local time. A fault of the store is logged and never reaches the visitor."""

    def __init__(self, path: Path, now: Callable[[], datetime]) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._now = now
        self._connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", f"max_page_count={MAX_PAGES}"):
            self._connection.execute(f"PRAGMA {pragma}")
        migrations.apply(Database(self._connection))

    def count(self, kind: EventKind, subject: str = "") -> None:
        """Count one event now."""
        row = (f"{self._now():%Y-%m-%dT%H}", kind.value, subject)
        try:
            self._connection.execute("INSERT INTO events (hour, kind, subject) VALUES (?, ?, ?)", row)
        except sqlite3.Error as fault:
            structlog.get_logger().error("count-lost", exc_info=fault, reason=kind.value)

    def totals(self) -> dict[tuple[str, str], int]:
        """How often each (kind, subject) was counted, ever."""
        rows = self._connection.execute("SELECT kind, subject, count(*) FROM events GROUP BY kind, subject")
        return {(kind, subject): number for kind, subject, number in rows}

    def close(self) -> None:
        """Fold the write-ahead log into the database and close it."""
        self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._connection.close()
