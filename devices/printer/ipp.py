"""A printer over IPP (RFC 8011): a device itself, or a CUPS queue with the device behind it.

An idle CUPS queue hides that its device is out of paper or switched off, so how the printer stands is asked of
`device_uri`, and only jobs go to `uri`. No file is kept, and printers are not discovered.
"""

from __future__ import annotations

from dataclasses import replace

import httpx

from devices.errors import PrinterError, PrinterRefusedError, PrinterUnreachableError, PrintJobLostError
from devices.printer.interface import JobState, JobStatus, PrinterStatus, PrinterTrouble
from devices.printer.ipp_client import IppClient, http_address
from devices.printer.ipp_encoding import Attribute, AttributeGroup, IppResponse, Operation, Tag
from devices.printer.reasons import PROCESSING, STOPPED, trouble_of, without_severity
from devices.status import Readiness

NOT_POSSIBLE, NOT_FOUND = 0x0404, 0x0406
PRINTING = "processing"
"""Put among the reasons of a device that is at work."""
_PRINTER_ATTRIBUTES = (
    "printer-state",
    "printer-state-reasons",
    "printer-is-accepting-jobs",
    "printer-make-and-model",
    "media-ready",
)
_JOB_ATTRIBUTES = ("job-state", "job-state-reasons")


class IppPrinter:
    """One printer. `timeout_s` bounds every exchange; `transport` is for tests. Raises `ValueError` for an address
    that is not one."""

    def __init__(
        self,
        uri: str,
        *,
        device_uri: str = "",
        timeout_s: float = 8.0,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self._uri = uri
        self._device_uri = device_uri or uri
        for address in (self._uri, self._device_uri):
            http_address(address)
        self._client = IppClient(timeout_s=timeout_s, transport=transport)
        self._cancelled: set[int] = set()

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def status(self) -> PrinterStatus:
        """How the device stands, and whether the queue before it passes jobs on; no answer is an answer too."""
        try:
            device = _status_of(self._attributes_of(self._device_uri))
            if self._device_uri == self._uri or device.trouble:
                return device
            return _passed_on(device, self._attributes_of(self._uri))
        except PrinterUnreachableError:
            return PrinterStatus(readiness=Readiness.BROKEN, trouble=PrinterTrouble.OFFLINE)
        except PrinterError:
            return PrinterStatus(readiness=Readiness.BROKEN, trouble=PrinterTrouble.STOPPED)

    def submit(self, document: bytes, *, job_name: str, copies: int = 1, media: str = "iso_a4_210x297mm") -> int:
        """Print-Job. Raises `PrinterError`; Busy and Unreachable mean that nothing was taken."""
        answer = self._client.ask(
            self._uri,
            Operation.PRINT_JOB,
            [(Tag.NAME, "job-name", [job_name]), (Tag.MIME, "document-format", ["application/pdf"])],
            job_attributes=[
                (Tag.INTEGER, "copies", [copies]),
                (Tag.KEYWORD, "sides", ["one-sided"]),
                (Tag.KEYWORD, "media", [media]),
                (Tag.KEYWORD, "print-scaling", ["none"]),
            ],
            document=document,
        )
        job_id = answer.number(AttributeGroup.JOB, "job-id")
        if job_id is None:
            raise PrinterError("no job-id in the answer")
        return job_id

    def job(self, job_id: int) -> JobStatus:
        """Get-Job-Attributes, and while the job is not done also how the device stands."""
        answer = self._ask_about_job(
            Operation.GET_JOB_ATTRIBUTES, job_id, [(Tag.KEYWORD, "requested-attributes", _JOB_ATTRIBUTES)]
        )
        state = _job_state(answer)
        reasons = frozenset(answer.words(AttributeGroup.JOB, "job-state-reasons")) - {"none"}
        if state.is_terminal:
            return JobStatus(state=self._really(job_id, state, reasons), reasons=reasons)
        return JobStatus(state=state, trouble=self._trouble_of_job(state), reasons=reasons)

    def cancel(self, job_id: int) -> None:
        """Cancel-Job; one that is already over is left alone. Raises `PrintJobLostError` for an unknown one."""
        try:
            self._ask_about_job(Operation.CANCEL_JOB, job_id)
            self._cancelled.add(job_id)
        except PrinterRefusedError as refused:
            if refused.status != NOT_POSSIBLE:
                raise

    def _really(self, job_id: int, state: JobState, reasons: frozenset[str]) -> JobState:
        """A device that gives a job up often calls it cancelled. Of a cancel by a user it gives the reason, but CUPS
        gives none for a job of ours that had not begun."""
        asked_for = job_id in self._cancelled or reasons & {"job-canceled-by-user", "job-canceled-by-operator"}
        return JobState.ABORTED if state is JobState.CANCELED and not asked_for else state

    def _trouble_of_job(self, state: JobState) -> PrinterTrouble | None:
        status = self.status()
        waits = state in (JobState.PENDING, JobState.PENDING_HELD)
        if status.trouble is None and waits and PRINTING in status.reasons:
            return PrinterTrouble.BUSY
        return status.trouble

    def _attributes_of(self, uri: str) -> IppResponse:
        wanted: list[Attribute] = [(Tag.KEYWORD, "requested-attributes", _PRINTER_ATTRIBUTES)]
        return self._client.ask(uri, Operation.GET_PRINTER_ATTRIBUTES, wanted)

    def _ask_about_job(
        self, operation: Operation, job_id: int, attributes: tuple[Attribute, ...] | list[Attribute] = ()
    ) -> IppResponse:
        try:
            return self._client.ask(self._uri, operation, attributes, job_id=job_id)
        except PrinterRefusedError as refused:
            if refused.status == NOT_FOUND:
                raise PrintJobLostError from None
            raise


def _status_of(device: IppResponse) -> PrinterStatus:
    state = device.number(AttributeGroup.PRINTER, "printer-state")
    told = device.words(AttributeGroup.PRINTER, "printer-state-reasons")
    trouble = trouble_of(state, told) or (PrinterTrouble.STOPPED if _refuses(device) else None)
    reasons = {without_severity(reason) for reason in told} - {"none"}
    return PrinterStatus(
        readiness=trouble.readiness if trouble else Readiness.READY,
        trouble=trouble,
        reasons=frozenset(reasons | {PRINTING} if state == PROCESSING else reasons),
        model=next(iter(device.words(AttributeGroup.PRINTER, "printer-make-and-model")), ""),
        media=frozenset(device.words(AttributeGroup.PRINTER, "media-ready")),
    )


def _passed_on(device: PrinterStatus, queue: IppResponse) -> PrinterStatus:
    """A queue shows its device's old troubles for seconds after they are mended; only its own state counts here."""
    if _refuses(queue) or queue.number(AttributeGroup.PRINTER, "printer-state") == STOPPED:
        return replace(device, trouble=PrinterTrouble.STOPPED, readiness=PrinterTrouble.STOPPED.readiness)
    return device


def _refuses(printer: IppResponse) -> bool:
    return printer.values(AttributeGroup.PRINTER, "printer-is-accepting-jobs") == (False,)


def _job_state(answer: IppResponse) -> JobState:
    try:
        return JobState(answer.number(AttributeGroup.JOB, "job-state"))
    except ValueError:
        raise PrinterError("no job-state in the answer") from None
