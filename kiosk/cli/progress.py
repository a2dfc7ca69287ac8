"""How far something is that takes more than two seconds: one line on a terminal, nothing in a pipe or a log."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final, TypeVar

from kiosk.cli.terminal import draw

T = TypeVar("T")
QUIET_S: Final = 2.0
EVERY_S: Final = 0.2


def told(things: Iterable[T], number: int) -> Iterator[T]:
    """The things; standard error tells the n-th of `number` once this has taken longer than two seconds."""
    if not sys.stderr.isatty():
        yield from things
        return
    started = last = time.monotonic()
    shown = False
    for place, thing in enumerate(things, 1):
        yield thing
        now = time.monotonic()
        if now - started > QUIET_S and now - last > EVERY_S:
            draw(f"\r{place} / {number} ")
            last, shown = now, True
    if shown:
        draw(f"\r{number} / {number} \n")


def awaited(things: Iterable[T]) -> Iterator[T]:
    """The things, each waited for as by `waiting`; between them the terminal is free to be written on."""
    coming = iter(things)
    while True:
        with waiting():
            try:
                thing = next(coming)
            except StopIteration:
                return
        yield thing


@contextmanager
def waiting() -> Iterator[None]:
    """For a call that tells nothing of how far it is: the seconds on a terminal, each second after the first two.

    By a timer of the process and no thread: what it interrupts goes on (`siginterrupt`). Not around a question.
    """
    if not sys.stderr.isatty() or not hasattr(signal, "SIGALRM"):
        yield
        return
    started = time.monotonic()

    def tell(_number: int, _frame: FrameType | None) -> None:
        draw(f"\r… {time.monotonic() - started:.0f} s ")

    before = signal.signal(signal.SIGALRM, tell)
    signal.siginterrupt(signal.SIGALRM, False)
    signal.setitimer(signal.ITIMER_REAL, QUIET_S, 1.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        draw("\r" + " " * 12 + "\r")
