"""The lease of a scanner on the other PC: one line asked, one line answered, over TCP.

That PC answers by `kiosk scan lease`, started for each connection by a systemd socket (config/deployment), so no
program of ours listens. The line carries a station's name and seconds, nothing of a person.
"""

from __future__ import annotations

import socket
from contextlib import suppress

import msgspec

from kiosk.scanning.lease import LEASE_S, Lease, Leases, LeaseUnreachableError

TIMEOUT_S = 3.0
LONGEST_LINE = 500


class _Asked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    holder: str
    seconds: float


class _Told(msgspec.Struct, frozen=True):
    holder: str
    seconds_left: float


class LeaseLine:
    """The lease kept at `host`:`port`."""

    def __init__(self, host: str, port: int) -> None:
        self._address = (host, port)

    def take(self, holder: str, seconds: float = LEASE_S) -> Lease:
        return self._ask(_Asked(holder=holder, seconds=seconds))

    def release(self, holder: str) -> None:
        with suppress(LeaseUnreachableError):
            self._ask(_Asked(holder=holder, seconds=0.0))

    def _ask(self, asked: _Asked) -> Lease:
        try:
            with socket.create_connection(self._address, timeout=TIMEOUT_S) as line:
                line.sendall(msgspec.json.encode(asked) + b"\n")
                with line.makefile("rb") as reply:
                    told = msgspec.json.decode(reply.readline(LONGEST_LINE), type=_Told)
        except (OSError, msgspec.MsgspecError) as fault:
            raise LeaseUnreachableError(type(fault).__name__) from None
        return Lease(holder=told.holder, seconds_left=told.seconds_left)


def answer(line: bytes, leases: Leases) -> bytes:
    """What the PC that keeps the lease says to one line; empty to one that is none."""
    try:
        asked = msgspec.json.decode(line[:LONGEST_LINE], type=_Asked)
    except msgspec.MsgspecError:
        return b""
    if not 0 < len(asked.holder) <= 20 or not 0 <= asked.seconds <= LEASE_S:
        return b""
    stands = leases.take(asked.holder, asked.seconds)
    return msgspec.json.encode(_Told(holder=stands.holder, seconds_left=stands.seconds_left)) + b"\n"
