"""The device is switched off: an idle queue would hide it, and a job left behind would print by itself later."""

from __future__ import annotations

import time

import pytest

from devices.printer.interface import PrinterTrouble
from devices.status import Readiness
from kiosk.printing import PrintProgress, PrintQueue, PrintState
from tests.faults.printer.conftest import PrinterAndQueue
from tests.helpers import cups

pytestmark = pytest.mark.real("cups")


def test_a_device_that_is_off_is_seen_although_its_queue_is_up(printing: PrinterAndQueue) -> None:
    printing.device.switch_off()
    status = printing.prints.preflight()
    assert (status.readiness, status.trouble) == (Readiness.BROKEN, PrinterTrouble.OFFLINE)


def test_a_print_waits_for_the_device_and_is_done_when_it_is_back(printing: PrinterAndQueue) -> None:
    printing.device.switch_off()
    ticket = printing.print()
    waiting = printing.wait_for(ticket, PrintState.OFFLINE)
    assert waiting == PrintProgress(state=PrintState.OFFLINE, trouble="printer.offline")
    printing.device.switch_on()
    printing.wait_for(ticket, PrintState.DONE)


def test_the_end_of_the_visit_leaves_nothing_to_print_later(printing: PrinterAndQueue) -> None:
    papers = len(printing.device.papers())
    printing.device.switch_off()
    printing.wait_for(printing.print(), PrintState.OFFLINE)
    assert printing.prints.cancel_all() == 0
    cups.wait_until(lambda: printing.queue.spooled() == [], "the spool is empty")
    printing.device.switch_on()
    printing.wait_for(printing.print("next-visit"), PrintState.DONE)
    assert len(printing.device.papers()) == papers + 1


def test_a_print_past_its_deadline_never_comes_out(printing: PrinterAndQueue) -> None:
    papers = len(printing.device.papers())
    printing.device.switch_off()
    late = PrintQueue(printing.printer, time.monotonic, deadline_s=0.5)
    ticket = late.print(printing.document, "declaration")
    cups.wait_until(lambda: late.poll(ticket).state is PrintState.ABORTED, "the deadline")
    assert late.poll(ticket).trouble == "printer.too-late"
    printing.device.switch_on()
    printing.wait_for(printing.print("next-visit"), PrintState.DONE)
    assert len(printing.device.papers()) == papers + 1


def test_a_power_cut_while_printing_is_not_called_done_although_cups_does(printing: PrinterAndQueue) -> None:
    papers = len(printing.device.papers())
    printing.device.hold("slow")
    ticket = printing.print()
    printing.wait_for(ticket, PrintState.PRINTING)
    cups.wait_until(lambda: "processing" in printing.prints.preflight().reasons, "the device is at work")
    printing.device.switch_off()
    printing.wait_for(ticket, PrintState.OFFLINE)
    printing.device.release()
    printing.device.switch_on()
    cups.wait_until(lambda: printing.prints.poll(ticket).state.is_terminal, "the print is over")
    assert printing.prints.poll(ticket) == PrintProgress(state=PrintState.ABORTED, trouble="printer.job-lost")
    again = printing.prints.reprint(ticket)
    printing.wait_for(again, PrintState.DONE)
    assert len(printing.device.papers()) == papers + 1


def test_a_device_without_a_queue_takes_the_print_when_it_is_back(printing: PrinterAndQueue) -> None:
    direct = printing.direct
    prints = PrintQueue(direct, time.monotonic)
    printing.device.switch_off()
    ticket = prints.print(printing.document, "declaration")
    assert prints.poll(ticket).state is PrintState.OFFLINE
    printing.device.switch_on()
    cups.wait_until(lambda: prints.poll(ticket).state is PrintState.DONE, "the print is done")
