"""The Internet Printing Protocol's own bytes (RFC 8010): one request to bytes, one answer from bytes.

Only what a kiosk sends and asks for: flat attributes. Collections in an answer are skipped. An answer that is cut
off, too long or nested without end is refused, never guessed at.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

VERSION = (1, 1)
"""Every printer since 2000 answers 1.1; nothing asked for here needs 2.0."""
MOST_ATTRIBUTES = 4_096
MOST_BYTES = 4_000_000


class Operation(IntEnum):
    """Operation codes of RFC 8011 §5.4.15."""

    PRINT_JOB = 0x0002
    CANCEL_JOB = 0x0008
    GET_JOB_ATTRIBUTES = 0x0009
    GET_PRINTER_ATTRIBUTES = 0x000B


class AttributeGroup(IntEnum):
    """Delimiter tags of RFC 8010 §3.5.1."""

    OPERATION = 0x01
    JOB = 0x02
    END = 0x03
    PRINTER = 0x04
    UNSUPPORTED = 0x05


class Tag(IntEnum):
    """Value tags of RFC 8010 §3.5.2 that are sent or told apart."""

    INTEGER = 0x21
    BOOLEAN = 0x22
    ENUM = 0x23
    BEGIN_COLLECTION = 0x34
    END_COLLECTION = 0x37
    NAME = 0x42
    KEYWORD = 0x44
    URI = 0x45
    CHARSET = 0x47
    LANGUAGE = 0x48
    MIME = 0x49


Value = int | bool | str | bytes
Attribute = tuple[Tag, str, Sequence[int | bool | str]]


class IppFormatError(ValueError):
    """The bytes are not an IPP answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IppResponse:
    """Status code of RFC 8011 §B.1 and, by group, the values of each attribute; of repeated groups the first."""

    status: int
    groups: Mapping[int, Mapping[str, tuple[Value, ...]]] = field(default_factory=dict)

    def values(self, group: AttributeGroup, name: str) -> tuple[Value, ...]:
        """The values of one attribute; none when the printer did not send it."""
        return self.groups.get(group, {}).get(name, ())

    def number(self, group: AttributeGroup, name: str) -> int | None:
        """The first value when it is a number."""
        first = next(iter(self.values(group, name)), None)
        return first if isinstance(first, int) and not isinstance(first, bool) else None

    def words(self, group: AttributeGroup, name: str) -> tuple[str, ...]:
        """The values that are text."""
        return tuple(value for value in self.values(group, name) if isinstance(value, str))


def encode(
    operation: Operation,
    request_id: int,
    groups: Sequence[tuple[AttributeGroup, Sequence[Attribute]]],
) -> bytes:
    """One request without its document. Charset and language lead the first group, as the RFC demands."""
    parts = [struct.pack(">BBHi", *VERSION, operation, request_id)]
    for group, attributes in groups:
        parts.append(bytes([group]))
        parts.extend(_attribute(*attribute) for attribute in attributes)
    parts.append(bytes([AttributeGroup.END]))
    return b"".join(parts)


def _attribute(tag: Tag, name: str, values: Sequence[int | bool | str]) -> bytes:
    encoded = bytearray()
    for at, value in enumerate(values):
        spelled = name.encode("ascii") if at == 0 else b""
        content = _content(value)
        encoded += (
            bytes([tag]) + struct.pack(">H", len(spelled)) + spelled + struct.pack(">H", len(content)) + content
        )
    return bytes(encoded)


def _content(value: float | str) -> bytes:
    match value:
        case bool():
            return bytes([value])
        case int():
            return struct.pack(">i", value)
        case str():
            return value.encode("utf-8")
    raise TypeError(type(value).__name__)


def decode(answer: bytes) -> IppResponse:
    """One answer. Raises `IppFormatError`."""
    if len(answer) > MOST_BYTES:
        raise IppFormatError("longer than any answer")
    reader = _Reader(answer)
    reader.take(2)
    status = int.from_bytes(reader.take(2), "big")
    reader.take(4)
    return IppResponse(status=status, groups=_groups(reader))


def _groups(reader: _Reader) -> dict[int, dict[str, tuple[Value, ...]]]:
    groups: dict[int, dict[str, tuple[Value, ...]]] = {}
    current: dict[str, tuple[Value, ...]] = {}
    name, depth, seen = "", 0, 0
    while (tag := reader.byte()) != AttributeGroup.END:
        seen += 1
        if seen > MOST_ATTRIBUTES:
            raise IppFormatError("more attributes than any answer")
        if tag < 0x10:
            current = {}
            groups.setdefault(tag, current)
            continue
        spelled, content = reader.field(), reader.field()
        depth += (tag == Tag.BEGIN_COLLECTION) - (tag == Tag.END_COLLECTION)
        if depth > 0 or tag == Tag.END_COLLECTION:
            continue
        name = spelled.decode("ascii", "replace") or name
        current[name] = (*current.get(name, ()), _value(tag, content))
    return groups


def _value(tag: int, content: bytes) -> Value:
    match tag:
        case Tag.INTEGER | Tag.ENUM:
            return int.from_bytes(content, "big", signed=True)
        case Tag.BOOLEAN:
            return content != b"\x00"
        case _ if tag >= 0x40:
            return content.decode("utf-8", "replace")
        case _:
            return content


class _Reader:
    """Bytes taken from the front; what is not there is a format error."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._at = 0

    def take(self, length: int) -> bytes:
        taken = self._content[self._at : self._at + length]
        if len(taken) < length:
            raise IppFormatError("cut off")
        self._at += length
        return taken

    def byte(self) -> int:
        return self.take(1)[0]

    def field(self) -> bytes:
        return self.take(int.from_bytes(self.take(2), "big"))
