"""The tray is emptied before a print, and refilled while it waits."""

from __future__ import annotations

import pytest

from devices.printer.interface import PrinterTrouble
from devices.status import Readiness
from kiosk.printing import PrintProgress, PrintState
from tests.faults.printer.conftest import PrinterAndQueue

pytestmark = pytest.mark.real("cups")


def test_an_empty_tray_is_seen_before_anything_is_asked_of_the_person(printing: PrinterAndQueue) -> None:
    printing.device.load_paper(0)
    status = printing.prints.preflight()
    assert (status.readiness, status.trouble) == (Readiness.ATTENTION, PrinterTrouble.OUT_OF_PAPER)


def test_the_print_goes_on_by_itself_once_there_is_paper(printing: PrinterAndQueue) -> None:
    papers = len(printing.device.papers())
    printing.device.load_paper(0)
    ticket = printing.print()
    waiting = printing.wait_for(ticket, PrintState.OUT_OF_PAPER)
    assert waiting == PrintProgress(state=PrintState.OUT_OF_PAPER, trouble="printer.out-of-paper")
    assert len(printing.device.papers()) == papers
    printing.device.load_paper(100)
    printing.wait_for(ticket, PrintState.DONE)
    assert len(printing.device.papers()) == papers + 1
