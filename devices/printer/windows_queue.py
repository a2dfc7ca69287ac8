"""A printer behind a queue of Windows, such as one on a USB cable: its pages drawn here, its jobs asked for.

The job stays in its queue after it is printed until it was asked for, and is then taken away with its document; one
that a program which was killed left there goes when the next one looks. Many a driver tells that paper or toner is
missing only while it prints. Written after Microsoft's description; nothing of it was seen on a real Windows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Protocol

import numpy as np

from devices.errors import PrinterError, PrinterUnreachableError, PrintJobLostError
from devices.printer.interface import A4, JobState, JobStatus, PrinterStatus, PrinterTrouble
from devices.printer.pdf_pages import Dots, pages_of
from devices.status import Readiness
from devices.system import spooler
from devices.system.drawing import DrawnPage
from devices.system.spooler import QueuedJob, QueueLook

DPI = 300
"""Of the drawn pages; the driver brings them to the printer's own dots."""
TITLE = "kiosk-dvc "
"""Before every title, so that a job of this program is known again."""
FORGOTTEN_S = 600.0
"""A printed job that nobody asked for so long belongs to a program that is gone; deadlines are shorter."""

PAUSED, ERROR, DELETING, PRINTING, OFFLINE, PAPEROUT = 0x1, 0x2, 0x4, 0x10, 0x20, 0x40
PRINTED, DELETED, BLOCKED, USER_INTERVENTION, RETAINED = 0x80, 0x100, 0x200, 0x400, 0x2000
"""`JOB_STATUS_…` (winspool.h). `COMPLETE` (0x1000) is not among them: it says that the job was sent, not printed."""
_QUEUE_TROUBLES: Mapping[int, PrinterTrouble] = {
    0x80 | 0x1000: PrinterTrouble.OFFLINE,
    0x8: PrinterTrouble.JAM,
    0x400000: PrinterTrouble.COVER_OPEN,
    0x10 | 0x20: PrinterTrouble.OUT_OF_PAPER,
    0x40: PrinterTrouble.WRONG_PAPER,
    0x40000: PrinterTrouble.TONER_EMPTY,
    0x1 | 0x4 | 0x800 | 0x100000: PrinterTrouble.STOPPED,
    0x2 | 0x80000 | 0x200000 | 0x800000: PrinterTrouble.FAILED,
    0x20000: PrinterTrouble.TONER_LOW,
}
"""`PRINTER_STATUS_…` in the order of what a person does first."""
_JOB_TROUBLES: Mapping[int, PrinterTrouble] = {
    OFFLINE: PrinterTrouble.OFFLINE,
    PAPEROUT: PrinterTrouble.OUT_OF_PAPER,
    PAUSED | USER_INTERVENTION: PrinterTrouble.STOPPED,
    BLOCKED | ERROR: PrinterTrouble.FAILED,
}


class Spooler(Protocol):
    """What is asked of Windows for one queue; each method raises `OSError`."""

    def look(self) -> QueueLook: ...
    def jobs(self) -> tuple[QueuedJob, ...]: ...
    def print_pages(self, title: str, pages: Iterable[DrawnPage]) -> int: ...
    def take_away(self, number: int) -> None: ...


class WindowsQueuePrinter:
    """The queue of that name; without one the queue this account usually prints to, found anew for each exchange."""

    def __init__(
        self,
        queue: str = "",
        *,
        spooler_of: Callable[[str], Spooler] = spooler.Spooler,
        usual: Callable[[], str] = spooler.usual_queue,
    ) -> None:
        self._queue = queue
        self._spooler_of = spooler_of
        self._usual = usual
        self._own: dict[int, JobStatus | None] = {}
        """The jobs of this program, and how those ended that are over."""

    def close(self) -> None:
        """Nothing stays open between two exchanges."""

    def status(self) -> PrinterStatus:
        """How the queue stands; printed jobs that a killed program left in it are taken away."""
        try:
            queue = self._spooler()
            look = queue.look()
        except (OSError, PrinterError):
            return _status(PrinterTrouble.OFFLINE, "")
        with suppress(OSError):  # it stands as it stands, whether its list of jobs is told or not
            self._take_away_forgotten(queue)
        trouble = PrinterTrouble.OFFLINE if look.works_offline else _first(_QUEUE_TROUBLES, look.status)
        return _status(trouble, look.driver)

    def submit(self, document: bytes, *, job_name: str, copies: int = 1, media: str = A4) -> int:
        """Draw the pages on the queue. Raises `PrinterError`; then nothing was handed over."""
        if media != A4:
            raise PrinterError("a queue of Windows is given A4 alone")
        queue = self._spooler()
        try:
            number = queue.print_pages(TITLE + job_name, _drawn(document, copies))
        except OSError as fault:
            raise _failure(fault) from None
        self._own[number] = None
        return number

    def job(self, job_id: int) -> JobStatus:
        """How the job stands. One that is printed is taken away; one that somebody else took away is lost."""
        if ended := self._own.get(job_id):
            return ended
        queue = self._spooler()
        try:
            told = next((each for each in queue.jobs() if each.number == job_id), None)
            if told is None:
                raise PrintJobLostError
            stands = _stands(told.status, lambda: _first(_QUEUE_TROUBLES, queue.look().status))
            if stands.state is JobState.COMPLETED:
                queue.take_away(job_id)
        except OSError as fault:
            raise _failure(fault) from None
        if stands.state.is_terminal:
            self._own[job_id] = stands
        return stands

    def cancel(self, job_id: int) -> None:
        """Take the job away; one that is over is left alone. Raises `PrinterError`."""
        if self._own.get(job_id):
            return
        try:
            self._spooler().take_away(job_id)
        except OSError as fault:
            raise _failure(fault) from None
        self._own[job_id] = JobStatus(state=JobState.CANCELED)

    def _spooler(self) -> Spooler:
        name = self._queue or self._usual()
        if not name:
            raise PrinterUnreachableError("no usual queue")
        return self._spooler_of(name)

    def _take_away_forgotten(self, queue: Spooler) -> None:
        for each in queue.jobs():
            printed = each.status & (PRINTED | RETAINED)
            if printed and each.title.startswith(TITLE) and each.age_s > FORGOTTEN_S:
                queue.take_away(each.number)


def windows_queues() -> tuple[str, ...]:
    """The queues of this account; none where there is no such spooler, or it does not answer."""
    try:
        return spooler.queue_names()
    except OSError:
        return ()


def _status(trouble: PrinterTrouble | None, model: str) -> PrinterStatus:
    readiness = trouble.readiness if trouble else Readiness.READY
    reasons = frozenset({trouble.value}) if trouble else frozenset[str]()
    return PrinterStatus(readiness=readiness, trouble=trouble, reasons=reasons, model=model)


def _first(troubles: Mapping[int, PrinterTrouble], status: int) -> PrinterTrouble | None:
    return next((trouble for bits, trouble in troubles.items() if status & bits), None)


def _stands(status: int, trouble_of_queue: Callable[[], PrinterTrouble | None]) -> JobStatus:
    """One look at `JOB_STATUS_…`; the queue knows more of what holds a job up than the job does."""
    if status & (DELETING | DELETED):
        return JobStatus(state=JobState.CANCELED)
    if status & (PRINTED | RETAINED) and not status & ERROR:
        return JobStatus(state=JobState.COMPLETED)
    trouble = trouble_of_queue() or _first(_JOB_TROUBLES, status)
    if trouble and trouble.readiness is not Readiness.READY:
        return JobStatus(state=JobState.PROCESSING_STOPPED, trouble=trouble)
    return JobStatus(state=JobState.PROCESSING if status & PRINTING else JobState.PENDING, trouble=trouble)


def _failure(fault: OSError) -> PrinterError:
    """Windows' own text may name a queue or a file: only its number goes on."""
    return PrinterError(f"Windows error {getattr(fault, 'winerror', None) or fault.errno or 0}")


def _drawn(document: bytes, copies: int) -> Iterator[DrawnPage]:
    for _ in range(copies):
        for dots in pages_of(document, DPI, in_colour=True):
            yield _as_windows_has_it(dots)


def _as_windows_has_it(dots: Dots) -> DrawnPage:
    height, width, _ = dots.shape
    rows = np.zeros((height, -(-width * 3 // 4) * 4), dtype=np.uint8)
    rows[:, : width * 3] = dots[::-1, :, ::-1].reshape(height, width * 3)
    return DrawnPage(width=width, height=height, rows=rows.tobytes())
