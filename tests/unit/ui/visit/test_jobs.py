"""The thread door: home by a queued signal, dropped when the visit is over, and no reference count harmed."""

from __future__ import annotations

import sys
import threading

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Signal
from pytestqt.qtbot import QtBot

from tests.helpers.manual_executor import ManualExecutor
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
