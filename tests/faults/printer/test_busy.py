"""The other station prints: a queue lines the jobs up, a bare device takes one at a time."""

from __future__ import annotations

import time

import pytest

from kiosk.printing import PrintProgress, PrintQueue, PrintState
from tests.faults.printer.conftest import Desk
from tests.helpers import cups

pytestmark = pytest.mark.real("cups")


def test_a_print_behind_the_other_station_says_so_and_then_comes(desk: Desk) -> None:
    desk.device.hold("slow")
    other = desk.print("other-station")
    desk.wait_for(other, PrintState.PRINTING)
    mine = desk.print()
    assert desk.wait_for(mine, PrintState.BUSY) == PrintProgress(state=PrintState.BUSY, trouble="printer.busy")
    desk.device.release()
    desk.wait_for(other, PrintState.DONE)
    desk.wait_for(mine, PrintState.DONE)


def test_a_bare_device_that_is_busy_is_asked_again(desk: Desk) -> None:
    direct = desk.direct
    first, second = PrintQueue(direct, time.monotonic), PrintQueue(direct, time.monotonic)
    desk.device.hold("slow")
    other = first.print(desk.document, "other-station")
    cups.wait_until(lambda: first.poll(other).state is PrintState.PRINTING, "the other station prints")
    mine = second.print(desk.document, "declaration")
    assert second.poll(mine) == PrintProgress(state=PrintState.BUSY, trouble="printer.busy")
    desk.device.release()
    cups.wait_until(lambda: second.poll(mine).state is PrintState.DONE, "mine is done")
