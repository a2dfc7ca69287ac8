"""Who may use a scanner that two PCs share: a lease with a holder and an end, kept in one file.

The file lies on the PC the scanner hangs on, and only that PC's clock counts, so the two clocks need not agree. A
holder that crashes or loses its power frees the scanner by not renewing. The other PC asks through `lease_line`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import msgspec

from devices import json_message
from devices.json_message import JsonMessageError
from devices.system.files import open_own
from devices.system.locks import hold
from kiosk.errors import KioskError
from kiosk.i18n import Text

LEASE_S = 120.0
"""From one page to the next; long enough to turn a sheet, short enough to wait for."""
OTHER_STATION = "scanner.other-station"


HOLDER = re.compile(r"[A-Za-z0-9-]{1,20}", re.ASCII)
"""A station's neutral name; what another PC says is shown on a screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lease:
    """Who holds the scanner and for how long still; nobody when `holder` is empty."""

    holder: str
    seconds_left: float

    @property
    def said(self) -> Text:
        """For the other screen: "Máy số 1 đang quét"."""
        number = re.search(r"(\d+)$", self.holder)
        name = str(int(number[1])) if number else self.holder
        return Text("Máy số {name} đang quét", "Station {name} is scanning").filled(name=name)


class Leases(Protocol):
    """Where a lease is kept."""

    def take(self, holder: str, seconds: float = LEASE_S) -> Lease:
        """Take or renew it unless somebody else holds it; returns the lease that stands afterwards.

        Raises `LeaseUnreachableError`.
        """
        ...

    def release(self, holder: str) -> None:
        """Let it go, if it is this holder's. A place that cannot be reached frees it by itself later."""
        ...


class LeaseUnreachableError(KioskError):
    """The PC that keeps the lease does not answer, and so neither does its scanner."""

    code = "scanner.offline"


class Alone:
    """The lease of a scanner that no other PC uses, or that sorts out its users itself."""

    def take(self, holder: str, seconds: float = LEASE_S) -> Lease:
        return Lease(holder=holder, seconds_left=seconds)

    def release(self, holder: str) -> None:
        """Nothing is held."""


class _Kept(msgspec.Struct, frozen=True):
    holder: str
    until: float


class LeaseFile:
    """One lease in the file `path`, safe between processes; `clock` in seconds since a moment they all share."""

    def __init__(self, path: Path, clock: Callable[[], float]) -> None:
        self._path = path
        self._clock = clock

    def take(self, holder: str, seconds: float = LEASE_S) -> Lease:
        return self._change(holder, seconds)

    def release(self, holder: str) -> None:
        self._change(holder, 0.0)

    def _change(self, holder: str, seconds: float) -> Lease:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            file = open_own(self._path)
        except OSError as fault:
            raise LeaseUnreachableError(type(fault).__name__) from None
        try:
            return self._settle(file, holder, seconds)
        except OSError as fault:
            raise LeaseUnreachableError(type(fault).__name__) from None
        finally:
            os.close(file)

    def _settle(self, file: int, holder: str, seconds: float) -> Lease:
        hold(file)
        now = self._clock()
        kept = _read(file)
        left = kept.until - now
        # A lease that ends later than any lease can was written before the clock was set back.
        if kept.holder not in ("", holder) and 0 < left <= LEASE_S:
            return Lease(holder=kept.holder, seconds_left=left)
        seconds = min(seconds, LEASE_S)
        _write(file, _Kept(holder=holder, until=now + seconds))
        return Lease(holder=holder if seconds else "", seconds_left=seconds)


def _read(file: int) -> _Kept:
    """What stands there; nobody after a crash in the middle of a write."""
    try:
        return json_message.decode(os.read(file, 4096), _Kept)
    except JsonMessageError:
        return _Kept(holder="", until=0.0)


def _write(file: int, kept: _Kept) -> None:
    content = msgspec.json.encode(kept)
    os.ftruncate(file, 0)
    os.lseek(file, 0, os.SEEK_SET)
    os.write(file, content)
    os.fsync(file)
