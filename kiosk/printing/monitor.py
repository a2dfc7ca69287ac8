"""From what a printer says about a job to what the person is told. Pure.

A cancelled job that nobody cancelled is an abort; that is the driver's to know, see `devices.printer.ipp`.
"""

from __future__ import annotations

from typing import assert_never

from devices.errors import (
    PrinterBusyError,
    PrinterError,
    PrinterRefusedError,
    PrinterUnreachableError,
    PrintJobLostError,
)
from devices.printer.interface import JobState, JobStatus, PrinterTrouble
from kiosk.printing.job import PrintProgress, PrintState

ABORTED = "printer.aborted"
CANCELLED = "printer.cancelled"
TOO_LATE = "printer.too-late"


def progress_of(status: JobStatus) -> PrintProgress:
    """What one look at a job means for the person who waits for the paper."""
    match status.state:
        case JobState.COMPLETED:
            return PrintProgress(state=PrintState.DONE)
        case JobState.CANCELED:
            return PrintProgress(state=PrintState.CANCELLED, trouble=CANCELLED)
        case JobState.ABORTED:
            return PrintProgress(state=PrintState.ABORTED, trouble=status.trouble.code if status.trouble else ABORTED)
        case JobState.PENDING | JobState.PENDING_HELD:
            return _waiting(status.trouble, PrintState.PENDING)
        case JobState.PROCESSING:
            return _waiting(status.trouble, PrintState.PRINTING)
        case JobState.PROCESSING_STOPPED:
            return _waiting(status.trouble or PrinterTrouble.STOPPED, PrintState.PRINTING)
    assert_never(status.state)


def progress_without_answer(fault: PrinterError) -> PrintProgress:
    """What it means that the printer could not be asked or did not accept."""
    match fault:
        case PrinterBusyError():
            return PrintProgress(state=PrintState.BUSY, trouble=fault.code)
        case PrinterRefusedError() | PrintJobLostError():
            return PrintProgress(state=PrintState.ABORTED, trouble=fault.code)
        case PrinterUnreachableError():
            return PrintProgress(state=PrintState.OFFLINE, trouble=fault.code)
        case _:
            return PrintProgress(state=PrintState.STOPPED, trouble=fault.code)


def _waiting(trouble: PrinterTrouble | None, untroubled: PrintState) -> PrintProgress:
    if trouble is None:
        return PrintProgress(state=untroubled)
    return PrintProgress(state=_state_of(trouble, untroubled), trouble=trouble.code)


def _state_of(trouble: PrinterTrouble, untroubled: PrintState) -> PrintState:
    match trouble:
        case PrinterTrouble.OFFLINE:
            return PrintState.OFFLINE
        case PrinterTrouble.OUT_OF_PAPER:
            return PrintState.OUT_OF_PAPER
        case PrinterTrouble.JAM:
            return PrintState.JAM
        case PrinterTrouble.COVER_OPEN:
            return PrintState.COVER_OPEN
        case PrinterTrouble.TONER_EMPTY:
            return PrintState.TONER
        case PrinterTrouble.TONER_LOW:
            return untroubled
        case PrinterTrouble.BUSY:
            return PrintState.BUSY
        case _:
            return PrintState.STOPPED
