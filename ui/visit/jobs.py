"""The one door to other threads: a worker a device, results brought home to the GUI thread by a queued signal.

What a job of an ended visit brings home is dropped unseen, so no value of a person outlives the visit. A job that a
driver, a library or a disk never lets return is left behind with its thread: the next visit gets a fresh one.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from enum import Enum, auto
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kiosk import logs
from ui.visit.executor import FAREWELL_S, Executor, ThreadExecutor

GRACE_MS = 15_000
"""How long a job of an ended visit may go on; every exchange with a device that is at work ends sooner or is worth
waiting for no longer."""
FAREWELL = -1
"""The number of no visit: what is done for one that has ended."""

T = TypeVar("T")
A = TypeVar("A")


class Worker(Enum):
    """One worker thread each: two jobs of one device never overlap."""

    CARD = auto()
    PRINTER = auto()
    DOCUMENTS = auto()
    SCANNER = auto()
    STAFF = auto()
    PORTAL = auto()
    """Listens to the portal's process."""
    PORTAL_TALK = auto()
    """Speaks to it: it may take its time to listen."""


class VisitOverError(Exception):
    """The visit that a job worked for has ended."""


class Jobs(QObject):
    """Hands work to the workers and brings results home; use it from the GUI thread only."""

    _home = Signal(object)

    def __init__(
        self,
        executors: Mapping[Worker, Executor] | None = None,
        parent: QObject | None = None,
        *,
        grace_ms: int = GRACE_MS,
    ) -> None:
        super().__init__(parent)
        self._executors = executors or {worker: ThreadExecutor(worker.name.lower()) for worker in Worker}
        self._visit = 0
        self._under_way = 0
        self._stopped = False
        self._home.connect(self._arrive, Qt.ConnectionType.QueuedConnection)
        self._works_for: dict[Worker, int] = {}
        self._seen: dict[Worker, int | None] = {}
        self._watch = QTimer(self)
        self._watch.setInterval(grace_ms)
        self._watch.timeout.connect(self._look)

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

        Neither is called once the visit has ended; what still waits then is not even begun, except the staff's work.
        Once the workers have ended, nothing is run.
        """
        self._hand_out(worker, self._visit, work, done, failed)

    def farewell(self, worker: Worker, work: Callable[[], object]) -> None:
        """Run what is left to do for a visit that has ended; nobody waits for it."""
        self._hand_out(worker, FAREWELL, work, lambda _: None, None)
        self._watch.start()

    def _hand_out(
        self,
        worker: Worker,
        visit: int,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None,
    ) -> None:
        if self._stopped:
            return
        self._under_way += 1

        def carry() -> None:
            self._works_for[worker] = visit
            try:
                if worker is not Worker.STAFF or self._stopped:
                    self._check(visit)
                result = work()
            except Exception as fault:  # noqa: BLE001 - a worker must survive; the fault goes home and is logged there
                deliver = _failure(fault, failed)
            else:
                deliver = _success(result, done)
            self._home.emit((visit, deliver, True))

        self._executors[worker].submit(carry)

    def while_it_lasts(self) -> Callable[[object], None]:
        """For long work to call between its parts: raises `VisitOverError` once this visit has ended."""
        visit = self._visit
        return lambda _part: self._check(visit)

    def _check(self, visit: int) -> None:
        if visit not in (self._visit, FAREWELL):
            raise VisitOverError

    def relay(self, callback: Callable[[A], None]) -> Callable[[A], None]:
        """`callback`, made safe to call from a worker: it runs here, and only while this visit lasts."""
        visit = self._visit

        def call(argument: A) -> None:
            self._home.emit((visit, lambda: callback(argument), False))

        return call

    def end_visit(self) -> None:
        """From now on, drop whatever earlier jobs bring home; who still runs after a while is left behind."""
        self._visit += 1
        self._look()
        self._watch.start()

    def _look(self) -> None:
        """Leave behind what has run on since the last look though its visit is over; rest when nothing does."""
        for worker, executor in self._executors.items():
            piece = executor.running
            is_over = piece is not None and self._works_for.get(worker, self._visit) != self._visit
            if is_over and piece is not None and self._seen.get(worker) == piece and executor.leave_behind(piece):
                logs.logger().error("worker left behind", job=worker.name.lower())
            self._seen[worker] = piece if is_over else None
        if not any(executor.running for executor in self._executors.values()):
            self._watch.stop()

    def stop(self) -> None:
        """End the visit and the workers, whose farewells are still said; for the end of the program."""
        self.end_visit()
        self._watch.stop()
        self._stopped = True
        until = time.monotonic() + FAREWELL_S
        for executor in self._executors.values():
            executor.shutdown(max(0.0, until - time.monotonic()))

    def _arrive(self, parcel: tuple[int, Callable[[], None], bool]) -> None:
        visit, deliver, is_end = parcel
        self._under_way -= is_end
        if visit in (self._visit, FAREWELL):
            deliver()


def _success(result: T, done: Callable[[T], None]) -> Callable[[], None]:
    return lambda: done(result)


def _failure(fault: Exception, failed: Callable[[Exception], None] | None) -> Callable[[], None]:
    def deliver() -> None:
        logs.logger().error("job failed", exc_info=fault)
        if failed:
            failed(fault)

    return deliver
