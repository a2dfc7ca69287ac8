"""The reader, the printer and the scanner: each is asked itself, through its driver."""

from __future__ import annotations

from devices.card_reader.interface import CardReader, CardReaderState
from devices.printer.interface import Printer
from devices.scanner.interface import Scanner, ScannerTrouble
from devices.status import Readiness
from kiosk.doctor.examination import Found, attention, broken, ready

_READER_CODES = {
    CardReaderState.SERVICE_ABSENT: "reader.service-absent",
    CardReaderState.READER_ABSENT: "reader.absent",
}


def examine_reader(reader: CardReader) -> Found:
    """Service and reader; whether a card reads is `doctor card`'s business."""
    state = reader.state()
    if code := _READER_CODES.get(state):
        return broken(code)
    if state is CardReaderState.READER_BUSY:
        return attention("reader.busy")
    if state is CardReaderState.CARD_MUTE:
        return attention("card.silent")
    return ready(reader=", ".join(reader.readers()))


def examine_printer(printer: Printer) -> Found:
    """How the device itself stands, what paper lies in it, and the certificate that somebody has to compare."""
    status = printer.status()
    code = status.trouble.code if status.trouble else None
    if status.readiness is not Readiness.READY and code is None:
        code = "printer.failed"
    told = {"model": status.model, "paper": " ".join(sorted(status.media)), "certificate": status.certificate}
    return Found(readiness=status.readiness, code=code, facts={name: said for name, said in told.items() if said})


def examine_scanner(scanner: Scanner) -> Found:
    """How the device itself stands; a feeder without paper is ready for the next person."""
    status = scanner.status()
    facts = {"model": status.model} if status.model else {}
    if status.trouble in (None, ScannerTrouble.NO_DOCUMENTS):
        return Found(readiness=Readiness.READY, facts=facts)
    return Found(readiness=status.trouble.readiness, code=status.trouble.code, facts=facts)
