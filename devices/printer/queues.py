"""The print queues this PC knows, asked of CUPS' own `lpstat`: set up ones and printers announced on the network.

Finds names only; how a printer stands is the driver's to ask.
"""

from __future__ import annotations

from collections.abc import Sequence

from devices.system import programs

PATIENCE_S = 6.0
QUEUE = "ipp://localhost/printers/{name}"


def print_queues(words: Sequence[str] = ("lpstat", "-e"), patience_s: float = PATIENCE_S) -> tuple[str, ...]:
    """The addresses of the queues, `ipp://localhost/printers/NAME`; none where CUPS is not there or hangs."""
    return tuple(QUEUE.format(name=name) for name in programs.told(words, patience_s).split())
