"""The way into the province's database: one connection for a command, and a database where there is none yet."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

from kiosk.errors import KioskError
from kiosk.i18n import Text

CONNECT_S = 10
"""For a server that does not answer, where its address does not say otherwise."""
Database = psycopg.Connection
"""An open connection, for callers that only hand it on."""
_NO_DATABASE = Text("Không vào được cơ sở dữ liệu: {reason}", "The database cannot be opened: {reason}")


def connect(dsn: str) -> psycopg.Connection:
    """To the database `dsn` names, in libpq's words; tried for `CONNECT_S` where they do not say. Raises
    `KioskError`."""
    try:
        words = conninfo_to_dict(dsn)
        return psycopg.connect("", autocommit=True, **{"connect_timeout": CONNECT_S, **words})  # type: ignore[arg-type]
    except psycopg.Error as fault:
        raise KioskError(_NO_DATABASE.filled(reason=_first_reason(fault))) from fault


def _first_reason(fault: psycopg.Error) -> str:
    """What libpq says first; on the lines below it are hints and the other addresses of the same host."""
    return next((line.strip() for line in str(fault).splitlines() if line.strip()), type(fault).__name__)


@contextmanager
def opened(dsn: str) -> Iterator[psycopg.Connection]:
    """The database for a command; whatever the server refuses inside the block is told by its own first line.

    Raises `KioskError`.
    """
    try:
        with connect(dsn) as database:
            yield database
    except psycopg.Error as fault:
        raise KioskError(f"{fault.sqlstate or ''} {fault.diag.message_primary or fault}".strip()) from fault


def make_database(database: psycopg.Connection, name: str) -> None:
    """The database of this name, where there is none yet. Raises `psycopg.Error`."""
    if not database.execute("SELECT 1 FROM pg_database WHERE datname = %s", (name,)).fetchone():
        database.execute(
            sql.SQL("CREATE DATABASE {} ENCODING 'UTF8' TEMPLATE template0").format(sql.Identifier(name))
        )
