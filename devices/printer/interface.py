"""A printer as the kiosk sees it, in IPP's own words (RFC 8011), whichever driver stands behind."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from devices.status import Readiness

A4 = "iso_a4_210x297mm"
"""The paper nearly everything is set for (PWG 5101.1)."""


class JobState(Enum):
    """`job-state` of RFC 8011 §5.3.7. The last three are terminal."""

    PENDING = 3
    PENDING_HELD = 4
    PROCESSING = 5
    PROCESSING_STOPPED = 6
    CANCELED = 7
    ABORTED = 8
    COMPLETED = 9

    @property
    def is_terminal(self) -> bool:
        """A terminal state is never left again."""
        return self in (JobState.CANCELED, JobState.ABORTED, JobState.COMPLETED)


class PrinterTrouble(Enum):
    """What stands between a job and its paper; the value is the key under `printer.` in `config/failures.toml`."""

    OFFLINE = "offline"
    OUT_OF_PAPER = "out-of-paper"
    JAM = "jam"
    COVER_OPEN = "cover-open"
    TONER_EMPTY = "toner-empty"
    TONER_LOW = "toner-low"
    BUSY = "busy"
    STOPPED = "stopped"
    ASLEEP = "asleep"
    PASSWORD = "password"  # noqa: S105 - the name of a trouble
    HTTPS_WANTED = "https-wanted"
    MOVED = "moved"
    NOT_IPP = "not-ipp"
    CERTIFICATE_UNKNOWN = "certificate-unknown"
    CERTIFICATE_CHANGED = "certificate-changed"
    FAILED = "failed"
    WRONG_DOCUMENT = "wrong-document"
    WRONG_PAPER = "wrong-paper"
    NOTHING_PRINTED = "nothing-printed"
    """Of a job only: it is called completed, and not a page of it was counted."""

    @property
    def code(self) -> str:
        """The key of its entry in `config/failures.toml`."""
        return f"printer.{self.value}"

    @property
    def readiness(self) -> Readiness:
        """Whether a job sent now will print by itself, with somebody's help, or not at all."""
        if self in _PRINTS_BY_ITSELF:
            return Readiness.READY
        return Readiness.ATTENTION if self in _NEEDS_SOMEBODY else Readiness.BROKEN


_PRINTS_BY_ITSELF = frozenset({PrinterTrouble.TONER_LOW, PrinterTrouble.BUSY})
_NEEDS_SOMEBODY = frozenset(
    {
        PrinterTrouble.OUT_OF_PAPER,
        PrinterTrouble.JAM,
        PrinterTrouble.COVER_OPEN,
        PrinterTrouble.TONER_EMPTY,
        PrinterTrouble.STOPPED,
        PrinterTrouble.ASLEEP,
        PrinterTrouble.WRONG_PAPER,
        PrinterTrouble.NOTHING_PRINTED,
    }
)
"""All others stay as they are until the technician has come: the address, the certificate, the password."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrinterStatus:
    """What the device itself says; `reasons` are its `printer-state-reasons` without their severity suffix, `media`
    the papers that lie in it (`media-ready`, PWG 5100.3), `formats` the documents it takes
    (`document-format-supported`); both empty when it does not say. `certificate` is the SHA-256 of the certificate
    it showed, where that is what is in the way."""

    readiness: Readiness
    trouble: PrinterTrouble | None = None
    reasons: frozenset[str] = frozenset()
    model: str = ""
    media: frozenset[str] = frozenset()
    formats: frozenset[str] = frozenset()
    certificate: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class JobStatus:
    """One look at a job. `trouble` is what holds it up now, if anything does, or why it was given up."""

    state: JobState
    trouble: PrinterTrouble | None = None
    reasons: frozenset[str] = frozenset()


class Printer(Protocol):
    """One printer. Methods raise `devices.errors.PrinterError` and never wait for paper."""

    def status(self) -> PrinterStatus:
        """Ask the device itself (not only a queue before it); an unreachable one is a status, not an exception."""
        ...

    def submit(self, document: bytes, *, job_name: str, copies: int = 1, media: str = A4) -> int:
        """Hand over one PDF and return the job id. `job_name` is neutral: never a name or number of a person."""
        ...

    def job(self, job_id: int) -> JobStatus:
        """Ask once how the job stands. Raises `PrinterError` when the printer does not answer."""
        ...

    def cancel(self, job_id: int) -> None:
        """Cancel the job; a job already in a terminal state is left alone."""
        ...

    def close(self) -> None:
        """Let go of connections; the printer is not used afterwards."""
        ...
