"""A sheet jams, or the cover is opened, while the device prints."""

from __future__ import annotations

import pytest

from kiosk.printing import PrintProgress, PrintState
from tests.faults.printer.conftest import PrinterAndQueue

pytestmark = pytest.mark.real("cups")


@pytest.mark.parametrize(
    ("reason", "state"),
    [("media-jam-error", PrintState.JAM), ("cover-open-error", PrintState.COVER_OPEN)],
)
def test_the_fault_is_named_and_the_print_goes_on_once_it_is_cleared(
    printing: PrinterAndQueue, reason: str, state: PrintState
) -> None:
    papers = len(printing.device.papers())
    printing.device.hold(reason)
    ticket = printing.print()
    printing.wait_for(ticket, state)
    assert printing.prints.poll(ticket) == PrintProgress(state=state, trouble=f"printer.{state.value}")
    printing.device.release()
    printing.wait_for(ticket, PrintState.DONE)
    assert len(printing.device.papers()) == papers + 1
