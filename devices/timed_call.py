"""Calls to something outside that may never return, made by a helper thread: whoever asks goes on after a while.

A PC/SC call has no time limit of its own, and a silent card or a dead server may block one for ever. A thread that
overstays is left behind: it is a daemon thread and ends with its call. These are the only threads that `devices` owns
(decision 5).
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from typing import Generic, TypeAlias, TypeVar

Result = TypeVar("Result")
_Waiting: TypeAlias = "tuple[Future[object], Callable[[], object]]"


class OverdueError(Exception):
    """The call did not come back in time; its thread was left behind."""


class TimedCall(Generic[Result]):
    """One call in a thread of its own, under way from the moment this is made. Many may be under way at once."""

    def __init__(self, call: Callable[[], Result], name: str, clock: Callable[[], float] = time.perf_counter) -> None:
        """Starts at once, on a thread called `name`; `clock` in seconds measures how long it has been running."""
        self._clock = clock
        self._started = clock()
        self._ended: float | None = None
        self._future: Future[Result] = Future()
        threading.Thread(target=self._run, args=(call,), name=name, daemon=True).start()

    def _run(self, call: Callable[[], Result]) -> None:
        _settle(self._future, call, before=self._stop)

    def _stop(self) -> None:
        self._ended = self._clock()

    def result(self, until: float) -> Result:
        """The call's result or exception; raises `OverdueError` when it is not there by the clock's `until`."""
        return _result_within(self._future, max(0.0, until - self._clock()))

    @property
    def seconds(self) -> float:
        """How long it took, or has taken so far."""
        return (self._clock() if self._ended is None else self._ended) - self._started


class LimitedCalls:
    """Makes calls one after the other in a thread of its own, each within a time limit.

    After an overdue call the next one gets a fresh thread: only one call is ever under way in the thread that counts.
    """

    def __init__(self, seconds: float, name: str) -> None:
        """`seconds` a call may take; `name` is the thread's."""
        self._seconds = seconds
        self._name = name
        self._waiting: queue.SimpleQueue[_Waiting | None] | None = None
        self._turn = threading.Lock()

    def call(self, function: Callable[[], Result], *, afterwards: Callable[[], object] | None = None) -> Result:
        """The function's result or exception; raises `OverdueError` when it takes too long.

        `afterwards` is called by the thread left behind, should the overdue call ever come back.
        """
        future: Future[Result] = Future()
        with self._turn:
            self._thread_queue().put((future, function))  # type: ignore[arg-type]  # a result of any type
            try:
                return _result_within(future, self._seconds)
            except OverdueError:
                self._leave_behind(afterwards)
                raise

    def close(self) -> None:
        """End the thread once it is idle."""
        with self._turn:
            self._leave_behind(None)

    def _thread_queue(self) -> queue.SimpleQueue[_Waiting | None]:
        if self._waiting is None:
            self._waiting = queue.SimpleQueue()
            threading.Thread(target=_serve, args=(self._waiting,), name=self._name, daemon=True).start()
        return self._waiting

    def _leave_behind(self, afterwards: Callable[[], object] | None) -> None:
        """The thread is told to end after its call; nobody waits for it."""
        if self._waiting is not None:
            if afterwards is not None:
                self._waiting.put((Future(), afterwards))
            self._waiting.put(None)
            self._waiting = None


def _serve(waiting: queue.SimpleQueue[_Waiting | None]) -> None:
    while (one := waiting.get()) is not None:
        _settle(*one)


def _settle(future: Future[Result], call: Callable[[], Result], before: Callable[[], object] = lambda: None) -> None:
    """Make the call and settle its future; an exception is carried over to the thread that asked."""
    try:
        result = call()
    except BaseException as fault:  # noqa: BLE001 - carried over
        before()
        future.set_exception(fault)
    else:
        before()
        future.set_result(result)


def _result_within(future: Future[Result], seconds: float) -> Result:
    try:
        return future.result(seconds)
    except TimeoutError:
        if future.done():  # the call's own
            raise
        raise OverdueError from None
