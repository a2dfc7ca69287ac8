"""The province's database made ready, PCs enrolled and shut out. Runs as the database's superuser.

The shipped files of `config/province` are the whole schema; nothing of ours runs on the server.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import msgspec
import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

from devices import json_message
from devices.json_message import JsonMessageError
from kiosk.counts import authority
from kiosk.counts.authority import CertificateAuthority
from kiosk.counts.catalogue import CountCatalogue, Event
from kiosk.counts.station_keys import PC_NAME, EnrolReply, EnrolRequest
from kiosk.errors import KioskError
from kiosk.i18n import Text

MARK_BYTES = 4
CONNECT_S = 10
"""For a server that does not answer, where its address does not say otherwise."""
LOCK_TIMEOUT = "10s"
"""How long making the tables waits for somebody who holds them."""
LONGEST_VISIT_S = 600
"""A PC's connection takes seconds; one that lasts longer is cut off by `tidy`."""
FIXED_SETTINGS = {
    "temp_file_limit": "16MB",
    "log_min_messages": "panic",
    "statement_timeout": "60s",
    "lock_timeout": "10s",
    "idle_in_transaction_session_timeout": "30s",
}
"""Of each PC's role. The first two only a superuser may change, also within a connection; with the second, no text
that a PC makes up reaches the server's log."""
Database = psycopg.Connection
"""An open connection, for callers that only hand it on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Models:
    """Maker and model of a PC's devices, as the province wrote them down at enrolment."""

    card_reader: str = ""
    printer: str = ""
    scanner: str = ""


def mark_of(event: Event) -> bytes:
    """The short form of a pair on a day sheet: the first bytes of its SHA-256."""
    return hashlib.sha256(f"{event.kind.value}\0{event.subject}".encode()).digest()[:MARK_BYTES]


_NO_DATABASE = Text("Không vào được cơ sở dữ liệu: {reason}", "The database cannot be opened: {reason}")
_REVOKED = Text(
    "{pc}: đã thu hồi; đặt tên trạm khác (commune.station trong kiosk.toml) rồi xin lại.",
    "{pc}: revoked; set another commune.station in its kiosk.toml and ask anew.",
)
_NEVER_ENROLLED = Text("{pc}: chưa được thêm bao giờ.", "{pc}: never enrolled.")
_NO_NAME = Text("{pc}: cần tên như pc-17842-may-1.", "{pc}: expected a name like pc-17842-may-1.")
_NO_REQUEST = Text("Tệp xin thêm máy không đúng: {reason}", "The request cannot be read: {reason}")
_OF_ANOTHER = Text("Tệp xin này của {other}, không phải của {pc}.", "The request is for {other}, not for {pc}.")


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


def prepare(database: psycopg.Connection, catalogue: CountCatalogue, files: Path) -> int:
    """Tables, roles and the catalogue; running it again brings the catalogue up to date. How many pairs there are.

    Raises `psycopg.Error` (also when somebody holds the tables for longer than `LOCK_TIMEOUT`), `OSError`.
    """
    _cut_off(database, sql.SQL("state LIKE 'idle in transaction%'"))  # else they could hold the tables for ever
    database.execute(f"SET lock_timeout = '{LOCK_TIMEOUT}'")
    for name in ("schema.sql", "roles.sql"):
        database.execute((files / name).read_text(encoding="utf-8").encode())
    _fix_settings(database)
    pairs = [event for event, _ in catalogue.pairs()]
    rows = ([e.kind.value for e in pairs], [str(e.subject) for e in pairs], [mark_of(e) for e in pairs])
    database.execute(
        "INSERT INTO counts.catalogue (kind, subject, mark) "
        "SELECT DISTINCT * FROM unnest(%s::text[], %s::text[], %s::bytea[]) ON CONFLICT (kind, subject) DO NOTHING",
        rows,
    )
    return len(pairs)


def enrol(
    database: psycopg.Connection,
    root: CertificateAuthority,
    content: bytes,
    pc_id: str,
    models: Models,
    now: datetime,
) -> bytes:
    """A login role and a certificate for the PC that wrote this request; the reply to carry back to it.

    Enrolling again gives the PC a new certificate and its new signing key. A name that was revoked is never given out
    again, because the lost certificate still bears it. Raises `KioskError`, `psycopg.Error`.
    """
    asked = _request(content, pc_id)
    key = authority.requested_key(asked.request.encode(), pc_id)
    with database.transaction():
        kept = database.execute(
            "INSERT INTO counts.pc (pc_id, commune, signing_key, card_reader, printer, scanner) "
            "VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT (pc_id) DO UPDATE SET signing_key = excluded.signing_key, "
            "card_reader = excluded.card_reader, printer = excluded.printer, scanner = excluded.scanner "
            "WHERE pc.revoked_on IS NULL",
            (pc_id, pc_id[3:8], asked.signing_key, models.card_reader, models.printer, models.scanner),
        )
        if not kept.rowcount:
            raise KioskError(_REVOKED.filled(pc=pc_id))
        _make_role(database, pc_id)
    return msgspec.json.encode(
        EnrolReply(
            pc_id=pc_id,
            certificate=authority.certificate_pem(authority.client_certificate(root, key, pc_id, now)).decode(),
            authority=authority.certificate_pem(root.certificate).decode(),
        )
    )


def revoke(database: psycopg.Connection, pc_id: str) -> None:
    """Shut a PC out at once: no new login, open connections cut, its signature no longer taken. Its rows stay.

    Raises `KioskError` for a PC that was never enrolled, `psycopg.Error`.
    """
    with database.transaction():
        known = database.execute(
            "UPDATE counts.pc SET revoked_on = current_date, signing_key = NULL WHERE pc_id = %s", (pc_id,)
        )
        if not known.rowcount:
            raise KioskError(_NEVER_ENROLLED.filled(pc=pc_id))
        database.execute(sql.SQL("ALTER ROLE {} NOLOGIN").format(sql.Identifier(pc_id)))
        _forget_settings(database, pc_id)
    database.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s", (pc_id,))


def remove_rows(database: psycopg.Connection, pc_id: str, first: date, last: date) -> int:
    """Take out what a PC sent for these days, both included: how many rows. For a key that was stolen; revoke it
    first.

    The copy of the nation takes nothing out by itself. Raises `KioskError` for a PC that was never enrolled.
    """
    if not database.execute("SELECT 1 FROM counts.pc WHERE pc_id = %s", (pc_id,)).fetchone():
        raise KioskError(_NEVER_ENROLLED.filled(pc=pc_id))
    taken = "DELETE FROM counts.day_total WHERE pc_id = %s AND day BETWEEN %s AND %s"
    return database.execute(taken, (pc_id, first, last)).rowcount


def tidy(database: psycopg.Connection) -> int:
    """Put the settings of every PC's role back and cut off connections that last too long; how many were cut off."""
    _fix_settings(database)
    return _cut_off(database, sql.SQL("backend_start < now() - make_interval(secs => {})").format(LONGEST_VISIT_S))


def _cut_off(database: psycopg.Connection, which: sql.SQL | sql.Composed) -> int:
    """End the connections of PCs for which this condition holds."""
    query = sql.SQL("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename ~ '^pc-' AND {}")
    found = database.execute(query.format(which)).fetchone()
    return int(found[0]) if found else 0


def _fix_settings(database: psycopg.Connection) -> None:
    for (pc_id,) in database.execute("SELECT pc_id FROM counts.pc WHERE revoked_on IS NULL").fetchall():
        _settle_role(database, pc_id)


def _settle_role(database: psycopg.Connection, pc_id: str) -> None:
    """Nothing but our own settings: what a PC has set for its own role is gone."""
    role = sql.Identifier(pc_id)
    with database.transaction():
        _forget_settings(database, pc_id)
        for name, value in FIXED_SETTINGS.items():
            change = sql.SQL("ALTER ROLE {} SET {} = {}")
            database.execute(change.format(role, sql.Identifier(name), sql.Literal(value)))


def _forget_settings(database: psycopg.Connection, pc_id: str) -> None:
    """In every database of the server: a role may set something for itself in each."""
    role = sql.Identifier(pc_id)
    where = (
        "SELECT datname FROM pg_db_role_setting JOIN pg_roles r ON r.oid = setrole "
        "JOIN pg_database d ON d.oid = setdatabase WHERE rolname = %s"
    )
    for (name,) in database.execute(where.encode(), (pc_id,)).fetchall():
        database.execute(sql.SQL("ALTER ROLE {} IN DATABASE {} RESET ALL").format(role, sql.Identifier(name)))
    database.execute(sql.SQL("ALTER ROLE {} RESET ALL").format(role))


def _request(content: bytes, pc_id: str) -> EnrolRequest:
    if not PC_NAME.fullmatch(pc_id):
        raise KioskError(_NO_NAME.filled(pc=pc_id))
    try:
        asked = json_message.decode(content, EnrolRequest)
    except JsonMessageError as fault:
        raise KioskError(_NO_REQUEST.filled(reason=fault)) from fault
    if asked.pc_id != pc_id:
        raise KioskError(_OF_ANOTHER.filled(other=asked.pc_id[:32], pc=pc_id))
    return asked


def _make_role(database: psycopg.Connection, pc_id: str) -> None:
    role = sql.Identifier(pc_id)
    found = database.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (pc_id,)).fetchone()
    if not found:
        database.execute(sql.SQL("CREATE ROLE {} IN ROLE counts_pc").format(role))
    database.execute(
        sql.SQL("ALTER ROLE {} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION CONNECTION LIMIT 4").format(
            role
        )
    )
    _settle_role(database, pc_id)
