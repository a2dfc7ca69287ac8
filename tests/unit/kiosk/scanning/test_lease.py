"""One scanner, two PCs: who holds it, how it ends, and what a dead or silent holder does."""

from __future__ import annotations

import multiprocessing
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.clock import Clock
from kiosk.scanning import lease_line
from kiosk.scanning.lease import LEASE_S, Alone, Lease, LeaseFile, LeaseUnreachableError
from kiosk.scanning.lease_line import LeaseLine, answer
from tests.helpers.rude_server import Deed, rude_server

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


@pytest.mark.parametrize(
    "spoiled", [b'{"holder":"\xff","until":1}', b"[" * 4_000, b"", b"{", b'{"holder": 3}', b"\xff" * 50]
)
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
    "line",
    [
        b'{"holder":"\xff\xfe","seconds":1}',
        b'{"holder":"\xc3\x28","seconds":1}',
        b'{"holder":"m\\u202e1","seconds":1}',
        b'{"holder":"m\\ud800","seconds":1}',
        b'{"holder":"m\\n1","seconds":1}',
        b'{"holder":"m","seconds":1e999}',
        b'{"holder":"m","seconds":NaN}',
        b'{"holder":"m","seconds":-1}',
        b"[" * 499,
        b'{"a":' * 90,
        b"",
        b"{}",
        b"[]",
        b'{"holder":"","seconds":1}',
        b'{"holder":"m","seconds":1e9}',
        b"x" * 10_000,
    ],
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


def drip(client: socket.socket) -> None:
    while True:
        client.sendall(b" ")
        time.sleep(0.05)


def flood(client: socket.socket) -> None:
    while True:
        client.sendall(b"x" * 4_096)


def say(line: bytes) -> Deed:
    return lambda client: client.sendall(line)


@pytest.mark.parametrize(
    "deed",
    [
        say(b""),
        say(b"\xff\xfe\n"),
        say(b'{"holder":"\xe9","seconds_left":1}\n'),
        say(b'{"holder":"may-1","seconds_left":1e999}\n'),
        say(b'{"holder":"may-1","seconds_left":9999}\n'),
        say(b'{"holder":"m\\u202e\\u0007","seconds_left":1}\n'),
        say(b'{"holder":"' + b"m" * 400 + b'","seconds_left":1}\n'),
        say(b"[" * 499 + b"\n"),
        lambda client: time.sleep(30),
        drip,
        flood,
    ],
    ids=["nothing", "bytes", "latin", "endless", "too long", "signs", "long name", "deep", "silent", "drip", "flood"],
)
def test_whatever_answers_on_the_line_the_scanner_is_unreachable_and_no_more(
    deed: Deed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lease_line, "TIMEOUT_S", 0.5)
    with rude_server(deed) as rude:
        line = LeaseLine("127.0.0.1", rude.port)
        with pytest.raises(LeaseUnreachableError):
            line.take("may-2")
        line.release("may-2")


def test_a_lease_that_cannot_be_kept_gives_no_answer(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert answer(b'{"holder":"may-1","seconds":1}', LeaseFile(tmp_path / "file" / "lease", TurnedClock())) == b""


@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_a_lease_file_that_is_none_is_neither_followed_nor_waited_for(tmp_path: Path, kind: str) -> None:
    place, other = tmp_path / "lease", tmp_path / "other"
    other.write_bytes(b"mine")
    {"link": lambda: place.symlink_to(other), "pipe": lambda: os.mkfifo(place), "folder": place.mkdir}[kind]()
    with pytest.raises(LeaseUnreachableError):
        LeaseFile(place, TurnedClock()).take("may-1")
    assert other.read_bytes() == b"mine"


def test_a_line_to_nowhere_is_an_unreachable_scanner() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    line = LeaseLine("127.0.0.1", port)
    with pytest.raises(LeaseUnreachableError):
        line.take("may-2")
    line.release("may-2")
