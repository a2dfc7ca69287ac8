"""Waiting for a state of something outside this process."""

from __future__ import annotations

import time
from collections.abc import Callable

PATIENCE_S = 120.0
"""Says that something hangs, never that a machine is slow; CUPS waits ten seconds between two tries."""


def wait_until(
    holds: Callable[[], bool], what: str, seconds: float = PATIENCE_S, *, stands: Callable[[], object] = lambda: ""
) -> None:
    """Look until it holds. Raises `TimeoutError` naming `what` and how it `stands` when patience ends."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError(f"{what} {stands()}")
        time.sleep(0.05)
