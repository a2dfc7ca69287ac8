"""The PIN before the staff screens: kept as a slow hash (scrypt, RFC 7914), tried a few times, then locked.

The count of failed tries is written before a try is judged and the lock is kept with it, so pulling the plug buys no
further try. A lock runs on the seconds since the PC's start, which nobody sets; after another start it goes on by the
wall clock, and never for longer than it was. Anybody may try at the idle screen and so keep the PIN locked; the key
of twelve digits that came with the PIN opens all the same, and needs no lock itself. Guards the staff screens only;
whoever may write the state folder may set a new PIN.
"""

from __future__ import annotations

import hashlib
import hmac
import math
import re
import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Annotated

import msgspec

from devices import json_message
from devices.json_message import JsonMessageError
from devices.system.files import replace_private
from kiosk.clock import Uptime, since_boot
from kiosk.errors import KioskError
from kiosk.i18n import Text

DIGITS = 6
KEY_DIGITS = 12
"""Of the key: at ten tries a second half of all keys take 1,600 years."""
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
    key: str = ""
    """Slow hash of the key, with the salt of the PIN; empty in a file of an older program."""
    failed: int = 0
    locked_until: float = 0.0
    """By the wall clock, in seconds; for the next start of the PC."""
    boot: str = ""
    boot_until: float = 0.0
    """The same in seconds since the start of that name."""


_NO_PIN = Text(
    "{path}: chưa đặt mã PIN, hoặc không đọc được tệp. Đặt lại: sudo kiosk-dvc config set-pin",
    "{path}: no PIN is set, or its file cannot be read. Set one: sudo kiosk-dvc config set-pin",
)


class PinStore:
    """One station's PIN. `now` is the wall clock in seconds, because a lock outlives a restart; `uptime` the one that
    nobody sets."""

    def __init__(self, path: Path, now: Callable[[], float], uptime: Callable[[], Uptime] = since_boot) -> None:
        self._path = path
        self._now = now
        self._uptime = uptime

    def set(self, pin: str) -> str:
        """A new PIN; lock and failed tries are forgotten. Returns the new key, told nowhere else. Raises `KioskError`
        for a weak PIN or a full disk."""
        if weak := weakness(pin):
            raise KioskError(weak)
        salt, key = secrets.token_bytes(16), "".join(secrets.choice("0123456789") for _ in range(KEY_DIGITS))
        pin_hash, key_hash = (_slow(each, salt, COST, BLOCK, LANES).hex() for each in (pin, key))
        self._keep(_Kept(salt=salt.hex(), hash=pin_hash, key=key_hash, cost=COST, block=BLOCK, lanes=LANES))
        return key

    def unlock(self) -> None:
        """Forget lock and failed tries; PIN and key stay. Raises `KioskError` without a PIN, and for a full disk."""
        try:
            kept = self._read()
        except (OSError, JsonMessageError) as fault:
            raise KioskError(_NO_PIN.filled(path=self._path)) from fault
        self._keep(_without_failures(kept))

    def _keep(self, kept: _Kept) -> None:
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
        """One try of a PIN or a key; about 0.1 s. Never raises."""
        standing = self.standing()
        try:
            if len(pin) == KEY_DIGITS and not isinstance(standing, PinUnusable):
                return self._judge_key(pin, standing)
            if standing is not None:
                return standing
            kept = self._read()
            tried = self._one_more(kept)
            self._write(tried)
            found = _slow(pin, bytes.fromhex(kept.salt), kept.cost, kept.block, kept.lanes)
            if not hmac.compare_digest(found, bytes.fromhex(kept.hash)):
                return self._refused(tried)
            self._write(_without_failures(kept))
        except (OSError, JsonMessageError, ValueError):
            return PinUnusable(code="staff.pin-unreadable")
        return PinAccepted()

    def _judge_key(self, key: str, standing: PinOutcome | None) -> PinOutcome:
        """Locked or not; a wrong key is no try of the PIN. Raises like `_read` and `_write`."""
        kept = self._read()
        found = _slow(key, bytes.fromhex(kept.salt), kept.cost, kept.block, kept.lanes)
        if not kept.key or not hmac.compare_digest(found, bytes.fromhex(kept.key)):
            return standing or PinWrong(tries_left=TRIES - kept.failed % TRIES)
        self._write(_without_failures(kept))
        return PinAccepted()

    def _refused(self, tried: _Kept) -> PinOutcome:
        seconds = self._locked_for(tried)
        return PinLocked(seconds_left=seconds) if seconds else PinWrong(tries_left=TRIES - tried.failed % TRIES)

    def _one_more(self, kept: _Kept) -> _Kept:
        failed = kept.failed + 1
        length = _lock_after(failed) if failed % TRIES == 0 else 0
        return self._locked(msgspec.structs.replace(kept, failed=failed), length)

    def _locked(self, kept: _Kept, seconds: float) -> _Kept:
        """The same with a lock of so many seconds from now, by both clocks."""
        uptime = self._uptime()
        wall, running = (self._now() + seconds, uptime.seconds + seconds) if seconds else (0.0, 0.0)
        return msgspec.structs.replace(kept, locked_until=wall, boot=uptime.boot, boot_until=running)

    def _locked_for(self, kept: _Kept) -> int:
        """Whole seconds. After another start of the PC the wall clock says what is left, from 0 to the whole lock;
        from then on it counts down whatever that clock is set to."""
        uptime, length = self._uptime(), _lock_after(kept.failed)
        if kept.locked_until and kept.boot != uptime.boot:
            kept = self._locked(kept, min(max(kept.locked_until - self._now(), 0.0), length))
            with suppress(OSError):  # kept at the next chance; until then each look begins anew
                self._write(kept)
        return max(0, min(math.ceil(kept.boot_until - uptime.seconds), length)) if kept.locked_until else 0

    def _read(self) -> _Kept:
        return json_message.decode(self._path.read_bytes(), _Kept)

    def _write(self, kept: _Kept) -> None:
        """Whole or not at all, for this user only."""
        replace_private(self._path, msgspec.json.encode(kept))


def pin_path(state: Path) -> Path:
    """Where the PIN of this station is kept."""
    return state / "staff-pin.json"


def weakness(pin: str) -> Text | None:
    """What is wrong with a new PIN, in words for the technician; None when it will do."""
    if not re.fullmatch(rf"[0-9]{{{DIGITS}}}", pin):
        return Text("Mã PIN phải có {digits} chữ số.", "A PIN has {digits} digits.").filled(digits=str(DIGITS))
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    if len(steps) == 1 and steps <= {0, 1, 9}:
        return Text(
            "Mã PIN không được toàn một số, cũng không được là dãy liền như 123456.",
            "A PIN is neither one digit repeated nor a row such as 123456.",
        )
    return None


def _without_failures(kept: _Kept) -> _Kept:
    return msgspec.structs.replace(kept, failed=0, locked_until=0.0, boot="", boot_until=0.0)


def _lock_after(failed: int) -> int:
    locks = failed // TRIES
    return LOCKS_S[min(locks, len(LOCKS_S)) - 1] if locks else 0


def _slow(pin: str, salt: bytes, cost: int, block: int, lanes: int) -> bytes:
    return hashlib.scrypt(pin.encode(), salt=salt, n=cost, r=block, p=lanes, maxmem=MEMORY, dklen=32)
