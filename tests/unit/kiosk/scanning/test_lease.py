"""One scanner, two PCs: who holds it, how it ends, and what a dead or silent holder does."""

from __future__ import annotations

import multiprocessing
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.clock import Clock
from kiosk.scanning.lease import LEASE_S, Alone, Lease, LeaseFile, LeaseUnreachableError
from kiosk.scanning.lease_line import LeaseLine, answer

ROOT = Path(__file__).resolve().parents[4]


class TurnedClock:
    """A clock that moves when told."""

    now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> TurnedClock:
    return TurnedClock()


@pytest.fixture
def lease(tmp_path: Path, clock: TurnedClock) -> LeaseFile:
    return LeaseFile(tmp_path / "state" / "scanner.lease", clock)


def test_the_first_to_ask_holds_it_and_the_other_is_told_who(lease: LeaseFile) -> None:
    assert lease.take("may-1").holder == "may-1"
    other = lease.take("may-2")
    assert other == Lease(holder="may-1", seconds_left=LEASE_S)
    assert other.said.vi == "Máy số 1 đang quét"
    assert other.said.en == "Station 1 is scanning"


def test_the_holder_renews_with_every_page(lease: LeaseFile, clock: TurnedClock) -> None:
    lease.take("may-1")
    clock.now += 100
    lease.take("may-1")
    clock.now += 100
    assert lease.take("may-2").holder == "may-1"


def test_a_dead_holder_frees_it_by_not_renewing(lease: LeaseFile, clock: TurnedClock) -> None:
    lease.take("may-1")
    clock.now += LEASE_S + 1
    assert lease.take("may-2").holder == "may-2"


def test_letting_go_frees_it_at_once_but_only_for_its_holder(lease: LeaseFile) -> None:
    lease.take("may-1")
    lease.release("may-2")
    assert lease.take("may-2").holder == "may-1"
    lease.release("may-1")
    assert lease.take("may-2").holder == "may-2"


def test_a_clock_set_back_does_not_lock_the_scanner_for_hours(lease: LeaseFile, clock: TurnedClock) -> None:
    lease.take("may-1")
    clock.now -= 3_600
    assert lease.take("may-2").holder == "may-2"


@pytest.mark.parametrize("spoiled", [b"", b"{", b'{"holder": 3}', b"\xff" * 50])
def test_a_file_spoiled_by_a_crash_is_a_free_scanner(tmp_path: Path, clock: TurnedClock, spoiled: bytes) -> None:
    path = tmp_path / "lease"
    path.write_bytes(spoiled)
    assert LeaseFile(path, clock).take("may-2").holder == "may-2"


def test_a_place_that_cannot_be_written_is_an_unreachable_scanner(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(LeaseUnreachableError):
        LeaseFile(tmp_path / "file" / "lease", TurnedClock()).take("may-1")


def _race(path: Path, name: str, start: object, won: object) -> None:
    start.wait()  # type: ignore[attr-defined]
    if LeaseFile(path, TurnedClock()).take(name).holder == name:
        won.put(name)  # type: ignore[attr-defined]


def test_of_many_that_ask_at_once_exactly_one_holds_it(tmp_path: Path) -> None:
    fork = multiprocessing.get_context("spawn")
    start, won = fork.Event(), fork.Queue()
    runners = [fork.Process(target=_race, args=(tmp_path / "lease", f"may-{n}", start, won)) for n in range(1, 5)]
    for runner in runners:
        runner.start()
    start.set()
    for runner in runners:
        runner.join(60)
    winner = won.get(timeout=10)
    assert won.empty()
    assert LeaseFile(tmp_path / "lease", TurnedClock()).take("may-9").holder == winner


def test_a_scanner_nobody_shares_is_always_free() -> None:
    assert Alone().take("may-1").holder == "may-1"
    Alone().release("may-1")


@pytest.mark.parametrize(
    "line", [b"", b"{}", b"[]", b'{"holder":"","seconds":1}', b'{"holder":"m","seconds":1e9}', b"x" * 10_000]
)
def test_a_line_that_is_none_gets_no_answer_and_takes_no_lease(lease: LeaseFile, line: bytes) -> None:
    assert answer(line, lease) == b""
    assert lease.take("may-2").holder == "may-2"


@pytest.fixture
def owner(tmp_path: Path) -> Iterator[int]:
    """The PC that keeps the lease: a listener that starts the command for each connection, as systemd does."""
    listener = socket.create_server(("127.0.0.1", 0))
    helper = subprocess.Popen(
        [sys.executable, "-m", "tests.unit.kiosk.scanning.lease_owner", str(listener.fileno()), str(tmp_path / "l")],
        pass_fds=[listener.fileno()],
        cwd=ROOT,
    )
    port = listener.getsockname()[1]
    listener.close()
    yield port
    helper.terminate()
    helper.wait()


def test_the_other_pc_asks_over_the_line_and_both_agree(owner: int, tmp_path: Path) -> None:
    line, file = LeaseLine("127.0.0.1", owner), LeaseFile(tmp_path / "l", Clock().seconds)
    assert file.take("may-1").holder == "may-1"
    assert line.take("may-2").holder == "may-1"
    file.release("may-1")
    assert line.take("may-2").holder == "may-2"
    assert file.take("may-1").said.vi == "Máy số 2 đang quét"
    line.release("may-2")
    assert file.take("may-1").holder == "may-1"


def test_a_line_to_nowhere_is_an_unreachable_scanner() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    line = LeaseLine("127.0.0.1", port)
    with pytest.raises(LeaseUnreachableError):
        line.take("may-2")
    line.release("may-2")
