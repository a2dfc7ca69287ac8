"""What the caller of a command handed in, a clock or a device; else the command works with those of this PC.

CliRunner().invoke(kiosk, ["report", …], obj=clock)
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

import click

from kiosk.clock import Clock

P = ParamSpec("P")
R = TypeVar("R")


def given_clock(command: Callable[Concatenate[Clock, P], R]) -> Callable[P, R]:
    """Hand the clock to a command as its first argument."""

    @wraps(command)
    def timed(*arguments: P.args, **options: P.kwargs) -> R:
        return command(clock_of(click.get_current_context()), *arguments, **options)

    return timed


def clock_of(context: click.Context) -> Clock:
    """The clock in the context of a command, or that of this PC."""
    return context.find_object(Clock) or Clock()


def device_of(context: click.Context) -> Any:
    """The card reader or scanner that was handed in, or None."""
    return None if isinstance(context.obj, Clock) else context.obj
