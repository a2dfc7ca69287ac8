"""BER-TLV data objects, read and written (ISO/IEC 7816-4 clause 6.3, ITU-T X.690), with limits.

Tags are whole numbers of their bytes (0x7F49). Definite lengths only, as the cards use; nothing is interpreted.
Every fault is a `MalformedError` that names the place, so hostile bytes cost no more than one pass over them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from devices.iso7816.errors import MalformedError

MAX_TAG_BYTES: Final = 3
MAX_LENGTH_BYTES: Final = 4
MAX_SIBLINGS: Final = 4_096


@dataclass(frozen=True, slots=True)
class Tlv:
    """One data object; `raw` is its own encoding, tag to last byte, as the card wrote it."""

    tag: int
    value: bytes = field(repr=False)
    raw: bytes = field(repr=False)

    def children(self) -> list[Tlv]:
        """The data objects inside. Raises `MalformedError`."""
        return list(read_all(self.value))


def read_header(data: bytes, offset: int = 0) -> tuple[int, int, int]:
    """Tag, header bytes and value bytes of the object at `offset`; the value itself need not be there yet.

    Raises `MalformedError` when the header is cut off, indefinite, or longer than the limits.
    """
    tag, at = _read_tag(data, offset)
    if at >= len(data):
        raise MalformedError("TLV length")
    length = data[at]
    at += 1
    if length >= 0x80:
        count = length & 0x7F
        if not 0 < count <= MAX_LENGTH_BYTES or at + count > len(data):
            raise MalformedError("TLV length")
        length = int.from_bytes(data[at : at + count], "big")
        at += count
    return tag, at - offset, length


def _read_tag(data: bytes, offset: int) -> tuple[int, int]:
    if offset >= len(data):
        raise MalformedError("TLV tag")
    tag = data[offset]
    at = offset + 1
    if tag & 0x1F != 0x1F:
        return tag, at
    while at < len(data) and at - offset < MAX_TAG_BYTES:
        tag = tag << 8 | data[at]
        at += 1
        if not data[at - 1] & 0x80:
            return tag, at
    raise MalformedError("TLV tag")


def read(data: bytes, offset: int = 0) -> Tlv:
    """The object at `offset`. Raises `MalformedError` when it does not end inside `data`."""
    tag, header, length = read_header(data, offset)
    start = offset + header
    if start + length > len(data):
        raise MalformedError("TLV value")
    return Tlv(tag, data[start : start + length], data[offset : start + length])


def read_all(data: bytes) -> Iterator[Tlv]:
    """The objects of `data`, one after the other to its last byte. Raises `MalformedError`."""
    offset = 0
    for _ in range(MAX_SIBLINGS):
        if offset == len(data):
            return
        tlv = read(data, offset)
        yield tlv
        offset += len(tlv.raw)
    raise MalformedError("TLV count")


def read_only(data: bytes, tag: int) -> Tlv:
    """The one object that is all of `data` and has that tag. Raises `MalformedError`."""
    tlv = read(data)
    if tlv.tag != tag or len(tlv.raw) != len(data):
        raise MalformedError(f"TLV {tag:X}")
    return tlv


def find(data: bytes, tag: int) -> Tlv | None:
    """The first object of `data` with that tag, not looking inside others. Raises `MalformedError`."""
    return next((tlv for tlv in read_all(data) if tlv.tag == tag), None)


def need(data: bytes, tag: int) -> Tlv:
    """As `find`, but its absence is a `MalformedError`."""
    found = find(data, tag)
    if found is None:
        raise MalformedError(f"TLV {tag:X}")
    return found


def encode_length(length: int) -> bytes:
    """The shortest definite form (DER)."""
    if length < 0x80:
        return bytes((length,))
    digits = length.to_bytes((length.bit_length() + 7) // 8, "big")
    return bytes((0x80 | len(digits),)) + digits


def encode(tag: int, value: bytes = b"") -> bytes:
    """A data object: the tag as written, the length in the fewest bytes, the value."""
    return unsigned(tag) + encode_length(len(value)) + value


def unsigned(number: int) -> bytes:
    """A number that is not negative, in the fewest bytes and at least one."""
    return number.to_bytes((number.bit_length() + 7) // 8 or 1, "big")
