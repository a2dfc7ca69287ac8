"""The PIN is kept as a slow hash, tried three times, and locked for longer and longer, also across a restart."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from kiosk.errors import KioskError
from kiosk.staff.pin import (
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


class Clock:
    """A wall clock that a test turns."""

    def __init__(self) -> None:
        self.seconds = 1_800_000_000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "staff-pin.json"


@pytest.fixture
def store(path: Path, clock: Clock) -> PinStore:
    store = PinStore(path, clock)
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


def test_the_pin_stands_nowhere_in_its_file_and_only_the_owner_reads_it(store: PinStore, path: Path) -> None:
    assert RIGHT.encode() not in path.read_bytes()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_each_lock_is_longer_than_the_one_before_and_the_last_repeats(store: PinStore, clock: Clock) -> None:
    for seconds in (*LOCKS_S, LOCKS_S[-1]):
        assert lock(store) == PinLocked(seconds_left=seconds)
        clock.seconds += seconds
        assert store.standing() is None


def test_even_the_right_pin_waits_for_the_end_of_the_lock(store: PinStore, clock: Clock) -> None:
    lock(store)
    clock.seconds += LOCKS_S[0] - 1
    assert store.judge(RIGHT) == PinLocked(seconds_left=1)
    clock.seconds += 1
    assert store.judge(RIGHT) == PinAccepted()


def test_a_lock_survives_a_restart(store: PinStore, path: Path, clock: Clock) -> None:
    lock(store)
    assert PinStore(path, clock).standing() == PinLocked(seconds_left=LOCKS_S[0])


def test_a_clock_that_was_set_back_makes_no_lock_longer(store: PinStore, clock: Clock) -> None:
    lock(store)
    clock.seconds -= 86_400
    assert store.standing() == PinLocked(seconds_left=LOCKS_S[0])


def test_a_power_cut_during_a_try_buys_no_further_try(
    store: PinStore, path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(*_: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr("kiosk.staff.pin._slow", cut)
    for _ in range(TRIES):
        with pytest.raises(KeyboardInterrupt):
            store.judge(WRONG)
    assert PinStore(path, clock).standing() == PinLocked(seconds_left=LOCKS_S[0])


def test_without_a_pin_nobody_comes_in(path: Path, clock: Clock) -> None:
    assert PinStore(path, clock).judge(RIGHT) == PinUnusable(code="staff.pin-unset")
    assert PinStore(path, clock).tries_left() == 0


def test_a_spoiled_file_lets_nobody_in(store: PinStore, path: Path) -> None:
    path.write_bytes(b'{"salt": 7')
    assert store.judge(RIGHT) == PinUnusable(code="staff.pin-unreadable")


def test_a_file_that_cannot_be_written_lets_nobody_in(store: PinStore, path: Path) -> None:
    path.with_suffix(".new").mkdir()
    assert store.judge(RIGHT) == PinUnusable(code="staff.pin-unreadable")


@pytest.mark.parametrize(
    "pin", ["", "12345", "1234567", "12a456", "111111", "123456", "890123", "654321", "１２３４５７"]
)
def test_a_weak_pin_is_refused(store: PinStore, pin: str) -> None:
    assert weakness(pin)
    with pytest.raises(KioskError, match="expected"):
        store.set(pin)


def test_a_new_pin_takes_the_lock_away(store: PinStore) -> None:
    lock(store)
    store.set("730194")
    assert store.judge("730194") == PinAccepted()
