"""The toner runs low, then out."""

from __future__ import annotations

import pytest

from devices.printer.interface import PrinterTrouble
from devices.status import Readiness
from kiosk.printing import PrintState
from tests.faults.printer.conftest import PrinterAndQueue

pytestmark = pytest.mark.real("cups")


def test_low_toner_is_said_and_holds_nothing_up(printing: PrinterAndQueue) -> None:
    printing.device.set_toner(3)
    status = printing.prints.preflight()
    assert (status.readiness, status.trouble) == (Readiness.READY, PrinterTrouble.TONER_LOW)
    printing.wait_for(printing.print(), PrintState.DONE)


def test_empty_toner_needs_a_person(printing: PrinterAndQueue) -> None:
    printing.device.set_toner(0)
    status = printing.prints.preflight()
    assert (status.readiness, status.trouble) == (Readiness.ATTENTION, PrinterTrouble.TONER_EMPTY)
