"""The PIN is kept as a slow hash, tried three times, and locked for longer and longer, also across a restart."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from kiosk.clock import Uptime
from kiosk.errors import KioskError
from kiosk.staff import pin
from kiosk.staff.pin import (
    KEY_DIGITS,
    LOCKS_S,
    TRIES,
    PinAccepted,
    PinLocked,
    PinStore,
    PinUnusable,
    PinWrong,
    weakness,
)

RIGHT, WRONG = "204617", "999998"
COST = pin.COST
"""The program's own, which `conftest` lowers for every test."""


class Clocks:
    """The wall clock, which a test sets, and the seconds since the PC's start; both go on by `wait`."""

    def __init__(self) -> None:
        self.wall = 1_800_000_000.0
        self.uptime = Uptime(boot="first", seconds=500.0)

    def wait(self, seconds: float) -> None:
        """Time passes."""
        self.wall += seconds
        self.uptime = Uptime(boot=self.uptime.boot, seconds=self.uptime.seconds + seconds)

    def restart(self) -> None:
        """The PC starts anew."""
        self.uptime = Uptime(boot=f"{self.uptime.boot} and another", seconds=20.0)

    def store(self, path: Path) -> PinStore:
        """A store that goes by these clocks."""
        return PinStore(path, lambda: self.wall, lambda: self.uptime)


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "staff-pin.json"


@pytest.fixture
def store(path: Path, clocks: Clocks) -> PinStore:
    store = clocks.store(path)
    store.set(RIGHT)
    return store


def lock(store: PinStore) -> PinLocked:
    for _ in range(TRIES - 1):
        store.judge(WRONG)
    locked = store.judge(WRONG)
    assert isinstance(locked, PinLocked)
    return locked


def test_the_right_pin_comes_in_and_forgets_the_failed_tries(store: PinStore) -> None:
    assert store.judge(WRONG) == PinWrong(tries_left=2)
    assert store.judge(RIGHT) == PinAccepted()
    assert store.tries_left() == TRIES


def test_a_pin_is_kept_as_a_hash_of_the_full_cost_and_judged_by_it(
    path: Path, clocks: Clocks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pin, "COST", COST)
    store = clocks.store(path)
    store.set(RIGHT)
    kept = json.loads(path.read_bytes())
    assert (kept["cost"], kept["block"], kept["lanes"]) == (2**15, 8, 1)
    assert store.judge(RIGHT) == PinAccepted()


def test_the_pin_stands_nowhere_in_its_file_and_only_the_owner_reads_it(store: PinStore, path: Path) -> None:
    assert RIGHT.encode() not in path.read_bytes()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_each_lock_is_longer_than_the_one_before_and_the_last_repeats(store: PinStore, clocks: Clocks) -> None:
    for seconds in (*LOCKS_S, LOCKS_S[-1]):
        assert lock(store) == PinLocked(seconds_left=seconds)
        clocks.wait(seconds)
        assert store.standing() is None


def test_even_the_right_pin_waits_for_the_end_of_the_lock(store: PinStore, clocks: Clocks) -> None:
    lock(store)
    clocks.wait(LOCKS_S[0] - 1)
    assert store.judge(RIGHT) == PinLocked(seconds_left=1)
    clocks.wait(1)
    assert store.judge(RIGHT) == PinAccepted()


def test_a_lock_survives_a_restart(store: PinStore, path: Path, clocks: Clocks) -> None:
    lock(store)
    assert clocks.store(path).standing() == PinLocked(seconds_left=LOCKS_S[0])


@pytest.mark.parametrize("set_by", [-86_400.0, -10 * 365 * 86_400.0, 86_400.0, 80 * 365 * 86_400.0])
def test_a_lock_is_as_long_as_it_was_whatever_the_wall_clock_is_set_to(
    store: PinStore, clocks: Clocks, set_by: float
) -> None:
    lock(store)
    clocks.wait(20)
    clocks.wall += set_by
    assert store.standing() == PinLocked(seconds_left=LOCKS_S[0] - 20)
    clocks.wait(LOCKS_S[0] - 21)
    assert store.standing() == PinLocked(seconds_left=1)
    clocks.wait(1)
    assert store.judge(RIGHT) == PinAccepted()


def test_after_a_restart_with_the_clock_at_1970_the_lock_holds_once_more_and_then_ends(
    store: PinStore, path: Path, clocks: Clocks
) -> None:
    lock(store)
    clocks.restart()
    clocks.wall = 86_400.0
    assert clocks.store(path).standing() == PinLocked(seconds_left=LOCKS_S[0])
    clocks.wait(LOCKS_S[0] - 10)
    assert clocks.store(path).standing() == PinLocked(seconds_left=10)
    clocks.wall = 0.0
    clocks.wait(10)
    assert clocks.store(path).judge(RIGHT) == PinAccepted()


def test_what_passed_while_the_pc_was_off_counts(store: PinStore, path: Path, clocks: Clocks) -> None:
    lock(store)
    clocks.restart()
    clocks.wall += 45
    assert clocks.store(path).standing() == PinLocked(seconds_left=LOCKS_S[0] - 45)


def test_a_lock_set_in_the_year_2099_ends_after_its_length(path: Path, clocks: Clocks) -> None:
    clocks.wall = 4_070_908_800.0
    store = clocks.store(path)
    store.set(RIGHT)
    lock(store)
    clocks.wall -= 73 * 365 * 86_400.0
    clocks.restart()
    assert clocks.store(path).standing() == PinLocked(seconds_left=LOCKS_S[0])
    clocks.wait(LOCKS_S[0])
    assert clocks.store(path).standing() is None


def test_the_key_opens_while_the_pin_is_locked_and_takes_the_lock_away(path: Path, clocks: Clocks) -> None:
    store = clocks.store(path)
    key = store.set(RIGHT)
    lock(store)
    assert store.judge(key) == PinAccepted()
    assert store.tries_left() == TRIES


def test_somebody_who_keeps_the_pin_locked_for_weeks_keeps_nobody_out_who_has_the_key(
    path: Path, clocks: Clocks
) -> None:
    store = clocks.store(path)
    key = store.set(RIGHT)
    for _ in range(20):
        left = lock(store).seconds_left
        assert store.judge("0" * KEY_DIGITS) == PinLocked(seconds_left=left), "a wrong key is no way around the lock"
        clocks.wait(left)
    assert store.judge(key) == PinAccepted()


def test_each_pin_has_a_key_of_its_own_that_stands_nowhere(path: Path, clocks: Clocks) -> None:
    store = clocks.store(path)
    first, second = store.set(RIGHT), store.set(RIGHT)
    assert (len(second), second.isdecimal(), first != second) == (KEY_DIGITS, True, True)
    assert second.encode() not in path.read_bytes()
    lock(store)
    assert isinstance(store.judge(first), PinLocked)


def test_a_pin_of_an_older_program_has_no_key_and_opens_as_before(path: Path, clocks: Clocks) -> None:
    store = clocks.store(path)
    store.set(RIGHT)
    kept = json.loads(path.read_bytes())
    path.write_text(json.dumps({name: kept[name] for name in ("salt", "hash", "cost", "block", "lanes")}))
    assert store.judge("0" * KEY_DIGITS) == PinWrong(tries_left=TRIES)
    assert store.judge("") == PinWrong(tries_left=TRIES - 1)
    assert store.judge(RIGHT) == PinAccepted()


def test_a_power_cut_during_a_try_buys_no_further_try(
    store: PinStore, path: Path, clocks: Clocks, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(*_: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr("kiosk.staff.pin._slow", cut)
    for _ in range(TRIES):
        with pytest.raises(KeyboardInterrupt):
            store.judge(WRONG)
    assert clocks.store(path).standing() == PinLocked(seconds_left=LOCKS_S[0])


def test_without_a_pin_nobody_comes_in(path: Path, clocks: Clocks) -> None:
    assert clocks.store(path).judge(RIGHT) == PinUnusable(code="staff.pin-unset")
    assert clocks.store(path).tries_left() == 0


def test_a_spoiled_file_lets_nobody_in(store: PinStore, path: Path) -> None:
    path.write_bytes(b'{"salt": 7')
    assert store.judge(RIGHT) == PinUnusable(code="staff.pin-unreadable")


def test_a_file_that_cannot_be_written_lets_nobody_in(store: PinStore, path: Path) -> None:
    path.with_name(f".{path.name}.new").mkdir()
    assert store.judge(RIGHT) == PinUnusable(code="staff.pin-unreadable")


@pytest.mark.parametrize(
    "weak", ["", "12345", "1234567", "12a456", "111111", "123456", "890123", "654321", "１２３４５７"]
)
def test_a_weak_pin_is_refused(store: PinStore, weak: str) -> None:
    assert weakness(weak)
    with pytest.raises(KioskError, match=r"^A PIN "):
        store.set(weak)


def test_a_new_pin_takes_the_lock_away(store: PinStore) -> None:
    lock(store)
    store.set("730194")
    assert store.judge("730194") == PinAccepted()
