"""Closing days: the events of a day become immutable totals, wait in the outbox, and are wiped.

Works on an open connection; one transaction a closing, so a day is either open or closed, never between.
"""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta

from kiosk.counts.catalogue import NO_SUBJECT, stored
from kiosk.counts.events import EventKind
from kiosk.counts.period import month_of, week_of
from kiosk.counts.totals import Total, totals_of

HELD = "?"
"""Before the hour of an event whose day cannot be; after every digit, so no closing and no report reaches it."""
_OPEN = "SELECT hour, kind, subject, count(*) FROM events WHERE hour >= ? AND hour < ? GROUP BY 1, 2, 3"


def no_order() -> int:
    """The number of a new event: any, so that the numbers do not tell what was counted after what."""
    return secrets.randbits(62)


class DayClosedError(Exception):
    """Numbers were typed for a closed day that already has some."""


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing; takes the write lock at once, so nothing read inside is old."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def close_before(connection: sqlite3.Connection, day: date, *, even_empty: date | None = None) -> None:
    """Close every day before `day` that has events or typed numbers, and `even_empty` whether it has or not.

    Events that came after their day was closed count for the first day that is open. Raises `sqlite3.Error`.
    """
    with transaction(connection):
        _carry_over(connection)
        totals = list(totals_of(connection.execute(_OPEN, ("", day.isoformat()))))
        typed = connection.execute("SELECT day, kind, count FROM entered WHERE day < ?", (day.isoformat(),))
        totals += [_typed(*row) for row in typed.fetchall()]
        _store(connection, totals)
        closed = {total.day for total in totals} | ({even_empty} if even_empty else set())
        rows = [(one.isoformat(),) for one in closed]
        connection.executemany("INSERT OR IGNORE INTO closed_days (day) VALUES (?)", rows)
        connection.execute("DELETE FROM events WHERE hour < ?", (day.isoformat(),))
        connection.execute("DELETE FROM entered WHERE day < ?", (day.isoformat(),))


def between(connection: sqlite3.Connection, first: date, last: date) -> Sequence[Total]:
    """Totals of closed days, and of open ones as they stand now, `first` and `last` included."""
    ends = (first.isoformat(), last.isoformat())
    closed = connection.execute("SELECT day, kind, subject, count FROM totals WHERE day BETWEEN ? AND ?", ends)
    found = [
        Total(day=date.fromisoformat(day), kind=EventKind(kind), subject=stored(subject), count=count)
        for day, kind, subject, count in closed
    ]
    found += totals_of(connection.execute(_OPEN, (ends[0], f"{ends[1]}U")))
    typed = connection.execute("SELECT day, kind, count FROM entered WHERE day BETWEEN ? AND ?", ends)
    return [*found, *(_typed(*row) for row in typed)]


def enter(connection: sqlite3.Connection, day: date, numbers: dict[EventKind, int]) -> None:
    """Numbers typed by the staff. An open day's may be typed again; a closed day takes them once.

    Raises `DayClosedError`.
    """
    with transaction(connection):
        if not _is_closed(connection, day):
            rows = [(day.isoformat(), kind.value, count) for kind, count in numbers.items()]
            connection.executemany("INSERT OR REPLACE INTO entered (day, kind, count) VALUES (?, ?, ?)", rows)
            return
        kinds = [kind.value for kind in numbers]
        marks = ", ".join("?" * len(kinds))
        query = f"SELECT 1 FROM totals WHERE day = ? AND kind IN ({marks})"  # noqa: S608 - only question marks
        if connection.execute(query, (day.isoformat(), *kinds)).fetchone():
            raise DayClosedError(day.isoformat())
        _store(connection, [_typed(day.isoformat(), kind.value, count) for kind, count in numbers.items() if count])


def held(connection: sqlite3.Connection) -> Sequence[tuple[str, int]]:
    """The days, as the wrong clock told them, and the number of events that are held of each."""
    query = "SELECT substr(hour, 2, 10), count(*) FROM events WHERE hour GLOB '[?]*' GROUP BY 1 ORDER BY 1"
    return connection.execute(query).fetchall()


def count_held_for(connection: sqlite3.Connection, day: date, today: date) -> tuple[date, int]:
    """Count everything that is held for that day, at its own hours; of a closed day, for the next that is open.

    Not in a week or month that is over, whose report may have been handed out: who laid the next one beside it would
    see what came later. Then for the first day that is in neither. Returns the day, and how many events. Raises
    `sqlite3.Error`.
    """
    counted = max(day, week_of(today).first, month_of(today).first)
    with transaction(connection):
        moved = "UPDATE events SET hour = ? || substr(hour, 12) WHERE hour GLOB '[?]*'"
        return counted, connection.execute(moved, (counted.isoformat(),)).rowcount


def is_closed(connection: sqlite3.Connection, day: date) -> bool:
    """Whether the totals of that day are final."""
    return _is_closed(connection, day)


def _is_closed(connection: sqlite3.Connection, day: date) -> bool:
    found = connection.execute("SELECT 1 FROM closed_days WHERE day = ?", (day.isoformat(),)).fetchone()
    return found is not None


def _carry_over(connection: sqlite3.Connection) -> None:
    known = "SELECT DISTINCT substr(hour, 1, 10) FROM events WHERE hour NOT GLOB '[?]*'"
    late = connection.execute(known).fetchall()
    for (day,) in late:
        opened = date.fromisoformat(day)
        while _is_closed(connection, opened):
            opened += timedelta(days=1)
        if opened.isoformat() != day:
            moved = (opened.isoformat(), day)
            connection.execute("UPDATE events SET hour = ? || substr(hour, 11) WHERE substr(hour, 1, 10) = ?", moved)


def _typed(day: str, kind: str, count: int) -> Total:
    return Total(day=date.fromisoformat(day), kind=EventKind(kind), subject=NO_SUBJECT, count=count)


def _store(connection: sqlite3.Connection, totals: Sequence[Total]) -> None:
    for total in totals:
        if total.count:
            row = (total.day.isoformat(), total.kind.value, total.subject, total.count)
            put = connection.execute("INSERT INTO totals (day, kind, subject, count) VALUES (?, ?, ?, ?)", row)
            connection.execute("INSERT INTO outbox (total) VALUES (?)", (put.lastrowid,))
