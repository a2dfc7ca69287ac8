"""The portal's process, with a program that does what such a program may do to us: one outcome, and it is gone."""

from __future__ import annotations

import os
import socket
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from kiosk.filing.entry import Entry
from kiosk.filing.messages import Alive, Draft, Failed, Filed, Left, Outcome, PortalVisit
from kiosk.filing.page_rules import Rules
from tests.helpers.fake_portal import Does, program
from ui.visit.jobs import Jobs
from ui.visit.portal_life import CRASHED, GARBLED, HUNG, MISSING, NOT_STARTED
from ui.visit.portal_line import ChildLine, PortalLine, SocketLine
from ui.visit.portal_process import PortalProcess
from ui.visit.portal_program import ChildProgram, SocketProgram, portal_program

ROOT = Path(__file__).resolve().parents[4]
HOST = "cong-thu.gov.vn"
CANARY = "Kiều Thị Hoàng Yến Chim"


def visit() -> PortalVisit:
    return PortalVisit(
        procedure="dang-ky-tam-tru",
        rules=Rules(system="page", start=f"https://{HOST}/", hosts=(HOST,)),
        entries=(Entry(id="name", says="Họ tên", value=CANARY),),
    )


@dataclass(slots=True)
class Program:
    """Starts the fake one and keeps the line and the process number of each."""

    does: Does
    lines: list[ChildLine] = field(default_factory=list)

    def open(self) -> PortalLine:
        line = ChildLine(program(self.does), {**os.environ, "PYTHONPATH": str(ROOT)})
        self.lines.append(line)
        return line

    @property
    def numbers(self) -> list[int]:
        return [line._child.pid for line in self.lines]


@pytest.fixture
def jobs(qapp: QCoreApplication) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.stop()


def ends(process: PortalProcess) -> list[Outcome]:
    seen: list[Outcome] = []
    process.ended.connect(seen.append)
    return seen


def is_gone(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return True
    return False


@pytest.mark.parametrize(
    ("does", "outcome"),
    [
        (Does.FILE, Filed(code="G22.99.08-261129-004711", stale_hosts=(HOST, "nobody-knows.gov.vn"), filled=1)),
        (Does.DRAFT, Draft(filled=1)),
        (Does.LEAVE, Left(filled=1)),
        (Does.FAIL, Failed(reason=CRASHED, filled=1)),
        (Does.CRASH, Failed(reason=CRASHED)),
        (Does.NONSENSE, Failed(reason=GARBLED)),
        (Does.NOT_START, Failed(reason=NOT_STARTED)),
    ],
)
def test_every_end_of_the_process_is_one_outcome_and_the_process_is_gone(
    does: Does, outcome: Outcome, jobs: Jobs, qtbot: QtBot
) -> None:
    started = Program(does)
    process = PortalProcess(jobs, started)
    seen = ends(process)
    process.file(visit())
    qtbot.waitUntil(lambda: bool(seen), timeout=20_000)
    assert seen == [outcome]
    qtbot.waitUntil(lambda: is_gone(started.numbers[0]), timeout=20_000)
    qtbot.waitUntil(lambda: jobs.under_way == 0, timeout=20_000)


def test_a_process_that_stands_by_is_handed_the_visit_when_it_comes(jobs: Jobs, qtbot: QtBot) -> None:
    started = Program(Does.FILE)
    process = PortalProcess(jobs, started)
    seen = ends(process)
    process.stand_by()
    process.stand_by()
    qtbot.waitUntil(lambda: process.stands, timeout=20_000)
    assert seen == []
    process.file(visit())
    qtbot.waitUntil(lambda: bool(seen), timeout=20_000)
    assert len(started.lines) == 1
    assert isinstance(seen[0], Filed)


def test_a_process_that_says_nothing_any_more_is_killed_and_told(jobs: Jobs, qtbot: QtBot) -> None:
    now = 100.0
    started = Program(Does.HANG)
    process = PortalProcess(jobs, started, lambda: now, silent_s=10)
    seen = ends(process)
    process.file(visit())
    with qtbot.waitSignal(process.painted, timeout=20_000):
        pass
    now = 109.0
    process.measure()
    assert seen == []
    now = 111.0
    process.measure()
    assert seen == [Failed(reason=HUNG)]
    qtbot.waitUntil(lambda: is_gone(started.numbers[0]), timeout=20_000)


def test_a_process_that_never_gets_ready_is_given_up(jobs: Jobs, qtbot: QtBot) -> None:
    now = 100.0
    started = Program(Does.SLEEP)
    process = PortalProcess(jobs, started, lambda: now, start_s=40)
    seen = ends(process)
    process.file(visit())
    qtbot.waitUntil(lambda: bool(started.lines), timeout=20_000)
    now = 141.0
    process.measure()
    assert seen == [Failed(reason=NOT_STARTED)]
    qtbot.waitUntil(lambda: is_gone(started.numbers[0]), timeout=20_000)


def test_one_that_stood_by_and_ended_is_no_outcome_and_the_next_is_started(jobs: Jobs, qtbot: QtBot) -> None:
    started = Program(Does.NOT_START)
    process = PortalProcess(jobs, started)
    seen = ends(process)
    process.stand_by()
    qtbot.waitUntil(lambda: jobs.under_way == 0, timeout=20_000)
    assert seen == []
    started.does = Does.FILE
    process.file(visit())
    qtbot.waitUntil(lambda: bool(seen), timeout=20_000)
    assert isinstance(seen[0], Filed)


def test_killed_from_outside_it_is_an_outcome(jobs: Jobs, qtbot: QtBot) -> None:
    started = Program(Does.STAY)
    process = PortalProcess(jobs, started)
    seen = ends(process)
    process.file(visit())
    with qtbot.waitSignal(process.alive, timeout=20_000):
        pass
    os.kill(started.numbers[0], 9)
    qtbot.waitUntil(lambda: bool(seen), timeout=20_000)
    assert seen == [Failed(reason=CRASHED)]


def test_a_payment_and_a_touch_come_home_with_each_sign_of_life(jobs: Jobs, qtbot: QtBot) -> None:
    process = PortalProcess(jobs, Program(Does.PAY))
    process.file(visit())
    with qtbot.waitSignal(process.alive, timeout=20_000) as told:
        pass
    assert told.args == [Alive(paying=True)]
    process.leave()


def test_leaving_with_the_visit_ends_the_process_and_brings_no_outcome(jobs: Jobs, qtbot: QtBot) -> None:
    started = Program(Does.STAY)
    process = PortalProcess(jobs, started)
    seen = ends(process)
    process.file(visit())
    with qtbot.waitSignal(process.alive, timeout=20_000):
        pass
    jobs.end_visit()
    process.leave()
    qtbot.waitUntil(lambda: is_gone(started.numbers[0]), timeout=20_000)
    assert seen == []


def test_one_that_does_not_go_when_asked_is_killed(jobs: Jobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.visit.portal_life.GOING_S", 0.2)
    started = Program(Does.HANG)
    process = PortalProcess(jobs, started)
    process.file(visit())
    with qtbot.waitSignal(process.painted, timeout=20_000):
        pass
    jobs.end_visit()
    process.leave()
    qtbot.waitUntil(lambda: is_gone(started.numbers[0]), timeout=20_000)


def test_where_the_program_is_not_there_the_person_is_told_at_once(jobs: Jobs) -> None:
    process = PortalProcess(jobs, None)
    seen = ends(process)
    process.stand_by()
    process.file(visit())
    assert seen == [Failed(reason=MISSING)]


def test_a_program_that_was_taken_away_is_told_as_missing(jobs: Jobs, qtbot: QtBot, tmp_path: Path) -> None:
    process = PortalProcess(jobs, ChildProgram(command=(str(tmp_path / "no-such-program"),)))
    seen = ends(process)
    process.file(visit())
    qtbot.waitUntil(lambda: bool(seen), timeout=20_000)
    assert seen == [Failed(reason=MISSING)]


def test_nothing_of_the_person_is_in_the_arguments_or_the_environment_of_the_process(
    jobs: Jobs, qtbot: QtBot
) -> None:
    started = Program(Does.STAY)
    process = PortalProcess(jobs, started)
    process.file(visit())
    with qtbot.waitSignal(process.alive, timeout=20_000):
        pass
    proc = Path("/proc") / str(started.numbers[0])
    told = (proc / "cmdline").read_bytes() + (proc / "environ").read_bytes()
    assert told
    assert CANARY.encode() not in told
    process.leave()


# ---------------------------------------------------------------- by socket, as systemd starts it
class Unit:
    """Gives each connection to a new process as its standard input and output, as systemd does (`Accept=yes`)."""

    def __init__(self, path: Path, does: Does) -> None:
        self.path = path
        self.children: list[subprocess.Popen[bytes]] = []
        self._does = does
        self._listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._listening.bind(str(path))
        self._listening.listen()
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                given, _ = self._listening.accept()
                env = {**os.environ, "PYTHONPATH": str(ROOT)}
                self.children.append(subprocess.Popen(program(self._does), stdin=given, stdout=given, env=env))
                given.close()

    def open(self) -> PortalLine:
        return SocketLine(self.path)

    def close(self) -> None:
        self._listening.shutdown(socket.SHUT_RDWR)  # ends the waiting for the next
        self._listening.close()
        for child in self.children:
            child.kill()
            child.wait()


@pytest.fixture
def unit(tmp_path: Path) -> Iterator[Callable[[Does], Unit]]:
    units: list[Unit] = []

    def begin(does: Does) -> Unit:
        units.append(Unit(tmp_path / "socket", does))
        return units[-1]

    yield begin
    for each in units:
        each.close()


def test_over_the_socket_of_its_unit_it_is_handed_the_visit_and_gives_its_outcome(
    unit: Callable[[Does], Unit], jobs: Jobs, qtbot: QtBot
) -> None:
    process = PortalProcess(jobs, unit(Does.FILE))
    seen = ends(process)
    process.stand_by()
    qtbot.waitUntil(lambda: process.stands, timeout=20_000)
    process.file(visit())
    qtbot.waitUntil(lambda: bool(seen), timeout=20_000)
    assert [type(each) for each in seen] == [Filed]
    qtbot.waitUntil(lambda: jobs.under_way == 0, timeout=20_000)


@pytest.mark.parametrize("does", [Does.HANG, Does.SLEEP])
def test_one_that_hangs_behind_the_socket_is_killed_once_it_has_spoken_and_always_let_go(
    does: Does, unit: Callable[[Does], Unit], jobs: Jobs, qtbot: QtBot
) -> None:
    now = 100.0
    begun = unit(does)
    process = PortalProcess(jobs, begun, lambda: now)
    seen = ends(process)
    process.file(visit())
    qtbot.waitUntil(lambda: bool(begun.children), timeout=20_000)
    if does is Does.HANG:
        with qtbot.waitSignal(process.painted, timeout=20_000):
            pass
    now = 1000.0
    process.measure()
    assert seen == [Failed(reason=HUNG if does is Does.HANG else NOT_STARTED)]
    qtbot.waitUntil(lambda: jobs.under_way == 0, timeout=20_000)
    if does is Does.HANG:
        assert begun.children[0].wait(20) == -9


def test_a_socket_nobody_listens_at_is_told(tmp_path: Path, jobs: Jobs, qtbot: QtBot) -> None:
    told = tmp_path / "hosts"
    process = PortalProcess(jobs, SocketProgram(socket=tmp_path / "none", hosts=(HOST,), told=told))
    seen = ends(process)
    process.file(visit())
    qtbot.waitUntil(lambda: bool(seen), timeout=20_000)
    assert seen == [Failed(reason=MISSING)]


def test_the_hosts_of_the_content_and_the_screen_are_all_that_is_told_to_the_unit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-1")
    told = tmp_path / "hosts"
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket"))
        listening.listen()
        found = portal_program(["a.gov.vn", "b.gov.vn"], socket=tmp_path / "socket", told=told)
        assert isinstance(found, SocketProgram)
        line = found.open()
        assert isinstance(line, SocketLine)
        line.close()
    assert told.read_text() == "a.gov.vn,b.gov.vn wayland-1\n"
