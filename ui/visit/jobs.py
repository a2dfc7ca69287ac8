"""The one door to other threads: a worker a device, results brought home to the GUI thread by a queued signal.

What a job of an ended visit brings home is dropped unseen, so no value of a person outlives the visit.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from enum import Enum, auto
from typing import Protocol, TypeVar

import structlog
from PySide6.QtCore import QObject, Qt, Signal

T = TypeVar("T")
A = TypeVar("A")


class Worker(Enum):
    """One worker thread each: two jobs of one device never overlap."""

    CARD = auto()
    PRINTER = auto()
    DOCUMENTS = auto()
    SCANNER = auto()
    STAFF = auto()


class Executor(Protocol):
    """Runs pieces of work one after another, in the order they came."""

    def submit(self, work: Callable[[], None], /) -> object:
        """Take one piece of work; it never raises."""
        ...

    def shutdown(self) -> None:
        """Finish what runs, drop what waits."""
        ...


class ThreadExecutor:
    """The real one: a single thread that starts with its first piece of work."""

    def __init__(self, name: str) -> None:
        self._pool = ThreadPoolExecutor(1, thread_name_prefix=name)

    def submit(self, work: Callable[[], None], /) -> object:
        """Queue the work behind what is already there."""
        return self._pool.submit(work)

    def shutdown(self) -> None:
        """Drop what waits and let the running piece finish by itself."""
        self._pool.shutdown(wait=True, cancel_futures=True)


class Jobs(QObject):
    """Hands work to the workers and brings results home; use it from the GUI thread only."""

    _home = Signal(object)

    def __init__(self, executors: Mapping[Worker, Executor] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executors = executors or {worker: ThreadExecutor(worker.name.lower()) for worker in Worker}
        self._visit = 0
        self._under_way = 0
        self._stopped = False
        self._home.connect(self._arrive, Qt.ConnectionType.QueuedConnection)

    @property
    def under_way(self) -> int:
        """How many jobs have been handed out and have not come home."""
        return self._under_way

    def run(
        self,
        worker: Worker,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run `work` on the worker, then `done(result)` here; `failed(exception)` when it raised.

        Neither is called once the visit has ended. Once the workers have ended, nothing is run.
        """
        if self._stopped:
            return
        visit = self._visit
        self._under_way += 1

        def carry() -> None:
            try:
                result = work()
            except Exception as fault:  # noqa: BLE001 - a worker must survive; the fault goes home and is logged there
                deliver = _failure(fault, failed)
            else:
                deliver = _success(result, done)
            self._home.emit((visit, deliver, True))

        self._executors[worker].submit(carry)

    def relay(self, callback: Callable[[A], None]) -> Callable[[A], None]:
        """`callback`, made safe to call from a worker: it runs here, and only while this visit lasts."""
        visit = self._visit

        def call(argument: A) -> None:
            self._home.emit((visit, lambda: callback(argument), False))

        return call

    def end_visit(self) -> None:
        """From now on, drop whatever earlier jobs bring home."""
        self._visit += 1

    def stop(self) -> None:
        """End the visit and the workers; for the end of the program."""
        self.end_visit()
        self._stopped = True
        for executor in self._executors.values():
            executor.shutdown()

    def _arrive(self, parcel: tuple[int, Callable[[], None], bool]) -> None:
        visit, deliver, is_end = parcel
        self._under_way -= is_end
        if visit == self._visit:
            deliver()


def _success(result: T, done: Callable[[T], None]) -> Callable[[], None]:
    return lambda: done(result)


def _failure(fault: Exception, failed: Callable[[Exception], None] | None) -> Callable[[], None]:
    def deliver() -> None:
        structlog.get_logger().error("job failed", exc_info=fault)
        if failed:
            failed(fault)

    return deliver
