"""The device gives a job up; the person or the end of the visit cancels one."""

from __future__ import annotations

import time

import pytest

from devices.printer.interface import JobState
from kiosk.printing import PrintProgress, PrintQueue, PrintState
from tests.faults.printer.conftest import Desk
from tests.helpers import cups

pytestmark = pytest.mark.real("cups")


def test_an_aborted_print_is_told_and_printed_again_without_re_entering(desk: Desk) -> None:
    direct = desk.direct
    prints = PrintQueue(direct, time.monotonic)
    desk.device.hold("abort")
    ticket = prints.print(desk.document, "declaration")
    cups.wait_until(lambda: prints.poll(ticket).state.is_terminal, "the device has given up")
    assert prints.poll(ticket) == PrintProgress(state=PrintState.ABORTED, trouble="printer.aborted")
    again = prints.reprint(ticket)
    cups.wait_until(lambda: prints.poll(again).state is PrintState.DONE, "the second print is done")


def test_a_cancel_stops_a_job_that_already_prints_and_empties_the_spool(desk: Desk) -> None:
    desk.device.hold("slow")
    ticket = desk.print()
    desk.wait_for(ticket, PrintState.PRINTING)
    desk.prints.cancel(ticket)
    assert desk.prints.poll(ticket).state is PrintState.CANCELLED
    cups.wait_until(lambda: desk.queue.spooled() == [], "the spool is empty")


def test_a_cancelled_job_is_not_called_aborted(desk: Desk) -> None:
    desk.device.hold("slow")
    first = desk.printer.submit(desk.document, job_name="declaration")
    second = desk.printer.submit(desk.document, job_name="leaflet")
    desk.printer.cancel(second)
    cups.wait_until(lambda: desk.printer.job(second).state is JobState.CANCELED, "the job is cancelled")
    desk.printer.cancel(first)
    desk.printer.cancel(first)
