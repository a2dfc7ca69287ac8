"""A worker's thread: pieces of work one after another, and a fresh thread when one of them never returns."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from typing import Protocol

FAREWELL_S = 3.0
"""How long the end of the program waits for all its workers together."""


class Executor(Protocol):
    """Runs pieces of work one after another, in the order they came."""

    def submit(self, work: Callable[[], None], /) -> object:
        """Take one piece of work; it never raises."""
        ...

    @property
    def running(self) -> int | None:
        """The number of the piece that runs now; None when idle."""
        ...

    def leave_behind(self, piece: int) -> bool:
        """Give what waits to a fresh thread, if this piece still runs; whether it did."""
        ...

    def shutdown(self, seconds: float = FAREWELL_S) -> None:
        """Take nothing more; wait so long for what runs and waits."""
        ...


class ThreadExecutor:
    """The real one: a single thread that starts with its first piece of work, and one more for each left behind.

    The threads are daemons: one that hangs cannot keep the program from ending.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._waiting: deque[Callable[[], None]] = deque()
        self._turn = threading.Condition()
        self._thread: threading.Thread | None = None
        self._pieces = 0
        self._running: int | None = None
        self._ended = False

    @property
    def running(self) -> int | None:
        return self._running

    def submit(self, work: Callable[[], None], /) -> object:
        with self._turn:
            self._waiting.append(work)
            self._turn.notify_all()
            return self._thread or self._start()

    def leave_behind(self, piece: int) -> bool:
        with self._turn:
            if self._running != piece:
                return False
            self._running = None
            self._start()
            self._turn.notify_all()
            return True

    def shutdown(self, seconds: float = FAREWELL_S) -> None:
        with self._turn:
            self._ended = True
            self._turn.notify_all()
            thread = self._thread
        if thread is not None:
            thread.join(seconds)

    def _start(self) -> threading.Thread:
        self._thread = threading.Thread(target=self._serve, name=self._name, daemon=True)
        self._thread.start()
        return self._thread

    def _serve(self) -> None:
        while (work := self._next()) is not None:
            work()
            del work  # it holds what it was made of until the next one comes
            self._finished()

    def _next(self) -> Callable[[], None] | None:
        """The next piece, when this is still the thread that counts."""
        with self._turn:
            self._turn.wait_for(lambda: self._waiting or self._ended or not self._counts())
            if not self._waiting or not self._counts():
                return None
            self._pieces += 1
            self._running = self._pieces
            return self._waiting.popleft()

    def _finished(self) -> None:
        with self._turn:
            if self._counts():
                self._running = None

    def _counts(self) -> bool:
        return threading.current_thread() is self._thread
