"""BER/DER as a card needs it: build nested objects, walk the flat list inside a command (ISO/IEC 8825-1)."""

from __future__ import annotations

from collections.abc import Iterator


def tlv(tag: int, *parts: bytes) -> bytes:
    """One data object; `tag` as written in hexadecimal (0x7F49), definite shortest length."""
    value = b"".join(parts)
    return tag.to_bytes((tag.bit_length() + 7) // 8 or 1, "big") + length(len(value)) + value


def length(size: int) -> bytes:
    """Length octets, shortest form (X.690 8.1.3)."""
    if size < 0x80:
        return bytes([size])
    octets = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([0x80 | len(octets)]) + octets


def integer(number: int) -> bytes:
    """A BER INTEGER (two's complement) of a number that is not negative."""
    return tlv(0x02, number.to_bytes(number.bit_length() // 8 + 1, "big"))


def oid(dotted: str) -> bytes:
    """OBJECT IDENTIFIER, tag and length included."""
    first, second, *rest = (int(arc) for arc in dotted.split("."))
    return tlv(0x06, *(_base128(arc) for arc in (first * 40 + second, *rest)))


def _base128(arc: int) -> bytes:
    octets = [arc & 0x7F]
    while arc := arc >> 7:
        octets.append(0x80 | arc & 0x7F)
    return bytes(reversed(octets))


def sequence(*parts: bytes) -> bytes:
    """SEQUENCE of the encoded parts."""
    return tlv(0x30, *parts)


def set_of(*parts: bytes) -> bytes:
    """SET OF the encoded parts in the order given: a card's files are not always in DER order."""
    return tlv(0x31, *parts)


def walk(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Tag and value of each object in a flat list. Raises ValueError when a length runs over the end."""
    at = 0
    while at < len(data):
        start = at
        at += 1
        if data[start] & 0x1F == 0x1F:
            while at < len(data) and data[at] & 0x80:
                at += 1
            at += 1
        tag = int.from_bytes(data[start:at], "big")
        size, at = _read_length(data, at)
        if at + size > len(data):
            raise ValueError("length over the end")
        yield tag, data[at : at + size]
        at += size


def _read_length(data: bytes, at: int) -> tuple[int, int]:
    if at >= len(data):
        raise ValueError("length missing")
    first = data[at]
    if first < 0x80:
        return first, at + 1
    count = first & 0x7F
    if not 1 <= count <= 3 or at + 1 + count > len(data):
        raise ValueError("length octets missing")
    return int.from_bytes(data[at + 1 : at + 1 + count], "big"), at + 1 + count
