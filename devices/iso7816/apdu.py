"""Command and response APDUs, short and extended (ISO/IEC 7816-4:2020, clause 5.1 to 5.3).

Values only; sending them is the connection's. Data fields never show in `repr`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from devices.iso7816.errors import MalformedError

MAX_SHORT_DATA: Final = 255
MAX_SHORT_NE: Final = 256
MAX_EXTENDED_DATA: Final = 65_535
MAX_EXTENDED_NE: Final = 65_536


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One command; `ne` is the number of bytes expected back, 0 for none; short form where it fits."""

    cla: int = 0
    ins: int
    p1: int = 0
    p2: int = 0
    data: bytes = field(default=b"", repr=False)
    ne: int = 0
    extended: bool = False
    """Asks for the extended form although the short one would do (secure messaging with a long answer)."""

    @property
    def header(self) -> bytes:
        """The four bytes CLA, INS, P1 and P2."""
        return bytes((self.cla, self.ins, self.p1, self.p2))

    @property
    def is_extended(self) -> bool:
        """Whether `encode` writes the extended form."""
        return self.extended or len(self.data) > MAX_SHORT_DATA or self.ne > MAX_SHORT_NE

    def encode(self) -> bytes:
        """The bytes on the link. Raises `ValueError` when the data or `ne` is longer than the standard allows."""
        if len(self.data) > MAX_EXTENDED_DATA or not 0 <= self.ne <= MAX_EXTENDED_NE:
            raise ValueError("longer than an extended APDU")
        if self.is_extended:
            return self.header + self._extended_body()
        lc = bytes((len(self.data),)) if self.data else b""
        le = bytes((self.ne & 0xFF,)) if self.ne else b""
        return self.header + lc + self.data + le

    def _extended_body(self) -> bytes:
        if not self.data and not self.ne:
            return b""
        lc = len(self.data).to_bytes(2, "big") if self.data else b""
        le = (self.ne & 0xFFFF).to_bytes(2, "big") if self.ne else b""
        return b"\x00" + lc + self.data + le

    @classmethod
    def decode(cls, raw: bytes) -> Command:
        """The command behind those bytes. Raises `MalformedError` for a length that does not fit."""
        if len(raw) < 4:
            raise MalformedError("command header")
        cla, ins, p1, p2 = raw[:4]
        data, ne, extended = _split_body(raw[4:])
        return cls(cla=cla, ins=ins, p1=p1, p2=p2, data=data, ne=ne, extended=extended)


def _split_body(body: bytes) -> tuple[bytes, int, bool]:
    """Data, Ne and whether the form was extended, for the seven cases of table 1."""
    if not body:
        return b"", 0, False
    if len(body) == 1:
        return b"", body[0] or MAX_SHORT_NE, False
    if body[0]:
        data, rest = body[1 : 1 + body[0]], body[1 + body[0] :]
        if len(data) != body[0] or len(rest) > 1:
            raise MalformedError("short command length")
        return data, (rest[0] or MAX_SHORT_NE) if rest else 0, False
    if len(body) == 3:
        return b"", int.from_bytes(body[1:], "big") or MAX_EXTENDED_NE, True
    lc = int.from_bytes(body[1:3], "big")
    data, rest = body[3 : 3 + lc], body[3 + lc :]
    if not lc or len(data) != lc or len(rest) not in {0, 2}:
        raise MalformedError("extended command length")
    return data, (int.from_bytes(rest, "big") or MAX_EXTENDED_NE) if rest else 0, True


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """One answer: data and status word."""

    data: bytes = field(default=b"", repr=False)
    sw: int

    def encode(self) -> bytes:
        """Data and status word as they go over the link."""
        return self.data + self.sw.to_bytes(2, "big")

    @classmethod
    def decode(cls, raw: bytes) -> Response:
        """The answer behind those bytes. Raises `MalformedError` when no status word can be in them."""
        if len(raw) < 2 or len(raw) > MAX_EXTENDED_NE + 2:
            raise MalformedError("response length")
        return cls(data=raw[:-2], sw=int.from_bytes(raw[-2:], "big"))
