"""The wire to the province: PostgreSQL over TLS 1.3 with this PC's own certificate, inserts only.

The statement names four columns; whose rows they are the server decides (`pc_id DEFAULT session_user`). Bare
`ON CONFLICT DO NOTHING` needs no right to read. Knows no outbox.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import psycopg
from psycopg.conninfo import make_conninfo

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
        try:
            self._wire = psycopg.connect(make_conninfo("", **identity.parameters()), autocommit=True)
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
            self._wire.execute(SEEN, (program, content))
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
            self._wire.execute(INSERT, columns)
        except (psycopg.Error, OSError) as fault:
            sqlstate = getattr(fault, "sqlstate", None) or ""
            if sqlstate.startswith(REFUSED_VALUES):
                raise RowsRefusedError(sqlstate) from None
            raise UplinkError(sqlstate) from None
