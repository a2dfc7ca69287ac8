"""Jobs of ours on one IPP printer: what one look says, cancelling, and jobs whose number never came back.

A Print-Job whose answer is lost or broken may lie in the printer all the same and come out while the next person
stands there. Every job therefore has a name of its own, neutral but never used twice, by which it is found and
cancelled. Hands nothing over itself.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence

from devices.errors import PrinterError, PrinterPasswordError, PrinterRefusedError, PrintJobLostError
from devices.printer.interface import JobState, JobStatus, PrinterStatus, PrinterTrouble
from devices.printer.ipp_client import IppClient
from devices.printer.ipp_encoding import Attribute, AttributeGroup, IppResponse, Operation, Tag
from devices.printer.reasons import CANCELLED_BY_SOMEBODY, outcome_of
from devices.printer.refusals import GONE, NOT_FOUND, NOT_POSSIBLE

PRINTING = "processing"
"""Put among the reasons of a device that is at work."""
IDLE_LOOKS = 20
"""Looks at an idle device after which a job that cannot be asked for is over, one way or the other."""
_JOB_ATTRIBUTES = (
    "job-state",
    "job-state-reasons",
    "job-impressions",
    "job-impressions-completed",
    "job-media-sheets-completed",
)
_LISTED = ("job-id", "job-name")


class IppJobs:
    """The jobs this station sent to `uri`. `device` asks how the printer behind it stands."""

    def __init__(self, client: IppClient, uri: str, device: Callable[[], PrinterStatus]) -> None:
        self._client = client
        self._uri = uri
        self._device = device
        self._cancelled: set[int] = set()
        self._stopped_by_somebody: set[int] = set()
        self._idle_looks: dict[int, int] = {}
        self._unsure: set[str] = set()

    def look(self, job_id: int) -> JobStatus:
        """One look at a job. Raises `PrinterError`, `PrintJobLostError` for one that is not known any more."""
        try:
            answer = self._ask(job_id, _JOB_ATTRIBUTES)
        except PrinterRefusedError:
            return self._look_at_the_device(job_id)
        state = _state_of(answer)
        reasons = frozenset(answer.words(AttributeGroup.JOB, "job-state-reasons")) - {"none"}
        if reasons & CANCELLED_BY_SOMEBODY:
            self._stopped_by_somebody.add(job_id)
        if not state.is_terminal:
            return JobStatus(state=state, trouble=self._trouble(state), reasons=reasons)
        asked = job_id in self._cancelled or job_id in self._stopped_by_somebody
        nothing = _no_page_counted(answer)
        ended, trouble = outcome_of(state, reasons, asked_to_cancel=asked, no_page_counted=nothing)
        return JobStatus(state=ended, trouble=trouble, reasons=reasons)

    def cancel(self, job_id: int) -> None:
        """Cancel-Job; one that is already over is left alone. Raises `PrintJobLostError` for an unknown one."""
        try:
            self._about(Operation.CANCEL_JOB, job_id)
            self._cancelled.add(job_id)
        except PrinterRefusedError as refused:
            if refused.status != NOT_POSSIBLE:
                raise

    def own_name(self, job_name: str) -> str:
        """The neutral name, made one that no other job has."""
        return f"{job_name}-{secrets.token_hex(4)}"

    def is_unsure(self, own_name: str) -> None:
        """Whether the job of this name was taken is not known: it is looked for until the printer has answered."""
        self._unsure.add(own_name)
        self.drop_unsure()

    def drop_unsure(self) -> None:
        """Cancel the jobs whose number never came back. Raises nothing; what could not be asked is asked again."""
        if not self._unsure:
            return
        try:
            listed = self._listed()
            for job_id, name in listed:
                if name in self._unsure:
                    self.cancel(job_id)
        except (PrinterRefusedError, PrinterPasswordError):
            pass  # it lists no jobs to us, and never will
        except PrinterError:
            return
        self._unsure.clear()

    def _listed(self) -> list[tuple[int, str]]:
        wanted: list[Attribute] = [
            (Tag.INTEGER, "limit", [100]),
            (Tag.KEYWORD, "requested-attributes", _LISTED),
            (Tag.KEYWORD, "which-jobs", ["not-completed"]),
        ]
        answer = self._client.ask(self._uri, Operation.GET_JOBS, wanted)
        found = []
        for job in answer.jobs:
            (number, *_), (name, *_) = job.get("job-id", (0,)), job.get("job-name", ("",))
            if isinstance(number, int) and isinstance(name, str):
                found.append((number, name))
        return found

    def _ask(self, job_id: int, wanted: Sequence[str]) -> IppResponse:
        """Some devices refuse a list of attributes with a name they do not know: asked once more without a list."""
        try:
            return self._about(
                Operation.GET_JOB_ATTRIBUTES, job_id, [(Tag.KEYWORD, "requested-attributes", [*wanted])]
            )
        except PrinterRefusedError:
            return self._about(Operation.GET_JOB_ATTRIBUTES, job_id)

    def _about(self, operation: Operation, job_id: int, attributes: Sequence[Attribute] = ()) -> IppResponse:
        try:
            return self._client.ask(self._uri, operation, attributes, job_id=job_id)
        except PrinterRefusedError as refused:
            if refused.status in (NOT_FOUND, GONE):
                raise PrintJobLostError from None
            raise

    def _look_at_the_device(self, job_id: int) -> JobStatus:
        """A device that tells nothing of its jobs is watched itself. That it went idle proves no paper."""
        status = self._device()
        if status.trouble is not None or PRINTING in status.reasons:
            self._idle_looks[job_id] = 0
            return JobStatus(state=JobState.PROCESSING, trouble=status.trouble)
        self._idle_looks[job_id] = self._idle_looks.get(job_id, 0) + 1
        if self._idle_looks[job_id] > IDLE_LOOKS:
            raise PrintJobLostError
        return JobStatus(state=JobState.PROCESSING)

    def _trouble(self, state: JobState) -> PrinterTrouble | None:
        status = self._device()
        waits = state in (JobState.PENDING, JobState.PENDING_HELD)
        if status.trouble is None and waits and PRINTING in status.reasons:
            return PrinterTrouble.BUSY
        if status.trouble is PrinterTrouble.BUSY and not waits:
            return None  # with our own job
        # A job the device has taken is no question of what it would take; should it want paper, it says so itself.
        return (
            None if status.trouble in (PrinterTrouble.WRONG_PAPER, PrinterTrouble.WRONG_DOCUMENT) else status.trouble
        )


def _state_of(answer: IppResponse) -> JobState:
    try:
        return JobState(answer.number(AttributeGroup.JOB, "job-state"))
    except ValueError:
        raise PrinterError("no job-state in the answer") from None


def _no_page_counted(answer: IppResponse) -> bool:
    """Whether the device counts pages and counted none. One that knows of no page in the document (`job-impressions`
    0, as CUPS' own ippeveprinter says of every PDF) counts none of any job."""
    counted = [answer.number(AttributeGroup.JOB, f"job-{what}-completed") for what in ("impressions", "media-sheets")]
    told = [number for number in counted if number is not None]
    return bool(told) and max(told) == 0 and answer.number(AttributeGroup.JOB, "job-impressions") != 0
