"""A real queue and a real device for every fault of this folder."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest

from devices.printer.ipp import IppPrinter
from kiosk.documents import Typesetter, declaration
from kiosk.printing import PrintProgress, PrintQueue, PrintState, Ticket
from tests.helpers import cups
from tests.unit.kiosk.documents.sheets import ct01


@dataclass(kw_only=True)
class PrinterAndQueue:
    """The kiosk's side (`prints`) and the room's side (`device`, `queue`) of one printer."""

    device: cups.Device
    queue: cups.Queue
    prints: PrintQueue
    printer: IppPrinter
    direct: IppPrinter
    """The device without its queue."""
    document: bytes

    def print(self, job_name: str = "declaration") -> Ticket:
        return self.prints.print(self.document, job_name)

    def wait_for(self, ticket: Ticket, state: PrintState) -> PrintProgress:
        """Poll as the screen does, until the print stands so."""
        cups.wait_until(
            lambda: self.prints.poll(ticket).state is state,
            f"the print is {state.value}",
            stands=lambda: self.prints.poll(ticket),
        )
        return self.prints.poll(ticket)

    def mend(self) -> None:
        """The printer as it stood before the test."""
        self.prints.cancel_all()
        self.device.release()
        if not cups.listens(self.device.port):
            self.device.switch_on()
        self.device.load_paper(250)
        self.device.set_toner(80)
        cups.wait_until(lambda: self.prints.preflight().trouble is None, "the device is well")
        cups.wait_until(lambda: "processing" not in self.prints.preflight().reasons, "the device is idle")


@pytest.fixture
def printing(printing_machines: tuple[cups.Device, cups.Queue]) -> Iterator[PrinterAndQueue]:
    device, queue = printing_machines
    printer = IppPrinter(queue.uri, device_uri=device.uri)
    direct = IppPrinter(device.uri)
    sheet = declaration(Typesetter(), ct01(name="Trần Thị Hoa Mẫu"), printed_on=date(2026, 11, 23), specimen=True)
    printing = PrinterAndQueue(
        device=device,
        queue=queue,
        printer=printer,
        direct=direct,
        prints=PrintQueue(printer, time.monotonic, deadline_s=60),
        document=sheet.pdf,
    )
    yield printing
    printing.mend()
    printer.close()
    direct.close()
