"""The thread door: home by a queued signal, dropped when the visit is over, and no reference count harmed."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Signal
from pytestqt.qtbot import QtBot

from tests.helpers.manual_executor import ManualExecutor
from ui.visit.executor import ThreadExecutor
from ui.visit.jobs import Jobs, Worker


@pytest.fixture
def executor() -> ManualExecutor:
    return ManualExecutor()


@pytest.fixture
def jobs(qapp: QCoreApplication, executor: ManualExecutor) -> Jobs:
    return Jobs(dict.fromkeys(Worker, executor))


def come_home() -> None:
    QCoreApplication.processEvents()


def test_a_result_comes_home_by_the_event_loop_and_not_before(jobs: Jobs, executor: ManualExecutor) -> None:
    seen: list[int] = []
    jobs.run(Worker.CARD, lambda: 42, seen.append)
    executor.run_all()
    assert seen == []
    come_home()
    assert seen == [42]
    assert jobs.under_way == 0


def test_the_result_of_an_ended_visit_is_dropped(jobs: Jobs, executor: ManualExecutor) -> None:
    seen: list[int] = []
    jobs.run(Worker.CARD, lambda: 42, seen.append)
    jobs.end_visit()
    executor.run_all()
    come_home()
    assert seen == []
    assert jobs.under_way == 0


def test_a_result_on_its_way_home_is_dropped_when_the_visit_ends(jobs: Jobs, executor: ManualExecutor) -> None:
    seen: list[int] = []
    jobs.run(Worker.CARD, lambda: 42, seen.append)
    executor.run_all()
    jobs.end_visit()
    come_home()
    assert seen == []


def test_a_raised_fault_comes_home_as_a_fault(jobs: Jobs, executor: ManualExecutor) -> None:
    faults: list[Exception] = []

    def work() -> int:
        raise ValueError

    jobs.run(Worker.PRINTER, work, lambda _: None, faults.append)
    executor.run_all()
    come_home()
    assert [type(fault) for fault in faults] == [ValueError]


def test_a_relayed_report_arrives_in_order_before_the_result(jobs: Jobs, executor: ManualExecutor) -> None:
    seen: list[str] = []
    report = jobs.relay(seen.append)

    def work() -> str:
        report("one")
        report("two")
        return "end"

    jobs.run(Worker.CARD, work, seen.append)
    executor.run_all()
    come_home()
    assert seen == ["one", "two", "end"]


def test_work_runs_on_its_own_thread_and_comes_home_to_this_one(qtbot: QtBot) -> None:
    jobs = Jobs()
    here = threading.current_thread().name
    seen: list[tuple[str, str]] = []
    jobs.run(
        Worker.DOCUMENTS,
        lambda: threading.current_thread().name,
        lambda there: seen.append((there, threading.current_thread().name)),
    )
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0][0].startswith("documents")
    assert seen[0][1] == here
    jobs.stop()


def test_a_timer_that_asks_for_work_after_the_end_of_the_program_asks_in_vain(qapp: QCoreApplication) -> None:
    jobs = Jobs()
    ran: list[int] = []
    jobs.stop()
    jobs.run(Worker.CARD, lambda: ran.append(1), lambda _: ran.append(2))
    come_home()
    assert ran == []
    assert jobs.under_way == 0


Hanging = tuple[Callable[[], None], threading.Event]


@pytest.fixture
def real_jobs(qapp: QCoreApplication) -> Iterator[Jobs]:
    """With real threads and a short patience; outlives what hangs in it."""
    jobs = Jobs(grace_ms=50)
    yield jobs
    jobs.stop()
    come_home()


@pytest.fixture
def hanging(real_jobs: Jobs) -> Iterator[Hanging]:
    """Work that does not return until the test is over, and a sign that it has begun."""
    begun, released, threads = threading.Event(), threading.Event(), list[threading.Thread]()

    def work() -> None:
        threads.append(threading.current_thread())
        begun.set()
        released.wait(60)

    yield work, begun
    real_jobs.stop()
    released.set()
    for thread in threads:
        thread.join(60)


def test_a_worker_that_hangs_is_left_behind_and_the_next_visit_has_a_fresh_one(
    qtbot: QtBot, real_jobs: Jobs, hanging: Hanging
) -> None:
    work, begun = hanging
    jobs, seen, dropped = real_jobs, list[str](), list[object]()
    jobs.run(Worker.SCANNER, work, dropped.append)
    jobs.run(Worker.SCANNER, lambda: dropped.append("begun"), dropped.append)
    assert begun.wait(30)
    jobs.end_visit()
    jobs.farewell(Worker.SCANNER, lambda: seen.append("released"))
    jobs.run(Worker.SCANNER, lambda: "the next person's", seen.append)
    qtbot.waitUntil(lambda: len(seen) == 2, timeout=30_000)
    assert seen == ["released", "the next person's"]
    assert dropped == [], "what waited for the last person was begun"


def test_a_farewell_that_hangs_is_left_behind_too(qtbot: QtBot, real_jobs: Jobs, hanging: Hanging) -> None:
    work, begun = hanging
    jobs, seen = real_jobs, list[int]()
    jobs.end_visit()
    jobs.farewell(Worker.PRINTER, work)
    assert begun.wait(30)
    jobs.run(Worker.PRINTER, lambda: 1, seen.append)
    qtbot.waitUntil(lambda: seen == [1], timeout=30_000)


def test_work_of_the_visit_that_lasts_is_never_left_behind(qtbot: QtBot, real_jobs: Jobs, hanging: Hanging) -> None:
    work, begun = hanging
    jobs = real_jobs
    jobs.end_visit()
    jobs.run(Worker.CARD, work, lambda _: None)
    jobs.farewell(Worker.PRINTER, lambda: None)
    assert begun.wait(30)
    piece = jobs._executors[Worker.CARD].running
    for _ in range(5):
        jobs._look()
    assert piece is not None
    assert jobs._executors[Worker.CARD].running == piece


def test_the_program_ends_though_a_worker_hangs(qapp: QCoreApplication, hanging: Hanging) -> None:
    work, begun = hanging
    executor = ThreadExecutor("hangs")
    executor.submit(work)
    assert begun.wait(30)
    thread = executor._thread
    assert thread is not None
    executor.shutdown(0.01)
    assert thread.daemon, "a thread that is no daemon is waited for at the end"


def test_long_work_stops_with_its_visit(jobs: Jobs, executor: ManualExecutor) -> None:
    parts: list[int] = []
    going_on = jobs.while_it_lasts()

    def work() -> None:
        for part in range(3):
            parts.append(part)
            if part == 1:
                jobs.end_visit()
            going_on(part)

    jobs.run(Worker.SCANNER, work, lambda _: None, lambda _: parts.append(99))
    executor.run_all()
    come_home()
    assert parts == [0, 1]


def test_what_waits_when_the_visit_ends_is_not_begun_except_the_staff_s(jobs: Jobs, executor: ManualExecutor) -> None:
    ran: list[str] = []
    for worker in (Worker.SCANNER, Worker.STAFF):
        jobs.run(worker, lambda name=worker.name: ran.append(name), lambda _: None)  # type: ignore[misc]
    jobs.end_visit()
    executor.run_all()
    come_home()
    assert ran == ["STAFF"]
    assert jobs.under_way == 0


def test_two_thousand_signals_leave_the_reference_counts_of_true_and_none_alone(qapp: QCoreApplication) -> None:
    """PySide6 6.12 on Python 3.10/3.11 drops one reference an emit and dies some thousand calls later."""

    class Bell(QObject):
        rung = Signal(bool)

    bell = Bell()
    bell.rung.connect(lambda _: None)
    before = (sys.getrefcount(True), sys.getrefcount(None))
    for _ in range(2000):
        bell.rung.emit(True)
        bell.setObjectName("bell")
    after = (sys.getrefcount(True), sys.getrefcount(None))
    assert abs(after[0] - before[0]) < 100
    assert abs(after[1] - before[1]) < 100
