"""A sheet jams, or the cover is opened, while the device prints."""

from __future__ import annotations

import pytest

from kiosk.printing import PrintProgress, PrintState
from tests.faults.printer.conftest import Desk

pytestmark = pytest.mark.real("cups")


@pytest.mark.parametrize(
    ("reason", "state"),
    [("media-jam-error", PrintState.JAM), ("cover-open-error", PrintState.COVER_OPEN)],
)
def test_the_fault_is_named_and_the_print_goes_on_once_it_is_cleared(
    desk: Desk, reason: str, state: PrintState
) -> None:
    papers = len(desk.device.papers())
    desk.device.hold(reason)
    ticket = desk.print()
    desk.wait_for(ticket, state)
    assert desk.prints.poll(ticket) == PrintProgress(state=state, trouble=f"printer.{state.value}")
    desk.device.release()
    desk.wait_for(ticket, PrintState.DONE)
    assert len(desk.device.papers()) == papers + 1
