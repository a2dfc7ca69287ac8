"""How far something is that takes more than two seconds: one line on a terminal, nothing in a pipe or a log."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final, TypeVar

import click

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
            click.echo(f"\r{place} / {number} ", nl=False, err=True)
            last, shown = now, True
    if shown:
        click.echo(f"\r{number} / {number} ", err=True)


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
        sys.stderr.write(f"\r… {time.monotonic() - started:.0f} s ")
        sys.stderr.flush()

    before = signal.signal(signal.SIGALRM, tell)
    signal.siginterrupt(signal.SIGALRM, False)
    signal.setitimer(signal.ITIMER_REAL, QUIET_S, 1.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        sys.stderr.write("\r" + " " * 12 + "\r")
        sys.stderr.flush()
