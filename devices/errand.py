"""A question to something outside that may never answer, put by a helper thread: whoever asks goes on after a while.

Many may be under way at once, each in a daemon thread of its own that ends with its call; what nobody waits for any
more is left behind. It knows nothing of devices, and puts no limit on what it runs.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Generic, TypeVar

Result = TypeVar("Result")


class Errand(Generic[Result]):
    """One call, under way from the moment this is made."""

    def __init__(self, call: Callable[[], Result], name: str, clock: Callable[[], float] = time.perf_counter) -> None:
        """`name` is the thread's."""
        self._call = call
        self._clock = clock
        self._started = self._ended = clock()
        self._done = threading.Event()
        self._result: Result | None = None
        self._fault: BaseException | None = None
        threading.Thread(target=self._run, name=name, daemon=True).start()

    def _run(self) -> None:
        try:
            self._result = self._call()
        except BaseException as fault:  # noqa: BLE001 - carried over to the thread that asked
            self._fault = fault
        self._ended = self._clock()
        self._done.set()

    def result(self, until: float) -> Result:
        """The call's result or exception; raises `TimeoutError` when it is not there by the clock's `until`."""
        if not self._done.wait(max(0.0, until - self._clock())):
            raise TimeoutError
        if self._fault is not None:
            raise self._fault
        return self._result  # type: ignore[return-value]  # there, as nothing was raised

    @property
    def seconds(self) -> float:
        """How long it took, or has taken so far."""
        return (self._ended if self._done.is_set() else self._clock()) - self._started
