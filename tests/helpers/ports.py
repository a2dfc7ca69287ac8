"""Ports of loopback for the daemons that tests start.

They lie below the range from which the kernel takes ports for outgoing connections. Each process of a parallel run
draws from a span of its own, so that two daemons that start at the same moment are never given the same one.
"""

from __future__ import annotations

import os
import random
import socket

FIRST, LAST = 16_000, 32_000
SPAN = 1_000
_draw = random.SystemRandom()


def span(worker: str) -> range:
    """The ports of one process of a parallel run (`gw3`); of all of them where there is only one process."""
    number = worker.removeprefix("gw")
    spans = (LAST - FIRST) // SPAN
    first = FIRST + int(number) % spans * SPAN if number.isdigit() else FIRST
    return range(first, first + SPAN if number.isdigit() else LAST)


def free_port(neighbours: int = 0) -> int:
    """An even port that nobody listens on, and so many `neighbours` above it that are free too.

    Raises `RuntimeError` when none is found.
    """
    mine = span(os.environ.get("PYTEST_XDIST_WORKER", ""))
    for _ in range(1_000):
        port = _draw.randrange(mine.start, mine.stop - neighbours, 2)
        if all(_is_free(each) for each in range(port, port + neighbours + 1)):
            return port
    raise RuntimeError(f"no free port from {mine.start} to {mine.stop}")


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a port whose last caller just left will do
        try:
            probe.bind(("", port))
        except OSError:
            return False
    return True
