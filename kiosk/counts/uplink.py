"""The wire to the province: PostgreSQL over TLS 1.3 with this PC's own certificate, inserts only.

The statement names four columns; whose rows they are the server decides (`pc_id DEFAULT session_user`). Bare
`ON CONFLICT DO NOTHING` needs no right to read. Knows no outbox.

libpq has no end for a name server that is silent, nor for an answer that comes byte by byte or not at all once the
wire is open: each call ends after `LONGEST_S`, whatever the network does.
"""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import psycopg
from psycopg.conninfo import make_conninfo

from devices.timed_call import OverdueError, TimedCall
from kiosk.counts.obstacle import Obstacle, obstacle_in
from kiosk.counts.totals import Total

INSERT = (
    "INSERT INTO counts.day_total (day, kind, subject, count) "
    "SELECT * FROM unnest(%s::date[], %s::text[], %s::text[], %s::int[]) ON CONFLICT DO NOTHING"
)
SEEN = "INSERT INTO counts.seen (program, content) VALUES (%s, %s) ON CONFLICT DO NOTHING"
UNKNOWN_THERE = ("42P01", "42501", "23514")
"""No such table, no right to it, a version of another shape: the province's tables are older, no fault of ours."""
CONNECT_S = 10
STATEMENT_MS = 30_000
LONGEST_S = 60.0
"""For opening the wire, with all the addresses of its host, and for each statement on it."""
ENDING_S = 5.0
"""For a statement to notice that its wire was cut."""
Result = TypeVar("Result")
REFUSED_VALUES = ("22", "23")
"""SQLSTATE classes "data exception" and "integrity constraint violation": the row, not the wire, is at fault."""


class UplinkError(Exception):
    """The province could not be reached or did not answer; `sqlstate` is empty when no statement was reached, and the
    obstacle says why."""

    def __init__(self, sqlstate: str, obstacle: Obstacle = Obstacle.NO_ANSWER) -> None:
        super().__init__(f"uplink: {sqlstate or obstacle.code}")
        self.sqlstate = sqlstate
        self.obstacle = obstacle


class RowsRefusedError(Exception):
    """At least one of the rows can never be stored."""

    def __init__(self, sqlstate: str) -> None:
        super().__init__(f"rows refused: {sqlstate}")
        self.sqlstate = sqlstate


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Where the province is and who we are: a folder with `ca.crt`, `pc.crt` and `pc.key`."""

    host: str
    port: int
    pc_id: str
    folder: Path
    database: str = "counts"

    def parameters(self) -> dict[str, str | int]:
        """For libpq: the server's name is verified, TLS 1.3 at least, no other way in."""
        return {
            "host": self.host,
            "port": self.port,
            "dbname": self.database,
            "user": self.pc_id,
            "sslmode": "verify-full",
            "sslrootcert": str(self.folder / "ca.crt"),
            "sslcert": str(self.folder / "pc.crt"),
            "sslkey": str(self.folder / "pc.key"),
            "ssl_min_protocol_version": "TLSv1.3",
            "gssencmode": "disable",
            "connect_timeout": CONNECT_S,
            "target_session_attrs": "read-write",
            "options": f"-c statement_timeout={STATEMENT_MS} -c synchronous_commit=on",
        }


class Uplink:
    """An open wire. Use as a context manager; raises `UplinkError` when it cannot be opened."""

    def __init__(self, identity: Identity) -> None:
        if not all((identity.folder / name).is_file() for name in ("ca.crt", "pc.crt", "pc.key")):
            raise UplinkError("", Obstacle.NOT_ENROLLED)
        words = make_conninfo("", **identity.parameters())
        try:
            self._wire = _in_time(lambda: psycopg.connect(words, autocommit=True))
        except OverdueError:
            raise UplinkError("") from None
        except (psycopg.Error, OSError) as fault:
            raise UplinkError(getattr(fault, "sqlstate", None) or "", obstacle_in(str(fault))) from None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._wire.close()

    def tell_versions(self, program: str, content: str) -> None:
        """Say that this PC lives, with its versions; once a day counts. Raises `UplinkError`."""
        try:
            self._execute(SEEN, (program, content))
        except (psycopg.Error, OSError) as fault:
            sqlstate = getattr(fault, "sqlstate", None) or ""
            if sqlstate not in UNKNOWN_THERE:
                raise UplinkError(sqlstate) from None

    def send(self, totals: Sequence[Total]) -> None:
        """Store the rows in one commit; those already there are left as they are.

        Raises `RowsRefusedError` when a row is at fault and nothing of the batch was stored, `UplinkError` otherwise.
        """
        columns = (
            [total.day for total in totals],
            [total.kind.value for total in totals],
            [str(total.subject) for total in totals],
            [total.count for total in totals],
        )
        try:
            self._execute(INSERT, columns)
        except (psycopg.Error, OSError) as fault:
            sqlstate = getattr(fault, "sqlstate", None) or ""
            if sqlstate.startswith(REFUSED_VALUES):
                raise RowsRefusedError(sqlstate) from None
            raise UplinkError(sqlstate) from None

    def _execute(self, statement: str, values: tuple[Any, ...]) -> None:
        try:
            _in_time(lambda: self._wire.execute(statement.encode(), values), overdue=self._cut)
        except OverdueError:
            raise UplinkError("") from None

    def _cut(self) -> None:
        """Nothing comes over this wire any more; whoever waits for it is told."""
        with suppress(OSError, psycopg.Error), socket.socket(fileno=os.dup(self._wire.fileno())) as same:
            same.shutdown(socket.SHUT_RDWR)


def _in_time(call: Callable[[], Result], *, overdue: Callable[[], None] = lambda: None) -> Result:
    """What the call gives. Raises `OverdueError` after `LONGEST_S`, when `overdue` has been called and the call had a
    moment to end: nobody may close a wire that another thread still reads."""
    started = TimedCall(call, "uplink", time.monotonic)
    try:
        return started.result(time.monotonic() + LONGEST_S)
    except OverdueError:
        overdue()
        with suppress(OverdueError, psycopg.Error, OSError):
            started.result(time.monotonic() + ENDING_S)
        raise
