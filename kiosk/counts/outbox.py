"""Closed totals that still have to go up the line: taken in batches, confirmed, or set aside with a reason.

A row leaves the outbox only after the province's commit was seen; whatever happens between, it is sent again and
the province ignores the second arrival.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.counts import days
from kiosk.counts.catalogue import stored
from kiosk.counts.events import EventKind
from kiosk.counts.totals import Total


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One row that the province has not confirmed yet."""

    number: int
    total: Total


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxState:
    """How many rows wait and how many were set aside, and the oldest day that waits."""

    waiting: int
    set_aside: int
    oldest: date | None


class Outbox:
    """The outbox of one store's connection. Every method raises `sqlite3.Error`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def take(self, most: int) -> Sequence[Waiting]:
        """Up to `most` rows, oldest first; they stay until confirmed."""
        rows = self._connection.execute(
            "SELECT t.id, t.day, t.kind, t.subject, t.count FROM outbox JOIN totals AS t ON t.id = outbox.total "
            "WHERE refused = '' ORDER BY t.id LIMIT ?",
            (most,),
        )
        return [
            Waiting(
                number=number,
                total=Total(day=date.fromisoformat(day), kind=EventKind(kind), subject=stored(subject), count=count),
            )
            for number, day, kind, subject, count in rows
        ]

    def confirm(self, rows: Sequence[Waiting]) -> None:
        """Drop rows from the outbox once the province has committed them."""
        with days.transaction(self._connection):
            self._connection.executemany("DELETE FROM outbox WHERE total = ?", [(row.number,) for row in rows])

    def set_aside(self, row: Waiting, sqlstate: str) -> None:
        """The province refuses this row whatever we do; the others must not wait behind it."""
        self._connection.execute("UPDATE outbox SET refused = ? WHERE total = ?", (sqlstate, row.number))

    def try_again(self) -> int:
        """Put the rows set aside back in line, after the province's catalogue was brought up to date."""
        return self._connection.execute("UPDATE outbox SET refused = '' WHERE refused <> ''").rowcount

    def state(self) -> OutboxState:
        """How things stand, for the staff and the doctor."""
        query = (
            "SELECT count(*) FILTER (WHERE refused = ''), count(*) FILTER (WHERE refused <> ''), "
            "min(t.day) FILTER (WHERE refused = '') FROM outbox JOIN totals AS t ON t.id = outbox.total"
        )
        waiting, refused, oldest = self._connection.execute(query).fetchone()
        return OutboxState(waiting=waiting, set_aside=refused, oldest=date.fromisoformat(oldest) if oldest else None)
