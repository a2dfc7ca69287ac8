"""The lease of a scanner on the other PC: one line asked, one line answered, over TCP.

That PC answers by `kiosk scan lease`, started for each connection by a systemd socket (config/deployment), so no
program of ours listens. The line carries a station's name and seconds, nothing of a person.
"""

from __future__ import annotations

import math
from contextlib import suppress
from typing import TypeVar

import msgspec

from devices import json_message
from devices.bounded_connection import BoundedConnection, Deadline
from devices.json_message import JsonMessageError
from kiosk.scanning.lease import HOLDER, LEASE_S, Lease, Leases, LeaseUnreachableError

TIMEOUT_S = 3.0
"""For the whole of one question, whatever the other PC does."""
LONGEST_LINE = 500
Line = TypeVar("Line", bound=msgspec.Struct)


class _LeaseRequest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    holder: str
    seconds: float


class _LeaseReply(msgspec.Struct, frozen=True):
    holder: str
    seconds_left: float


class LeaseLine:
    """The lease kept at `host`:`port`."""

    def __init__(self, host: str, port: int) -> None:
        self._address = (host, port)

    def take(self, holder: str, seconds: float = LEASE_S) -> Lease:
        return self._ask(_LeaseRequest(holder=holder, seconds=seconds))

    def release(self, holder: str) -> None:
        with suppress(LeaseUnreachableError):
            self._ask(_LeaseRequest(holder=holder, seconds=0.0))

    def _ask(self, asked: _LeaseRequest) -> Lease:
        deadline = Deadline(TIMEOUT_S)
        try:
            line = BoundedConnection.opened(*self._address, deadline)
            try:
                line.send(msgspec.json.encode(asked) + b"\n")
                return lease_in(line.line(LONGEST_LINE))
            finally:
                line.close()
        except OSError as fault:
            raise LeaseUnreachableError(type(fault).__name__) from None


def lease_in(line: bytes) -> Lease:
    """The lease that a line tells. Raises `LeaseUnreachableError` for a line that tells none."""
    told = _read(line, _LeaseReply)
    if told is None or not _is_lease(told.holder, told.seconds_left, nobody=True):
        raise LeaseUnreachableError("no lease")
    return Lease(holder=told.holder, seconds_left=told.seconds_left)


def answer(line: bytes, leases: Leases) -> bytes:
    """What the PC that keeps the lease says to one line; empty to one that is none, and when it cannot keep it."""
    asked = _read(line, _LeaseRequest)
    if asked is None or not _is_lease(asked.holder, asked.seconds, nobody=False):
        return b""
    try:
        stands = leases.take(asked.holder, asked.seconds)
    except LeaseUnreachableError:
        return b""
    return msgspec.json.encode(_LeaseReply(holder=stands.holder, seconds_left=stands.seconds_left)) + b"\n"


def _read(line: bytes, kind: type[Line]) -> Line | None:
    """One line; None for what is none, in whatever way."""
    try:
        return json_message.decode(line[:LONGEST_LINE], kind)
    except JsonMessageError:
        return None


def _is_lease(holder: str, seconds: float, *, nobody: bool) -> bool:
    named = HOLDER.fullmatch(holder) is not None or (nobody and holder == "")
    return named and math.isfinite(seconds) and 0 <= seconds <= LEASE_S
