"""The printer of a station that has none: always offline, takes nothing."""

from __future__ import annotations

from devices.errors import PrinterUnreachableError
from devices.printer.interface import A4, JobStatus, PrinterStatus, PrinterTrouble
from devices.status import Readiness


class AbsentPrinter:
    """A `Printer` for `driver = "none"`; every job raises `PrinterUnreachableError`."""

    def status(self) -> PrinterStatus:
        return PrinterStatus(readiness=Readiness.BROKEN, trouble=PrinterTrouble.OFFLINE)

    def submit(self, document: bytes, *, job_name: str, copies: int = 1, media: str = A4) -> int:
        raise PrinterUnreachableError

    def job(self, job_id: int) -> JobStatus:
        raise PrinterUnreachableError

    def cancel(self, job_id: int) -> None:
        raise PrinterUnreachableError

    def close(self) -> None:
        """Nothing is open."""
