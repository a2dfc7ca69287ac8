"""The rows of an offline PC as a signed file: day totals of the last weeks, a serial number, an Ed25519 signature.

JSON lines: the first says whose and which, the last signs all before it (SHA-256 of nothing else: the bytes
themselves). Loaded once; what the province knows already is passed over.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from devices import json_message
from devices.json_message import JsonMessageError
from kiosk.counts.catalogue import stored
from kiosk.counts.events import EventKind
from kiosk.counts.station_keys import PC_NAME
from kiosk.counts.totals import Total
from kiosk.errors import KioskError
from kiosk.i18n import Text

FORM = "kiosk-dvc day totals 1"
PURPOSE = b"stick\0"


_ALTERED = Text("Tệp bị sửa, hoặc không do máy này ký.", "The file is altered, or not signed by this PC.")
NO_TOTALS = Text("Không phải tệp số đếm, hoặc bị cắt.", "Not a file of day totals, or cut off.")


class StickFileError(KioskError):
    """The file is altered, cut off, or not ours; the message says which."""


class _Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    form: str
    pc_id: str
    serial: int
    rows: int


class _Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True, array_like=True):
    day: date
    kind: EventKind
    subject: str
    count: int


class _Tail(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    signature: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class StickFile:
    """What a file says. Not proved before `verify`."""

    pc_id: str
    serial: int
    totals: tuple[Total, ...]
    signed: bytes = field(repr=False)
    signature: bytes = field(repr=False)

    @property
    def digest(self) -> bytes:
        """SHA-256 of what was signed."""
        return hashlib.sha256(self.signed).digest()

    def verify(self, key: bytes) -> None:
        """Raises `StickFileError` unless the PC with this public key signed it."""
        try:
            Ed25519PublicKey.from_public_bytes(key).verify(self.signature, PURPOSE + self.signed)
        except (InvalidSignature, ValueError) as fault:
            raise StickFileError(_ALTERED) from fault


def next_serial(connection: sqlite3.Connection) -> int:
    """Each file of a PC has a number of its own. Raises `sqlite3.Error`."""
    add = "INSERT INTO serials (name, value) VALUES ('stick', 1) ON CONFLICT (name) DO UPDATE SET value = value + 1"
    connection.execute(add)
    return int(connection.execute("SELECT value FROM serials WHERE name = 'stick'").fetchone()[0])


def write_stick(pc_id: str, serial: int, totals: Sequence[Total], key: Ed25519PrivateKey) -> bytes:
    """The bytes of the file: a head, one line a total, and the signature over all of them."""
    head = msgspec.json.encode(_Head(form=FORM, pc_id=pc_id, serial=serial, rows=len(totals)))
    rows = [msgspec.json.encode(_Row(each.day, each.kind, each.subject, each.count)) for each in totals]
    signed = b"".join(line + b"\n" for line in (head, *rows))
    return signed + msgspec.json.encode(_Tail(signature=key.sign(PURPOSE + signed))) + b"\n"


def read_stick(content: bytes) -> StickFile:
    """The file's words; raises `StickFileError`. Row values are checked again by the province's own tables."""
    lines = content.splitlines(keepends=True)
    try:
        head = json_message.decode(lines[0], _Head)
        rows = [json_message.decode(line, _Row) for line in lines[1:-1]]
        tail = json_message.decode(lines[-1], _Tail)
    except (JsonMessageError, IndexError) as fault:
        raise StickFileError(NO_TOTALS) from fault
    # The name is told to an operator before the signature is proved: it is a name, or nothing of it is told.
    if head.form != FORM or head.rows != len(rows) or not PC_NAME.fullmatch(head.pc_id):
        raise StickFileError(NO_TOTALS)
    return StickFile(
        pc_id=head.pc_id,
        serial=head.serial,
        totals=tuple(Total(day=row.day, kind=row.kind, subject=stored(row.subject), count=row.count) for row in rows),
        signed=b"".join(lines[:-1]),
        signature=tail.signature,
    )
