"""The device gives a job up; the person or the end of the visit cancels one."""

from __future__ import annotations

import time

import pytest

from devices.printer.interface import JobState
from kiosk.printing import PrintProgress, PrintQueue, PrintState
from tests.faults.printer.conftest import PrinterAndQueue
from tests.helpers import cups

pytestmark = pytest.mark.real("cups")


def test_an_aborted_print_is_told_and_printed_again_without_re_entering(printing: PrinterAndQueue) -> None:
    direct = printing.direct
    prints = PrintQueue(direct, time.monotonic)
    printing.device.hold("abort")
    ticket = prints.print(printing.document, "declaration")
    cups.wait_until(lambda: prints.poll(ticket).state.is_terminal, "the device has given up")
    assert prints.poll(ticket) == PrintProgress(state=PrintState.ABORTED, trouble="printer.aborted")
    again = prints.reprint(ticket)
    cups.wait_until(lambda: prints.poll(again).state is PrintState.DONE, "the second print is done")


def test_a_cancel_stops_a_job_that_already_prints_and_empties_the_spool(printing: PrinterAndQueue) -> None:
    printing.device.hold("slow")
    ticket = printing.print()
    printing.wait_for(ticket, PrintState.PRINTING)
    printing.prints.cancel(ticket)
    assert printing.prints.poll(ticket).state is PrintState.CANCELLED
    cups.wait_until(lambda: printing.queue.spooled() == [], "the spool is empty")


def test_a_cancelled_job_is_not_called_aborted(printing: PrinterAndQueue) -> None:
    printing.device.hold("slow")
    first = printing.printer.submit(printing.document, job_name="declaration")
    second = printing.printer.submit(printing.document, job_name="leaflet")
    printing.printer.cancel(second)
    cups.wait_until(lambda: printing.printer.job(second).state is JobState.CANCELED, "the job is cancelled")
    printing.printer.cancel(first)
    printing.printer.cancel(first)
