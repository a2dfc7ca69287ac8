"""Work on a page that takes its time, written as it is thought: coroutines that wait for answers and pauses.

Nothing here blocks the window's thread. A coroutine awaits a `Script` (its answer) or a `Pause`; `PageWorker` drives
one at a time and drops it when the page has gone or the person does something else. What is asked is data, so that a
test answers it without a browser.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Generator
from dataclasses import dataclass
from itertools import count
from typing import Any

from PySide6.QtCore import QObject, QTimer

Work = Coroutine["Script | Pause", Any, Any]
_NUMBERS = count(1)
"""One for each script of the process: several workers ask the same page."""
ANSWER_MS = 8000
"""A frame that does not answer for so long is busy with itself or gone."""


class PageGoneError(Exception):
    """The frame did not answer: hung, reloaded or left. Carries nothing of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """A call in a frame; awaiting it gives what it returned, decoded. `frame` counts children from the main frame."""

    frame: tuple[int, ...]
    code: str

    def __await__(self) -> Generator[Script, Any, Any]:
        return (yield self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """So many milliseconds in which the page goes on."""

    ms: int

    def __await__(self) -> Generator[Pause, None, None]:
        yield self


class PageWorker(QObject):
    """Drives one coroutine. `ask` hands a script to the page with a number under which `answered` is called."""

    def __init__(self, ask: Callable[[Script, int], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self._work: Work | None = None
        self._then: Callable[[Any], None] | None = None
        self._number = 0
        self._late = QTimer(self, singleShot=True)
        self._late.timeout.connect(lambda: self._throw(PageGoneError()))
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(lambda: self._send(None))

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self._work is not None

    def start(self, work: Work, then: Callable[[Any], None] | None = None) -> None:
        """Drop what is under way and begin this; `then` gets its result, None where the page went away."""
        self.stop()
        self._work, self._then = work, then
        self._send(None)

    def stop(self) -> None:
        """Drop what is under way; nobody hears of it any more."""
        self._late.stop()
        self._pause.stop()
        work, self._work, self._then = self._work, None, None
        if work is not None:
            work.close()

    def answered(self, number: int, answer: Any) -> None:
        """The answer of the script with this number; an answer that comes too late is passed over."""
        if number == self._number and self._late.isActive():
            self._late.stop()
            self._send(answer)

    def _send(self, answer: Any) -> None:
        self._step(lambda work: work.send(answer))

    def _throw(self, fault: Exception) -> None:
        self._step(lambda work: work.throw(fault))

    def _step(self, go: Callable[[Work], Script | Pause]) -> None:
        work = self._work
        if work is None:
            return
        try:
            asked = go(work)
        except StopIteration as end:
            self._end(work, end.value)
        except PageGoneError:
            self._end(work, None)
        else:
            if work is self._work:  # a step may have begun other work
                self._wait_for(asked)

    def _wait_for(self, asked: Script | Pause) -> None:
        if isinstance(asked, Pause):
            self._pause.start(asked.ms)
            return
        self._number = next(_NUMBERS)
        self._late.start(ANSWER_MS)
        self._ask(asked, self._number)

    def _end(self, work: Work, result: Any) -> None:
        if work is not self._work:
            return
        then, self._work, self._then = self._then, None, None
        if then is not None:
            then(result)
