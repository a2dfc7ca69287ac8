"""The PIN before the staff screens: kept as a slow hash (scrypt, RFC 7914), tried a few times, then locked.

The count of failed tries is written before a try is judged and the lock is kept with it, so pulling the plug buys no
further try. Guards the staff screens only; whoever may write the state folder may set a new PIN.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Annotated

import msgspec

from devices import json_message
from devices.json_message import JsonMessageError
from kiosk.errors import KioskError

DIGITS = 6
TRIES = 3
"""Wrong tries before each lock."""
LOCKS_S = (60, 300, 900, 3_600)
"""How long each lock holds; the last one repeats. 72 tries a day: 10 000 days for half of all PINs."""
COST, BLOCK, LANES = 2**15, 8, 1
"""32 MB and about 0.1 s a try; OWASP's figure for scrypt is of this size."""
MEMORY = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class PinAccepted:
    """The PIN is right; earlier wrong tries are forgotten."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PinWrong:
    """Not this one; so many tries are left before the lock."""

    tries_left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PinLocked:
    """Nothing is judged for so many seconds."""

    seconds_left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PinUnusable:
    """There is no PIN, or its file cannot be read or written: nobody comes in. `code` is in the failure book."""

    code: str


PinOutcome = PinAccepted | PinWrong | PinLocked | PinUnusable

_Hex = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]+$")]


class _Kept(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The file: what it takes to judge a try, and how many failed."""

    salt: _Hex
    hash: _Hex
    cost: int
    block: int
    lanes: int
    failed: int = 0
    locked_until: float = 0.0


class PinStore:
    """One station's PIN. `now` is the wall clock in seconds, because a lock outlives a restart."""

    def __init__(self, path: Path, now: Callable[[], float]) -> None:
        self._path = path
        self._now = now

    def set(self, pin: str) -> None:
        """A new PIN; lock and failed tries are forgotten. Raises `KioskError` for a weak one or a full disk."""
        if weak := weakness(pin):
            raise KioskError(weak)
        salt = secrets.token_bytes(16)
        kept = _Kept(
            salt=salt.hex(), hash=_slow(pin, salt, COST, BLOCK, LANES).hex(), cost=COST, block=BLOCK, lanes=LANES
        )
        try:
            self._write(kept)
        except OSError as fault:
            raise KioskError(f"{self._path}: {fault.strerror}") from fault

    def standing(self) -> PinOutcome | None:
        """Why no try is taken now; None when one is."""
        try:
            kept = self._read()
        except FileNotFoundError:
            return PinUnusable(code="staff.pin-unset")
        except (OSError, JsonMessageError, ValueError):
            return PinUnusable(code="staff.pin-unreadable")
        seconds = self._locked_for(kept)
        return PinLocked(seconds_left=seconds) if seconds else None

    def tries_left(self) -> int:
        """Before the next lock; 0 where no try is taken."""
        return 0 if self.standing() else TRIES - self._read().failed % TRIES

    def judge(self, pin: str) -> PinOutcome:
        """One try; about 0.1 s. Never raises."""
        if (standing := self.standing()) is not None:
            return standing
        try:
            kept = self._read()
            tried = self._one_more(kept)
            self._write(tried)
            found = _slow(pin, bytes.fromhex(kept.salt), kept.cost, kept.block, kept.lanes)
            if not hmac.compare_digest(found, bytes.fromhex(kept.hash)):
                return self._refused(tried)
            self._write(msgspec.structs.replace(kept, failed=0, locked_until=0.0))
        except (OSError, JsonMessageError, ValueError):
            return PinUnusable(code="staff.pin-unreadable")
        return PinAccepted()

    def _refused(self, tried: _Kept) -> PinOutcome:
        seconds = self._locked_for(tried)
        return PinLocked(seconds_left=seconds) if seconds else PinWrong(tries_left=TRIES - tried.failed % TRIES)

    def _one_more(self, kept: _Kept) -> _Kept:
        failed = kept.failed + 1
        until = self._now() + _lock_after(failed) if failed % TRIES == 0 else 0.0
        return msgspec.structs.replace(kept, failed=failed, locked_until=until)

    def _locked_for(self, kept: _Kept) -> int:
        """Whole seconds; a clock that was set back makes a lock no longer than it was."""
        left = kept.locked_until - self._now()
        return max(0, min(int(left + 0.999), _lock_after(kept.failed)))

    def _read(self) -> _Kept:
        return json_message.decode(self._path.read_bytes(), _Kept)

    def _write(self, kept: _Kept) -> None:
        """Whole or not at all, for this user only."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        beside = self._path.with_suffix(".new")
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as out:
            out.write(msgspec.json.encode(kept))
            out.flush()
            os.fsync(out.fileno())
        beside.replace(self._path)


def pin_path(state: Path) -> Path:
    """Where the PIN of this station is kept."""
    return state / "staff-pin.json"


def weakness(pin: str) -> str | None:
    """What is wrong with a new PIN, in words for the technician; None when it will do."""
    if not re.fullmatch(rf"[0-9]{{{DIGITS}}}", pin):
        return f"expected {DIGITS} digits"
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    if len(steps) == 1 and steps <= {0, 1, 9}:
        return "expected digits that are neither all the same nor a row such as 123456"
    return None


def _lock_after(failed: int) -> int:
    locks = failed // TRIES
    return LOCKS_S[min(locks, len(LOCKS_S)) - 1] if locks else 0


def _slow(pin: str, salt: bytes, cost: int, block: int, lanes: int) -> bytes:
    return hashlib.scrypt(pin.encode(), salt=salt, n=cost, r=block, p=lanes, maxmem=MEMORY, dklen=32)
