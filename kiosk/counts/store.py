"""The anonymous counts of one station in SQLite: one row a finished step, safe against a power cut.

The hour is kept, never the minute, and only until the day is closed (`days`); from the end of a visit on the rows
stand in no order, so that what followed what in it is not kept. A disk that is full, a file that is spoiled or busy
never reaches the visitor: what could not be written waits in memory, and the trouble is counted. What is counted on
a day that cannot be, because the clock is wrong, is held and marked until somebody names its day.
"""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date, datetime
from pathlib import Path

from kiosk import disk, logs
from kiosk.counts import database, days
from kiosk.counts.catalogue import CountCatalogue, Event, UnknownSubjectError
from kiosk.counts.events import EventKind, StoreTrouble
from kiosk.counts.opening import opened, trouble_of
from kiosk.counts.totals import Total

MOST_WAITING = 5_000
"""Events kept in memory while the disk takes none; ten busy days."""
_VISIT_ENDS = frozenset({EventKind.VISIT_FINISHED, EventKind.VISIT_LEFT, EventKind.VISIT_TIMED_OUT})


class CountStore:
    """Counts events. `now` gives local time."""

    def __init__(
        self,
        path: Path,
        now: Callable[[], datetime],
        catalogue: CountCatalogue,
        *,
        max_pages: int = database.MAX_PAGES,
        waits_for_room: bool = False,
        earliest: date = date.min,
        patience_ms: int = database.BUSY_MS,
    ) -> None:
        """Opens or makes the file; heals one that does not read. Raises `sqlite3.Error` or `OSError` when the
        folder cannot be written at all; with `waits_for_room` a full or read-only disk is no reason: what is counted
        waits.
        A day before `earliest` cannot be: the content was still being written. `patience_ms`: how long a count waits
        for another program that holds the file."""
        self.path = path
        self.catalogue = catalogue
        self._now = now
        self._max_pages = max_pages
        self._earliest = earliest
        self._patience_ms = patience_ms
        self._marked: date | None = None
        self._waiting: deque[tuple[str, Event]] = deque(maxlen=MOST_WAITING)
        self._copied = ""
        self._stands_in: StoreTrouble | None = None
        try:
            self.connection = self._opened()
        except OSError as fault:
            trouble = StoreTrouble.READ_ONLY if disk.says_read_only(fault) else StoreTrouble.DISK_FULL
            if not (waits_for_room and (disk.says_full(fault) or disk.says_read_only(fault))):
                raise
            logs.logger().error("count-waits", exc_info=fault, reason=trouble.value)
            self._stands_in = trouble
            self.connection = database.stand_in()
        database.lay_ballast(path)
        if not self._stands_in:
            self._forget_what_followed_what()  # of a visit that a power cut ended

    def count(self, kind: EventKind, subject: str = "") -> None:
        """Count one event now; see `Counter`. At the end of a visit, the hourly upkeep is done where it is due."""
        try:
            event = self.catalogue.event(kind, subject)
        except UnknownSubjectError:
            logs.logger().error("count-refused", reason=kind.value)
            event = self._trouble(StoreTrouble.UNKNOWN_SUBJECT)
        self._wait(event)
        self._mark_wrong_clock()
        with self._impatient():
            self._write()
            if kind in _VISIT_ENDS:
                self._forget_what_followed_what()
                self.upkeep()

    def _forget_what_followed_what(self) -> None:
        try:
            database.forget_what_followed_what(self.connection)
        except sqlite3.Error as fault:
            logs.logger().error("count-upkeep", exc_info=fault)

    def upkeep(self) -> None:
        """Once an hour: close the days before today, keep a copy. Milliseconds; call it when nobody waits."""
        now = self._now()
        if self._stands_in or self._copied == f"{now:%Y-%m-%dT%H}":
            return
        try:
            days.close_before(self.connection, now.date())
            database.keep_copy(self.connection, self.path)
            database.lay_ballast(self.path)
            self._copied = f"{now:%Y-%m-%dT%H}"
            database.keep_no_order(self.connection)
        except (sqlite3.Error, OSError) as fault:
            logs.logger().error("count-upkeep", exc_info=fault)

    def close_today(self) -> date:
        """The closing routine: today's totals become final; what is counted afterwards belongs to the next day.

        Raises `sqlite3.Error`. Not to be called while `clock_is_wrong`.
        """
        today = self._now().date()
        days.close_before(self.connection, date.fromordinal(today.toordinal() + 1), even_empty=today)
        self._copied = ""
        self.upkeep()
        return today

    def clock_is_wrong(self) -> bool:
        """Whether today lies before the day from which this station's content is."""
        return self._now().date() < self._earliest

    def day_totals(self, first: date, last: date) -> Sequence[Total]:
        """The totals from one day to another, both included; open days as they stand. Raises `sqlite3.Error`."""
        return days.between(self.connection, first, last)

    def totals(self) -> dict[tuple[str, str], int]:
        """How often each (kind, subject) was counted, ever."""
        sums: dict[tuple[str, str], int] = {}
        for total in self.day_totals(date.min, date.max):
            sums[total.kind.value, total.subject] = sums.get((total.kind.value, total.subject), 0) + total.count
        return sums

    def close(self) -> None:
        """Keep a copy, fold the write-ahead log into the database and close it."""
        self._copied = ""
        if self._waiting:
            self._write()
        self.upkeep()
        try:
            self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except sqlite3.Error as fault:
            logs.logger().error("count-upkeep", exc_info=fault)
        self.connection.close()

    # ------------------------------------------------------------ opening
    def _opened(self) -> sqlite3.Connection:
        connection, healed = opened(self.path, self._max_pages)
        if healed:
            self._note(StoreTrouble.SPOILED_FILE)
        return connection

    def _has_its_file(self) -> bool:
        """Whether what is counted can go to the file; a file in memory gives way to it once the disk has room."""
        if not self._stands_in:
            return True
        try:
            file = self._opened()
        except (sqlite3.Error, OSError):
            return False
        self.connection.close()
        trouble, self.connection, self._stands_in = self._stands_in, file, None
        self._note(trouble)
        return True

    # ------------------------------------------------------------ writing
    @contextmanager
    def _impatient(self) -> Iterator[None]:
        """While somebody stands before the window: what finds the file held by another program waits in memory."""
        self._wait_at_most(self._patience_ms)
        try:
            yield
        finally:
            self._wait_at_most(database.BUSY_MS)

    def _wait_at_most(self, milliseconds: int) -> None:
        with suppress(sqlite3.Error):  # it may be closed: a spoiled file that could not be healed
            self.connection.execute(f"PRAGMA busy_timeout={milliseconds}")

    def _wait(self, event: Event) -> None:
        if len(self._waiting) == MOST_WAITING:
            event = self._trouble(StoreTrouble.DROPPED)
        self._waiting.append((self._hour(), event))

    def _hour(self) -> str:
        return f"{days.HELD if self.clock_is_wrong() else ''}{self._now():%Y-%m-%dT%H}"

    def _mark_wrong_clock(self) -> None:
        """Once a day and start of the program, among the events that are held."""
        today = self._now().date()
        if self.clock_is_wrong() and self._marked != today:
            self._marked = today
            self._waiting.append((self._hour(), self._trouble(StoreTrouble.CLOCK_WRONG)))

    def _write(self) -> None:
        """Everything that waits, in one commit; on a fault, mend what can be mended and try once more."""
        if not self._has_its_file():
            return
        try:
            self._commit()
        except sqlite3.Error as fault:
            trouble = trouble_of(fault, self.path)
            logs.logger().error("count-waits", exc_info=fault, reason=trouble.value)
            self._mend(trouble)

    def _mend(self, trouble: StoreTrouble) -> None:
        try:
            if trouble is StoreTrouble.DISK_FULL:
                database.drop_ballast(self.path)
            elif trouble is StoreTrouble.SPOILED_FILE:
                self._reopen()
            self._note(trouble)
            if trouble not in (StoreTrouble.BUSY, StoreTrouble.READ_ONLY):  # they last longer than this
                self._commit()
        except (sqlite3.Error, OSError) as fault:
            logs.logger().error("count-waits", exc_info=fault, reason=trouble.value)

    def _commit(self) -> None:
        rows = [(days.no_order(), hour, event.kind.value, event.subject) for hour, event in self._waiting]
        insert = "INSERT INTO events (id, hour, kind, subject) VALUES (?, ?, ?, ?)"
        if len(rows) == 1:
            self.connection.execute(insert, rows[0])
        else:
            with days.transaction(self.connection):
                self.connection.executemany(insert, rows)
        self._waiting.clear()

    def _reopen(self) -> None:
        self.connection.close()
        database.heal(self.path)
        self.connection = database.connect(self.path, self._max_pages)

    def _note(self, trouble: StoreTrouble) -> None:
        """Count a trouble once as long as it lasts."""
        noted = self._trouble(trouble)
        if all(event != noted for _, event in self._waiting):
            self._waiting.append((self._hour(), noted))

    def _trouble(self, trouble: StoreTrouble) -> Event:
        return self.catalogue.event(EventKind.COUNTING_TROUBLE, trouble.value)
