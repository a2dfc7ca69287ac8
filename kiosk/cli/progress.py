"""How far something is that takes more than two seconds: one line on a terminal, nothing in a pipe or a log."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
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
