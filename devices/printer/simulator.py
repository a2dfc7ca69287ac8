"""A folder that plays a printer: finished jobs lie there as PDF files, or nowhere; each trouble can be made.

A driver like the real one, shipped for the demo, for training and for tests. A job needs two looks: at the first
it prints, at the second it is done. It counts no sheets and judges no document.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from devices.errors import PrinterBusyError, PrinterUnreachableError, PrintJobLostError
from devices.printer.interface import A4, JobState, JobStatus, PrinterStatus, PrinterTrouble
from devices.status import Readiness

_HOLDS_UP_NOTHING = (None, PrinterTrouble.TONER_LOW)


@dataclass(slots=True, kw_only=True)
class _Job:
    """A job lying in the printer."""

    document: bytes = field(repr=False)
    name: str
    copies: int
    state: JobState = JobState.PENDING


class SimulatedPrinter:
    """A printer whose output tray is `folder`, created when the first job is done; without one it keeps nothing."""

    def __init__(self, folder: Path | None, *, model: str = "Máy in mô phỏng") -> None:
        self._folder = folder
        self._model = model
        self._jobs: dict[int, _Job] = {}
        self._trouble: PrinterTrouble | None = None
        self._queue_is_full = False
        self._aborts_next = False

    def close(self) -> None:
        """Nothing is open."""

    def make(self, trouble: PrinterTrouble) -> None:
        """Let something happen to the printer: empty the tray, jam, open the cover, switch it off …"""
        self._trouble = trouble

    def mend(self) -> None:
        """Somebody refilled, closed, cleared or switched on; waiting jobs go on."""
        self._trouble = None
        self._queue_is_full = self._aborts_next = False

    def fill_queue(self) -> None:
        """Take no further job until mended, as a printer that holds one job at a time."""
        self._queue_is_full = True

    def abort_next(self) -> None:
        """Let the next job end as `ABORTED` while it prints, as a printer in trouble does."""
        self._aborts_next = True

    @property
    def waiting(self) -> int:
        """How many jobs are in the printer and not yet in a terminal state."""
        return sum(not job.state.is_terminal for job in self._jobs.values())

    def status(self) -> PrinterStatus:
        """What was made of it by `make` and `mend`; a full queue is BUSY only where nothing worse is the matter."""
        trouble = PrinterTrouble.BUSY if self._queue_is_full and not self._trouble else self._trouble
        return PrinterStatus(
            readiness=trouble.readiness if trouble else Readiness.READY,
            trouble=trouble,
            reasons=frozenset({trouble.value}) if trouble else frozenset(),
            model=self._model,
        )

    def submit(self, document: bytes, *, job_name: str, copies: int = 1, media: str = A4) -> int:
        """Take one job. Raises `PrinterUnreachableError` when switched off, `PrinterBusyError` when full."""
        del media  # one tray that takes any paper
        self._reach()
        if self._queue_is_full:
            raise PrinterBusyError
        job_id = len(self._jobs) + 1
        self._jobs[job_id] = _Job(document=document, name=job_name, copies=copies)
        return job_id

    def job(self, job_id: int) -> JobStatus:
        """One look, which is also one step of the printer."""
        self._reach()
        job = self._jobs.get(job_id)
        if job is None:
            raise PrintJobLostError
        if not job.state.is_terminal:
            self._step(job_id, job)
        return JobStatus(state=job.state, trouble=None if job.state.is_terminal else self._trouble)

    def cancel(self, job_id: int) -> None:
        """Drop a job that is not done."""
        self._reach()
        job = self._jobs.get(job_id)
        if job is None:
            raise PrintJobLostError
        if not job.state.is_terminal:
            self._finish(job, JobState.CANCELED)

    def _reach(self) -> None:
        if self._trouble is PrinterTrouble.OFFLINE:
            raise PrinterUnreachableError

    def _step(self, job_id: int, job: _Job) -> None:
        if self._trouble is PrinterTrouble.BUSY:
            return
        if self._trouble not in _HOLDS_UP_NOTHING:
            job.state = JobState.PROCESSING_STOPPED
        elif job.state is not JobState.PROCESSING:
            job.state = JobState.PROCESSING
        elif self._aborts_next:
            self._aborts_next = False
            self._finish(job, JobState.ABORTED)
        else:
            self._deliver(job_id, job)

    def _deliver(self, job_id: int, job: _Job) -> None:
        if self._folder is not None:
            self._folder.mkdir(parents=True, exist_ok=True)
            for copy in range(1, job.copies + 1):
                more = f"-{copy}" if copy > 1 else ""
                (self._folder / f"{job_id:03}-{job.name}{more}.pdf").write_bytes(job.document)
        self._finish(job, JobState.COMPLETED)

    @staticmethod
    def _finish(job: _Job, state: JobState) -> None:
        job.state = state
        job.document = b""
