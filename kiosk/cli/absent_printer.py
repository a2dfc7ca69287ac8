"""A printer on which nothing will come however long a command waits: told in seconds, before anything is sent."""

from __future__ import annotations

import time

from devices.printer.interface import Printer, PrinterTrouble
from devices.status import Readiness
from devices.timed_call import OverdueError, TimedCall

LOOK_S = 4.0
"""A printer that is there has said by then how it stands; the technician is told before five seconds are over."""


def why_nothing_comes(printer: Printer) -> str | None:
    """The failure code; None where it prints, or where somebody at the printer can help it on."""
    look = TimedCall(printer.status, "look-at-printer")
    try:
        status = look.result(time.perf_counter() + LOOK_S)
    except OverdueError:
        return PrinterTrouble.OFFLINE.code
    if status.readiness is not Readiness.BROKEN:
        return None
    return status.trouble.code if status.trouble else "printer.failed"
