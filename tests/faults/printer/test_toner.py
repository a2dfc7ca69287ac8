"""The toner runs low, then out."""

from __future__ import annotations

import pytest

from devices.printer.interface import PrinterTrouble
from devices.status import Readiness
from kiosk.printing import PrintState
from tests.faults.printer.conftest import Desk

pytestmark = pytest.mark.real("cups")


def test_low_toner_is_said_and_holds_nothing_up(desk: Desk) -> None:
    desk.device.set_toner(3)
    status = desk.prints.preflight()
    assert (status.readiness, status.trouble) == (Readiness.READY, PrinterTrouble.TONER_LOW)
    desk.wait_for(desk.print(), PrintState.DONE)


def test_empty_toner_needs_a_person(desk: Desk) -> None:
    desk.device.set_toner(0)
    status = desk.prints.preflight()
    assert (status.readiness, status.trouble) == (Readiness.ATTENTION, PrinterTrouble.TONER_EMPTY)
