"""The province's database made ready, PCs enrolled and shut out. Runs as the database's superuser.

The shipped files of `config/province` are the whole schema; nothing of ours runs on the server.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import msgspec
import psycopg
from psycopg import sql

from devices import json_message
from devices.json_message import JsonMessageError
from kiosk.counts import authority, province_roles
from kiosk.counts.authority import CertificateAuthority
from kiosk.counts.catalogue import CountCatalogue, mark_of
from kiosk.counts.station_keys import PC_NAME, EnrolReply, EnrolRequest
from kiosk.errors import KioskError
from kiosk.i18n import Text

LOCK_TIMEOUT = "10s"
"""How long making the tables waits for somebody who holds them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Models:
    """Maker and model of a PC's devices, as the province wrote them down at enrolment."""

    card_reader: str = ""
    printer: str = ""
    scanner: str = ""


_REVOKED = Text(
    "{pc}: đã thu hồi; đặt tên trạm khác (commune.station trong kiosk.toml) rồi xin lại.",
    "{pc}: revoked; set another commune.station in its kiosk.toml and ask anew.",
)
_NEVER_ENROLLED = Text("{pc}: chưa được thêm bao giờ.", "{pc}: never enrolled.")
_NO_NAME = Text("{pc}: cần tên như pc-17842-may-1.", "{pc}: expected a name like pc-17842-may-1.")
_NO_REQUEST = Text("Tệp xin thêm máy không đúng: {reason}", "The request cannot be read: {reason}")
_OF_ANOTHER = Text("Tệp xin này của {other}, không phải của {pc}.", "The request is for {other}, not for {pc}.")


def prepare(database: psycopg.Connection, catalogue: CountCatalogue, files: Path) -> int:
    """Tables, roles and the catalogue; running it again brings the catalogue up to date. How many pairs there are.

    Raises `psycopg.Error` (also when somebody holds the tables for longer than `LOCK_TIMEOUT`), `OSError`.
    """
    province_roles.cut_off(
        database, sql.SQL("state LIKE 'idle in transaction%'")
    )  # else they could hold the tables for ever
    database.execute(f"SET lock_timeout = '{LOCK_TIMEOUT}'")
    for name in ("schema.sql", "roles.sql"):
        database.execute((files / name).read_text(encoding="utf-8").encode())
    province_roles.fix_settings(database)
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
        province_roles.make_role(database, pc_id)
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
        province_roles.forget_settings(database, pc_id)
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
