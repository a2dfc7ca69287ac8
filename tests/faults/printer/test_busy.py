"""The other station prints: a queue lines the jobs up, a bare device takes one at a time."""

from __future__ import annotations

import time

import pytest

from kiosk.printing import PrintProgress, PrintQueue, PrintState
from tests.faults.printer.conftest import PrinterAndQueue
from tests.helpers import cups

pytestmark = pytest.mark.real("cups")


def test_a_print_behind_the_other_station_says_so_and_then_comes(printing: PrinterAndQueue) -> None:
    printing.device.hold("slow")
    other = printing.print("other-station")
    printing.wait_for(other, PrintState.PRINTING)
    mine = printing.print()
    assert printing.wait_for(mine, PrintState.BUSY) == PrintProgress(state=PrintState.BUSY, trouble="printer.busy")
    printing.device.release()
    printing.wait_for(other, PrintState.DONE)
    printing.wait_for(mine, PrintState.DONE)


def test_a_bare_device_that_is_busy_is_asked_again(printing: PrinterAndQueue) -> None:
    direct = printing.direct
    first, second = PrintQueue(direct, time.monotonic), PrintQueue(direct, time.monotonic)
    printing.device.hold("slow")
    other = first.print(printing.document, "other-station")
    cups.wait_until(lambda: first.poll(other).state is PrintState.PRINTING, "the other station prints")
    mine = second.print(printing.document, "declaration")
    assert second.poll(mine) == PrintProgress(state=PrintState.BUSY, trouble="printer.busy")
    printing.device.release()
    cups.wait_until(lambda: second.poll(mine).state is PrintState.DONE, "mine is done")
