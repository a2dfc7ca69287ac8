"""A printer over IPP (RFC 8011): a device itself, or a CUPS queue with the device behind it.

An idle CUPS queue hides that its device is out of paper or switched off, so how the printer stands is asked of
`device_uri`, and only jobs go to `uri`. No file is kept, and printers are not discovered.
"""

from __future__ import annotations

from dataclasses import replace

import httpx

from devices.deadline_transport import SIGNED
from devices.errors import PrinterAsleepError, PrinterCertificateError, PrinterError, WrongDocumentError
from devices.printer.capabilities import (
    CAPABILITY_ATTRIBUTES,
    DocumentForm,
    WantedForm,
    formats_of,
    is_loaded,
    wanted_form,
)
from devices.printer.interface import A4, JobStatus, PrinterStatus, PrinterTrouble
from devices.printer.ipp_client import IppClient, http_address
from devices.printer.ipp_encoding import Attribute, AttributeGroup, IppResponse, Operation, Tag
from devices.printer.ipp_jobs import PRINTING, IppJobs
from devices.printer.reasons import PROCESSING, STOPPED, trouble_of, without_severity
from devices.status import Readiness

_NO_FORM = 0x040A
"""client-error-document-format-not-supported, said before anything is sent."""
_PRINTER_ATTRIBUTES = (
    "printer-state",
    "printer-state-reasons",
    "printer-is-accepting-jobs",
    "printer-make-and-model",
    "media-ready",
    *CAPABILITY_ATTRIBUTES,
)


class IppPrinter:
    """One printer. `timeout_s` bounds every exchange as a whole; `certificate` is the SHA-256 of the one pinned for
    `ipps:` addresses; `transport` is for tests. Raises `ValueError` for an address that is not one."""

    def __init__(
        self,
        uri: str,
        *,
        device_uri: str = "",
        certificate: str = SIGNED,
        timeout_s: float = 8.0,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self._uri = uri
        self._device_uri = device_uri or uri
        for address in (self._uri, self._device_uri):
            http_address(address)
        self._client = IppClient(timeout_s=timeout_s, certificate=certificate, transport=transport)
        self._jobs = IppJobs(self._client, uri, self._stands)
        self._wanted: WantedForm | None = None
        """As the printer said when it was last asked how it stands."""

    def close(self) -> None:
        """Nothing stays open between two exchanges."""

    def status(self) -> PrinterStatus:
        """How the device stands, and whether the queue before it passes jobs on; no answer is an answer too."""
        self._jobs.drop_unsure()
        return self._stands()

    def submit(self, document: bytes, *, job_name: str, copies: int = 1, media: str = A4) -> int:
        """Print-Job, as PDF or as the raster the printer takes instead.

        Raises `PrinterError`; Busy and Unreachable mean that nothing was taken, and so do all refusals.
        """
        wanted = self._wanted or wanted_form(self._attributes_of(self._uri))
        if wanted is None:
            raise WrongDocumentError(_NO_FORM)
        own_name = self._jobs.own_name(job_name)
        try:
            return self._handed_over(_in_form(document, wanted), wanted, own_name, copies, media)
        except PrinterError as fault:
            if type(fault) in _MAY_LIE_IN_THE_PRINTER:
                self._jobs.is_unsure(own_name)
            raise

    def job(self, job_id: int) -> JobStatus:
        """Get-Job-Attributes, and while the job is not done also how the device stands."""
        return self._jobs.look(job_id)

    def cancel(self, job_id: int) -> None:
        """Cancel-Job; one that is already over is left alone. Raises `PrintJobLostError` for an unknown one."""
        self._jobs.cancel(job_id)

    def _handed_over(self, document: bytes, wanted: WantedForm, own_name: str, copies: int, media: str) -> int:
        answer = self._client.ask(
            self._uri,
            Operation.PRINT_JOB,
            [(Tag.NAME, "job-name", [own_name]), (Tag.MIME, "document-format", [wanted.form.value])],
            job_attributes=[
                (Tag.INTEGER, "copies", [copies]),
                (Tag.KEYWORD, "sides", ["one-sided"]),
                (Tag.KEYWORD, "media", [media]),
                (Tag.KEYWORD, "print-scaling", ["none"]),
            ],
            document=document,
        )
        job_id = answer.number(AttributeGroup.JOB, "job-id")
        if job_id is None or job_id < 1:
            raise PrinterError("no job-id in the answer")
        return job_id

    def _stands(self) -> PrinterStatus:
        try:
            device = self._attributes_of(self._device_uri)
            queue = device if self._device_uri == self._uri else None
            status = _status_of(device)
            if queue is None and not status.trouble:
                queue = self._attributes_of(self._uri)
                status = _passed_on(status, queue)
            if queue is None:
                return status
            self._wanted = wanted_form(queue)
            return _able(status, self._wanted)
        except PrinterError as fault:
            return _unusable(fault)

    def _attributes_of(self, uri: str) -> IppResponse:
        wanted: list[Attribute] = [(Tag.KEYWORD, "requested-attributes", _PRINTER_ATTRIBUTES)]
        return self._client.ask(uri, Operation.GET_PRINTER_ATTRIBUTES, wanted)


_TROUBLES = {trouble.code: trouble for trouble in PrinterTrouble}
_MAY_LIE_IN_THE_PRINTER = (PrinterError, PrinterAsleepError, WrongDocumentError)
"""After which a job may be there although its number is not known; HP keeps what it could not read for a while."""


def _in_form(pdf: bytes, wanted: WantedForm) -> bytes:
    if wanted.form is DocumentForm.PDF:
        return pdf
    from devices.printer.raster import rasterized  # the program's start has no use for it

    return rasterized(pdf, wanted)


def _unusable(fault: PrinterError) -> PrinterStatus:
    """It did not say how it stands."""
    trouble = _TROUBLES.get(fault.code, PrinterTrouble.FAILED)
    shown = fault.fingerprint if isinstance(fault, PrinterCertificateError) else ""
    return PrinterStatus(readiness=trouble.readiness, trouble=trouble, certificate=shown)


def _status_of(device: IppResponse) -> PrinterStatus:
    state = device.number(AttributeGroup.PRINTER, "printer-state")
    told = device.words(AttributeGroup.PRINTER, "printer-state-reasons")
    trouble = trouble_of(state, told)
    if _refuses(device) and (trouble is None or trouble is PrinterTrouble.TONER_LOW):
        # One that prints and has no room for a second job says the same as one that was told to take none.
        trouble = PrinterTrouble.BUSY if state == PROCESSING else PrinterTrouble.STOPPED
    reasons = {without_severity(reason) for reason in told} - {"none"}
    return PrinterStatus(
        readiness=trouble.readiness if trouble else Readiness.READY,
        trouble=trouble,
        reasons=frozenset(reasons | {PRINTING} if state == PROCESSING else reasons),
        model=next(iter(device.words(AttributeGroup.PRINTER, "printer-make-and-model")), ""),
        media=frozenset(device.words(AttributeGroup.PRINTER, "media-ready")),
        formats=formats_of(device),
    )


def _passed_on(device: PrinterStatus, queue: IppResponse) -> PrinterStatus:
    """A queue shows its device's old troubles for seconds after they are mended; only its own state counts here."""
    if _refuses(queue) or queue.number(AttributeGroup.PRINTER, "printer-state") == STOPPED:
        return _with(device, PrinterTrouble.STOPPED)
    return device


def _able(status: PrinterStatus, wanted: WantedForm | None) -> PrinterStatus:
    """Ready means that it can print our papers: a document it takes, and A4 in it. One at work has shown that."""
    if status.trouble not in (None, PrinterTrouble.TONER_LOW) or PRINTING in status.reasons:
        return status
    if wanted is None:
        return _with(status, PrinterTrouble.WRONG_DOCUMENT)
    return status if is_loaded(A4, status.media) else _with(status, PrinterTrouble.WRONG_PAPER)


def _with(status: PrinterStatus, trouble: PrinterTrouble) -> PrinterStatus:
    return replace(status, trouble=trouble, readiness=trouble.readiness)


def _refuses(printer: IppResponse) -> bool:
    return printer.values(AttributeGroup.PRINTER, "printer-is-accepting-jobs") == (False,)
