"""Command APDUs as the card takes them apart (ISO/IEC 7816-4 clause 5.1, cases 1 to 4, short and extended)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace


class StatusError(Exception):
    """The command ends with this status word and no data."""

    def __init__(self, status: int) -> None:
        super().__init__(f"{status:04X}")
        self.status = status


class BareStatusError(StatusError):
    """The same outside the seal: whatever session was on is over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One command; `le` is the number of bytes asked for (256 or 65,536 for a zero field), None when absent."""

    cla: int
    ins: int
    p1: int
    p2: int
    data: bytes = field(default=b"", repr=False)
    le: int | None = None
    extended: bool = False

    @property
    def header(self) -> bytes:
        """The four bytes CLA INS P1 P2 (ISO/IEC 7816-4 clause 5.2)."""
        return bytes([self.cla, self.ins, self.p1, self.p2])

    @property
    def p1p2(self) -> int:
        """P1 and P2 as one number."""
        return self.p1 << 8 | self.p2

    def opened(self, data: bytes, le: int | None) -> Command:
        """The same command with what secure messaging had wrapped, in plain."""
        return replace(self, cla=self.cla & ~0x0C, data=data, le=le)


def parse(raw: bytes, *, extended_length: bool = True) -> Command:
    """Take one command apart; raises StatusError 6700 when the lengths do not add up or are not supported."""
    if len(raw) < 4:
        raise StatusError(0x6700)
    cla, ins, p1, p2 = raw[:4]
    body = raw[4:]
    extended = len(body) >= 3 and body[0] == 0
    if extended and not extended_length:
        raise StatusError(0x6700)
    data, le = _extended_body(body) if extended else _short_body(body)
    return Command(cla=cla, ins=ins, p1=p1, p2=p2, data=data, le=le, extended=extended)


def _short_body(body: bytes) -> tuple[bytes, int | None]:
    if not body:
        return b"", None
    if len(body) == 1:
        return b"", body[0] or 256
    lc = body[0]
    if lc and len(body) == 1 + lc:
        return body[1:], None
    if lc and len(body) == 2 + lc:
        return body[1:-1], body[-1] or 256
    raise StatusError(0x6700)


def _extended_body(body: bytes) -> tuple[bytes, int | None]:
    if len(body) == 3:
        return b"", int.from_bytes(body[1:3], "big") or 65536
    lc = int.from_bytes(body[1:3], "big")
    if lc and len(body) == 3 + lc:
        return body[3:], None
    if lc and len(body) == 5 + lc:
        return body[3:-2], int.from_bytes(body[-2:], "big") or 65536
    raise StatusError(0x6700)
