"""Day sheets and sticks brought into the province's database: proved by the PC's signature, stored once.

Everything of one sheet or stick is stored in one transaction, or nothing is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import psycopg

from kiosk.counts.sheet_code import SheetCode, SheetError
from kiosk.counts.stick import StickFile, StickFileError
from kiosk.i18n import Text

_INSERT = (
    "INSERT INTO counts.day_total (pc_id, day, kind, subject, count) "
    "SELECT %s, * FROM unnest(%s::date[], %s::text[], %s::text[], %s::int[]) ON CONFLICT DO NOTHING"
)
_DIFFER = (
    "SELECT count(*) FROM unnest(%s::date[], %s::text[], %s::text[], %s::int[]) AS n (day, kind, subject, count) "
    "JOIN counts.day_total AS t ON t.pc_id = %s AND (t.day, t.kind, t.subject) = (n.day, n.kind, n.subject) "
    "WHERE t.count <> n.count"
)

Row = tuple[date, str, str, int]


_STRANGER = Text("{pc}: chưa được thêm, hoặc đã thu hồi.", "{pc}: not enrolled, or revoked.")
_UNKNOWN_SUBJECT = Text(
    "Phiếu đếm điều mà danh mục của tỉnh chưa biết; chạy lại province set-up.",
    "The sheet counts what this province's catalogue does not know; run province set-up again.",
)
_LOADED = Text("Tệp số {number} của {pc} đã nạp rồi.", "Number {number} of {pc} was loaded already.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """How many rows were new, known already, and known with another number (the first number stays)."""

    pc_id: str
    new: int
    known: int
    differing: int


def import_sheet(database: psycopg.Connection, sheet: SheetCode) -> Imported:
    """Store a day sheet. Raises `SheetError`; `psycopg.Error` for a row the tables refuse."""
    key = _key_of(database, sheet.pc_id)
    if key is None:
        raise SheetError(_STRANGER.filled(pc=sheet.pc_id[:32]))
    sheet.verify(key)
    known = database.execute(
        "SELECT mark, kind, subject FROM counts.catalogue WHERE mark = ANY (%s)", (list(sheet.counts),)
    ).fetchall()
    if len(known) != len(sheet.counts):
        raise SheetError(_UNKNOWN_SUBJECT)
    rows = [(sheet.day, kind, subject, sheet.counts[bytes(mark)]) for mark, kind, subject in known]
    with database.transaction():
        return _store(database, sheet.pc_id, rows)


def import_stick(database: psycopg.Connection, stick: StickFile) -> Imported:
    """Load a file once. Raises `StickFileError`; `psycopg.Error` for a row the tables refuse."""
    key = _key_of(database, stick.pc_id)
    if key is None:
        raise StickFileError(_STRANGER.filled(pc=stick.pc_id[:32]))
    stick.verify(key)
    rows = [(total.day, total.kind.value, str(total.subject), total.count) for total in stick.totals]
    with database.transaction():
        loaded = database.execute(
            "INSERT INTO counts.delivery (pc_id, serial, digest) VALUES (%s, %s, %s) ON CONFLICT DO NOTHING",
            (stick.pc_id, stick.serial, stick.digest),
        )
        if not loaded.rowcount:
            raise StickFileError(_LOADED.filled(number=stick.serial, pc=stick.pc_id))
        return _store(database, stick.pc_id, rows)


def _store(database: psycopg.Connection, pc_id: str, rows: Sequence[Row]) -> Imported:
    columns = tuple([row[n] for row in rows] for n in range(4))
    differing = _one(database, _DIFFER, (*columns, pc_id))
    new = database.execute(_INSERT, (pc_id, *columns)).rowcount
    return Imported(pc_id=pc_id, new=new, known=len(rows) - new, differing=differing)


def _key_of(database: psycopg.Connection, pc_id: str) -> bytes | None:
    found = database.execute("SELECT signing_key FROM counts.pc WHERE pc_id = %s", (pc_id,)).fetchone()
    return bytes(found[0]) if found and found[0] is not None else None


def _one(database: psycopg.Connection, query: str, values: Sequence[object]) -> int:
    found = database.execute(query.encode(), values).fetchone()
    return int(found[0]) if found else 0
