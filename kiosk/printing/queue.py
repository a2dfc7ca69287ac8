"""The prints of one visit over one printer: hand over, look, print again, and leave nothing behind.

Synchronous and never waiting: `poll` takes one look. A print that could not be handed over because the printer
was busy or unreachable is handed over at a later look, which cannot print twice; a print that is not on paper by
its deadline is cancelled, because a job left in a queue would print by itself when the next person stands there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from devices.errors import (
    PrinterAsleepError,
    PrinterBusyError,
    PrinterError,
    PrinterRefusedError,
    PrinterUnreachableError,
    PrintJobLostError,
)
from devices.printer.interface import A4, Printer, PrinterStatus
from kiosk.printing.job import PrintProgress, PrintState, Ticket
from kiosk.printing.monitor import CANCELLED, TOO_LATE, progress_of, progress_without_answer

DEADLINE_S = 300.0
"""Long enough to fetch paper from the cupboard, shorter than a forgotten visit."""

MOST_LEFT_BEHIND = 8
"""Jobs whose cancelling is tried before each visit: a device that never lets go must not hold up everybody."""

_PENDING = PrintProgress(state=PrintState.PENDING)
_LOST = PrintProgress(state=PrintState.ABORTED, trouble=PrintJobLostError.code)


@dataclass(slots=True, kw_only=True)
class _PrintJob:
    """One print in this room's own books."""

    document: bytes = field(repr=False)
    media: str
    deadline: float
    job_id: int | None = None
    began: bool = False
    cut_off: bool = False
    """The printer went away after the job had begun: whatever the queue says later, paper is not proved."""
    progress: PrintProgress = _PENDING


class PrintQueue:
    """The prints of one visit. `clock` gives monotonic seconds; `deadline_s` counts from `print`.

    `left_behind` holds the numbers of jobs that could not be cancelled because the printer did not answer; a station
    hands the same set to the queue of every visit, so that the next one cancels them before it prints.
    """

    def __init__(
        self,
        printer: Printer,
        clock: Callable[[], float],
        *,
        deadline_s: float = DEADLINE_S,
        left_behind: set[int] | None = None,
    ) -> None:
        self._printer = printer
        self._clock = clock
        self._deadline_s = deadline_s
        self._jobs: dict[Ticket, _PrintJob] = {}
        self._left_behind = left_behind if left_behind is not None else set()
        self._number = 0

    def preflight(self) -> PrinterStatus:
        """How the device stands now; asked before anything is asked of the person. Never raises."""
        self._cancel_left_behind()
        return self._printer.status()

    def print(self, document: bytes, job_name: str, copies: int = 1, *, media: str = A4) -> Ticket:
        """Hand over one PDF. `job_name` is neutral ("declaration"). What went wrong, `poll` tells."""
        self._cancel_left_behind()
        self._number += 1
        ticket = Ticket(number=self._number, job_name=job_name, copies=copies)
        job = _PrintJob(document=document, media=media, deadline=self._clock() + self._deadline_s)
        self._jobs[ticket] = job
        self._hand_over(ticket, job)
        return ticket

    def poll(self, ticket: Ticket) -> PrintProgress:
        """One look at a print; KeyError for a ticket of an earlier visit."""
        job = self._jobs[ticket]
        if job.progress.state.is_terminal:
            return job.progress
        if job.job_id is None:
            self._hand_over(ticket, job)
        else:
            self._look(job, job.job_id)
        if self._clock() >= job.deadline:
            self._cancel(job, PrintProgress(state=PrintState.ABORTED, trouble=TOO_LATE))
        return job.progress

    def reprint(self, ticket: Ticket) -> Ticket:
        """The same document once more; a print of it that still waits is cancelled first."""
        job = self._jobs[ticket]
        self._cancel(job, PrintProgress(state=PrintState.CANCELLED, trouble=CANCELLED))
        return self.print(job.document, ticket.job_name, ticket.copies, media=job.media)

    def cancel(self, ticket: Ticket) -> None:
        """Cancel one print; nothing happens to one that is done."""
        self._cancel(self._jobs[ticket], PrintProgress(state=PrintState.CANCELLED, trouble=CANCELLED))

    def cancel_all(self) -> int:
        """End of the visit: cancel what is not done and forget every document and ticket.

        Returns how many could not be cancelled because the printer did not answer; their numbers (nothing else)
        are kept in `left_behind` and cancelled before the next visit prints.
        """
        try:
            for ticket in self._jobs:
                self.cancel(ticket)
        finally:
            self._jobs.clear()
        self._cancel_left_behind()
        return len(self._left_behind)

    def _hand_over(self, ticket: Ticket, job: _PrintJob) -> None:
        try:
            job.job_id = self._printer.submit(
                job.document, job_name=ticket.job_name, copies=ticket.copies, media=job.media
            )
            job.progress = _PENDING
        except (PrinterBusyError, PrinterUnreachableError) as fault:
            job.progress = progress_without_answer(fault)
        except PrinterError as fault:
            # Whether it was taken is unknown: handing over again by itself could print twice.
            job.progress = PrintProgress(state=PrintState.ABORTED, trouble=fault.code)

    def _look(self, job: _PrintJob, job_id: int) -> None:
        try:
            looked = progress_of(self._printer.job(job_id))
        except PrinterError as fault:
            looked = progress_without_answer(fault)
        job.began = job.began or looked.state is PrintState.PRINTING
        job.cut_off = job.cut_off or (job.began and looked.state is PrintState.OFFLINE)
        # CUPS calls a job completed whose printer lost its power while printing and came back.
        job.progress = _LOST if job.cut_off and looked.state is PrintState.DONE else looked

    def _cancel(self, job: _PrintJob, outcome: PrintProgress) -> None:
        if job.progress.state.is_terminal:
            return
        job.progress = outcome
        if job.job_id is not None:
            self._left_behind.add(job.job_id)
            self._cancel_left_behind()

    def _cancel_left_behind(self) -> None:
        for old in sorted(self._left_behind)[:-MOST_LEFT_BEHIND]:
            self._left_behind.discard(old)
        for job_id in sorted(self._left_behind):
            try:
                self._printer.cancel(job_id)
            except (PrintJobLostError, PrinterRefusedError):
                pass  # the printer knows of no such job, or it is done: nothing can print any more
            except (PrinterUnreachableError, PrinterAsleepError):
                return  # nor will it answer about the others
            except PrinterError:
                continue  # one job it talks nonsense about does not keep the others
            self._left_behind.discard(job_id)
