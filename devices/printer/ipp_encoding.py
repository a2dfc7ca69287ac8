"""The Internet Printing Protocol's own bytes (RFC 8010): one request to bytes, one answer from bytes.

Only what a kiosk sends and asks for: flat attributes. Collections in an answer are skipped. An answer that is cut
off, too long, nested without end, or holds a number of another size than its kind is refused, never guessed at.
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
    GET_JOBS = 0x000A
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
    RESOLUTION = 0x32
    BEGIN_COLLECTION = 0x34
    TEXT_WITH_LANGUAGE = 0x35
    NAME_WITH_LANGUAGE = 0x36
    END_COLLECTION = 0x37
    NAME = 0x42
    KEYWORD = 0x44
    URI = 0x45
    CHARSET = 0x47
    LANGUAGE = 0x48
    MIME = 0x49


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """Dots across and along the page, per inch."""

    across: int
    along: int


Value = int | bool | str | Resolution | bytes
Attribute = tuple[Tag, str, Sequence[int | bool | str]]


class IppFormatError(ValueError):
    """The bytes are not an IPP answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IppResponse:
    """Status code of RFC 8011 §B.1 and, by group, the values of each attribute; of repeated groups the first.

    `jobs` are the groups of all jobs, for an answer to Get-Jobs.
    """

    status: int
    groups: Mapping[int, Mapping[str, tuple[Value, ...]]] = field(default_factory=dict)
    jobs: tuple[Mapping[str, tuple[Value, ...]], ...] = ()

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

    def resolutions(self, group: AttributeGroup, name: str) -> tuple[Resolution, ...]:
        """The values that are resolutions."""
        return tuple(value for value in self.values(group, name) if isinstance(value, Resolution))


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
    """One whole response: status, attributes by group (RFC 8010 clause 3.1). Raises `IppFormatError`."""
    if len(answer) > MOST_BYTES:
        raise IppFormatError("longer than any answer")
    reader = _Reader(answer)
    reader.take(2)
    status = int.from_bytes(reader.take(2), "big")
    reader.take(4)
    found = _groups(reader)
    first = dict(reversed(found))
    return IppResponse(
        status=status, groups=first, jobs=tuple(values for tag, values in found if tag == AttributeGroup.JOB)
    )


def _groups(reader: _Reader) -> list[tuple[int, dict[str, tuple[Value, ...]]]]:
    groups: list[tuple[int, dict[str, tuple[Value, ...]]]] = []
    current: dict[str, tuple[Value, ...]] = {}
    name, depth, seen = "", 0, 0
    while (tag := reader.byte()) != AttributeGroup.END:
        seen += 1
        if seen > MOST_ATTRIBUTES:
            raise IppFormatError("more attributes than any answer")
        if tag < 0x10:
            current = {}
            groups.append((tag, current))
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
            return int.from_bytes(_of_size(content, 4), "big", signed=True)
        case Tag.BOOLEAN:
            return _of_size(content, 1) != b"\x00"
        case Tag.RESOLUTION:
            across, along, unit = struct.unpack(">iib", _of_size(content, 9))
            return Resolution(across=_per_inch(across, unit), along=_per_inch(along, unit))
        case Tag.TEXT_WITH_LANGUAGE | Tag.NAME_WITH_LANGUAGE:
            both = _Reader(content)
            both.field()
            return both.field().decode("utf-8", "replace")
        case _ if tag >= 0x40:
            return content.decode("utf-8", "replace")
        case _:
            return content


def _of_size(content: bytes, size: int) -> bytes:
    """A number keeps its size (RFC 8010 §3.9). One that does not would not fit into the next request either."""
    if len(content) != size:
        raise IppFormatError(f"a number of {len(content)} bytes, expected {size}")
    return content


def _per_inch(dots: int, unit: int) -> int:
    """Units of RFC 8011 §5.1.16: 3 is per inch, 4 per centimetre."""
    return round(dots * 2.54) if unit == 4 else dots


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
