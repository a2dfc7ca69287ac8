"""The code on a day sheet: the day's totals, signed by the PC (Ed25519, RFC 8032), small enough for a phone's photo.

A pair of kind and subject travels as its 4-byte mark, so no text can travel at all. Long days take several codes;
each says which part it is. Layout before base45, all numbers big-endian:
    version 1 | length of the PC's name | name | day as a proleptic ordinal, 4 bytes
    | number of rows, 2 bytes | rows: mark 4 bytes, count as a varint | signature, 64 bytes
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiosk.counts import base45
from kiosk.counts.catalogue import MARK_BYTES, Event, mark_of
from kiosk.counts.station_keys import PC_NAME
from kiosk.counts.totals import Total
from kiosk.errors import KioskError
from kiosk.i18n import Text

VERSION = 1
PURPOSE = b"day sheet\0"
"""Signed in front of the content, so that a signature of one thing never fits another."""
SIGNATURE_BYTES = 64
MOST_LETTERS = 900
"""A part: at most version 21 with error correction M, 101 modules; a usual day is one part of 60 to 80 mm."""
_PART = re.compile(r"DVC1/([0-9A-F]{6})/([1-9])/([1-9])/(.+)")


_DIFFERENT = Text("Mã của nhiều phiếu khác nhau.", "Codes of different sheets.")
_NO_CODE = Text("Không có mã của phiếu cuối ngày.", "No code of a day sheet.")
_MISSING = Text("Thiếu phần {part} trên {number}.", "Part {part} of {number} is missing.")
_DAMAGED = Text("Mã bị hỏng.", "The code is damaged.")
_TOO_LONG = Text("Quá nhiều dòng cho một phiếu; dùng USB.", "Too many rows for a sheet; use the stick.")
_OTHER_VERSION = Text("Do phiên bản khác của chương trình làm.", "Made by another version of the program.")
_NO_STATION = Text("Mã không nêu tên trạm nào.", "The code names no station.")


class SheetError(KioskError):
    """The code is incomplete, altered, or not ours; the message says which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetCode:
    """What a code says: of which PC and day, how often each mark. Not proved before `verify`."""

    pc_id: str
    day: date
    counts: dict[bytes, int]
    signed: bytes
    signature: bytes

    def verify(self, key: bytes) -> None:
        """Raises `SheetError` unless the PC with this public key signed it."""
        try:
            Ed25519PublicKey.from_public_bytes(key).verify(self.signature, PURPOSE + self.signed)
        except (InvalidSignature, ValueError) as fault:
            raise SheetError(Text("Chữ ký không phải của máy này.", "The signature is not this PC's.")) from fault


def codes_of(pc_id: str, day: date, totals: Iterable[Total], key: Ed25519PrivateKey) -> tuple[str, ...]:
    """The texts of the codes to print, in order; at most nine."""
    rows = [(mark_of(Event(kind=total.kind, subject=total.subject)), total.count) for total in totals]
    name = pc_id.encode()
    content = bytes([VERSION, len(name)]) + name + day.toordinal().to_bytes(4, "big") + len(rows).to_bytes(2, "big")
    content += b"".join(mark + _varint(count) for mark, count in rows)
    return _parts(content + key.sign(PURPOSE + content))


def read_codes(texts: Iterable[str]) -> SheetCode:
    """The sheet of its codes, in any order; other texts are passed over. Raises `SheetError`."""
    parts: dict[int, str] = {}
    wanted: set[tuple[str, int]] = set()
    for text in texts:
        if found := _PART.fullmatch(text.strip("\r\n")):
            parts[int(found[2])] = found[4]
            wanted.add((found[1], int(found[3])))
    if len(wanted) != 1:
        raise SheetError(_DIFFERENT if wanted else _NO_CODE)
    digest, number = wanted.pop()
    if missing := [part for part in range(1, number + 1) if part not in parts]:
        raise SheetError(_MISSING.filled(part=missing[0], number=number))
    try:
        content = base45.decode("".join(parts[part] for part in range(1, number + 1)))
    except ValueError as fault:
        raise SheetError(_DAMAGED) from fault
    if _digest(content) != digest:
        raise SheetError(_DAMAGED)
    return _read(content)


def _parts(content: bytes) -> tuple[str, ...]:
    text = base45.encode(content)
    number = -(-len(text) // MOST_LETTERS)
    if number > 9:
        raise SheetError(_TOO_LONG)
    size = -(-len(text) // number)
    head = _digest(content)
    return tuple(f"DVC1/{head}/{n + 1}/{number}/{text[n * size : (n + 1) * size]}" for n in range(number))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:6].upper()


def _read(content: bytes) -> SheetCode:
    signed, signature = content[:-SIGNATURE_BYTES], content[-SIGNATURE_BYTES:]
    try:
        if signed[0] != VERSION:
            raise SheetError(_OTHER_VERSION)
        end = 2 + signed[1]
        pc_id = signed[2:end].decode("ascii")
        day = date.fromordinal(int.from_bytes(signed[end : end + 4], "big"))
        rows = int.from_bytes(signed[end + 4 : end + 6], "big")
        counts = _rows(signed[end + 6 :], rows)
    except (IndexError, ValueError, OverflowError) as fault:
        raise SheetError(_DAMAGED) from fault
    if not PC_NAME.fullmatch(pc_id):  # told to an operator before the signature is proved
        raise SheetError(_NO_STATION)
    return SheetCode(pc_id=pc_id, day=day, counts=counts, signed=signed, signature=signature)


def _rows(content: bytes, number: int) -> dict[bytes, int]:
    counts: dict[bytes, int] = {}
    at = 0
    for _ in range(number):
        mark = content[at : at + MARK_BYTES]
        count, at = _read_varint(content, at + MARK_BYTES)
        counts[mark] = count
    if at != len(content) or len(counts) != number:
        raise ValueError("rows")
    return counts


def _varint(number: int) -> bytes:
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*out, number])


def _read_varint(content: Sequence[int], at: int) -> tuple[int, int]:
    number = shift = 0
    while content[at] & 0x80:
        number |= (content[at] & 0x7F) << shift
        shift += 7
        at += 1
    return number | content[at] << shift, at + 1
