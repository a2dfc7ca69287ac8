"""The device is switched off: an idle queue would hide it, and a job left behind would print by itself later."""

from __future__ import annotations

import time

import pytest

from devices.printer.interface import PrinterTrouble
from devices.status import Readiness
from kiosk.printing import PrintProgress, PrintQueue, PrintState
from tests.faults.printer.conftest import Desk
from tests.helpers import cups

pytestmark = pytest.mark.real("cups")


def test_a_device_that_is_off_is_seen_although_its_queue_is_up(desk: Desk) -> None:
    desk.device.switch_off()
    status = desk.prints.preflight()
    assert (status.readiness, status.trouble) == (Readiness.BROKEN, PrinterTrouble.OFFLINE)


def test_a_print_waits_for_the_device_and_is_done_when_it_is_back(desk: Desk) -> None:
    desk.device.switch_off()
    ticket = desk.print()
    waiting = desk.wait_for(ticket, PrintState.OFFLINE)
    assert waiting == PrintProgress(state=PrintState.OFFLINE, trouble="printer.offline")
    desk.device.switch_on()
    desk.wait_for(ticket, PrintState.DONE)


def test_the_end_of_the_visit_leaves_nothing_to_print_later(desk: Desk) -> None:
    papers = len(desk.device.papers())
    desk.device.switch_off()
    desk.wait_for(desk.print(), PrintState.OFFLINE)
    assert desk.prints.cancel_all() == 0
    cups.wait_until(lambda: desk.queue.spooled() == [], "the spool is empty")
    desk.device.switch_on()
    desk.wait_for(desk.print("next-visit"), PrintState.DONE)
    assert len(desk.device.papers()) == papers + 1


def test_a_print_past_its_deadline_never_comes_out(desk: Desk) -> None:
    papers = len(desk.device.papers())
    desk.device.switch_off()
    late = PrintQueue(desk.printer, time.monotonic, deadline_s=0.5)
    ticket = late.print(desk.document, "declaration")
    cups.wait_until(lambda: late.poll(ticket).state is PrintState.ABORTED, "the deadline")
    assert late.poll(ticket).trouble == "printer.too-late"
    desk.device.switch_on()
    desk.wait_for(desk.print("next-visit"), PrintState.DONE)
    assert len(desk.device.papers()) == papers + 1


def test_a_power_cut_while_printing_is_not_called_done_although_cups_does(desk: Desk) -> None:
    papers = len(desk.device.papers())
    desk.device.hold("slow")
    ticket = desk.print()
    desk.wait_for(ticket, PrintState.PRINTING)
    cups.wait_until(lambda: "processing" in desk.prints.preflight().reasons, "the device is at work")
    desk.device.switch_off()
    desk.wait_for(ticket, PrintState.OFFLINE)
    desk.device.release()
    desk.device.switch_on()
    cups.wait_until(lambda: desk.prints.poll(ticket).state.is_terminal, "the print is over")
    assert desk.prints.poll(ticket) == PrintProgress(state=PrintState.ABORTED, trouble="printer.job-lost")
    again = desk.prints.reprint(ticket)
    desk.wait_for(again, PrintState.DONE)
    assert len(desk.device.papers()) == papers + 1


def test_a_device_without_a_queue_takes_the_print_when_it_is_back(desk: Desk) -> None:
    direct = desk.direct
    prints = PrintQueue(direct, time.monotonic)
    desk.device.switch_off()
    ticket = prints.print(desk.document, "declaration")
    assert prints.poll(ticket).state is PrintState.OFFLINE
    desk.device.switch_on()
    cups.wait_until(lambda: prints.poll(ticket).state is PrintState.DONE, "the print is done")
