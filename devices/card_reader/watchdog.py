"""Calls into a driver that may never return, made by a helper thread so that the caller always gets an answer.

This is the one place of `devices` that owns a thread: the PC/SC calls have no time limit of their own, and a silent
card blocks `SCardTransmit` for ever. A thread that overstays is left behind (it is a daemon thread, and ends with
its call) and the next call gets a fresh one. Only one call is ever under way in the thread that counts.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Result = TypeVar("Result")


class OverdueError(Exception):
    """The call did not come back in time; its thread was left behind."""


@dataclass(slots=True)
class _Job(Generic[Result]):
    call: Callable[[], Result]
    done: threading.Event = field(default_factory=threading.Event)
    result: Result | None = None
    fault: BaseException | None = None

    def run(self) -> None:
        try:
            self.result = self.call()
        except BaseException as fault:  # noqa: BLE001 - carried over to the thread that asked
            self.fault = fault
        self.done.set()


class Watchdog:
    """Makes calls one after the other in a thread of its own, each within a time limit."""

    def __init__(self, seconds: float) -> None:
        """`seconds` a call may take."""
        self._seconds = seconds
        self._jobs: queue.SimpleQueue[_Job[object] | None] | None = None
        self._turn = threading.Lock()

    def call(self, function: Callable[[], Result], *, afterwards: Callable[[], object] | None = None) -> Result:
        """The function's result or exception; raises `OverdueError` when it takes too long.

        `afterwards` is called by the thread left behind, should the overdue call ever come back.
        """
        job = _Job(function)
        with self._turn:
            self._thread_queue().put(job)  # type: ignore[arg-type]  # a job of any result
            if not job.done.wait(self._seconds):
                self._leave_behind(afterwards)
                raise OverdueError
        if job.fault is not None:
            raise job.fault
        return job.result  # type: ignore[return-value]  # there, as nothing was raised

    def close(self) -> None:
        """End the thread once it is idle."""
        with self._turn:
            self._leave_behind(None)

    def _thread_queue(self) -> queue.SimpleQueue[_Job[object] | None]:
        if self._jobs is None:
            self._jobs = queue.SimpleQueue()
            threading.Thread(target=_serve, args=(self._jobs,), name="pcsc", daemon=True).start()
        return self._jobs

    def _leave_behind(self, afterwards: Callable[[], object] | None) -> None:
        """The thread is told to end after its call; nobody waits for it."""
        if self._jobs is not None:
            if afterwards is not None:
                self._jobs.put(_Job(afterwards))
            self._jobs.put(None)
            self._jobs = None


def _serve(jobs: queue.SimpleQueue[_Job[object] | None]) -> None:
    while (job := jobs.get()) is not None:
        job.run()
