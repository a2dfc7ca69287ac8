"""What can go wrong at a physical edge, as typed exceptions that carry data and never a value of a person.

Each class names a failure code: the key of its entry in `config/failures.toml`, where cause and remedy stand
in both languages. Foreign exceptions (pyscard, httpx, a subprocess) are wrapped at the driver's door.
"""

from __future__ import annotations

from typing import ClassVar


class DeviceError(Exception):
    """A device did not do what was asked. `code` is a key of `config/failures.toml`."""

    code: ClassVar[str] = "device.failed"


class CardError(DeviceError):
    """Anything between the card reader service and the card."""

    code = "card.failed"


class ReaderServiceAbsentError(CardError):
    """The PC/SC service does not run (SCARD_E_NO_SERVICE, SCARD_E_SERVICE_STOPPED)."""

    code = "reader.service-absent"


class ReaderAbsentError(CardError):
    """The service runs and knows no reader (SCARD_E_UNKNOWN_READER, SCARD_E_READER_UNAVAILABLE)."""

    code = "reader.absent"


class ReaderDriverAbsentError(ReaderAbsentError):
    """A reader is plugged into USB and the service has no driver for it."""

    code = "reader.driver-absent"


class ReaderBusyError(CardError):
    """Another program holds the card exclusively (SCARD_E_SHARING_VIOLATION)."""

    code = "reader.busy"


class CardAbsentError(CardError):
    """The reader is ready and no card is in its field (SCARD_E_NO_SMARTCARD)."""

    code = "card.absent"


class CardLiftedError(CardError):
    """The card left the field, or was reset, during the exchange (SCARD_W_REMOVED_CARD and its kin)."""

    code = "card.lifted"


class CardSilentError(CardError):
    """A card is in the field and does not answer within the time allowed."""

    code = "card.silent"


class CardExchangeError(CardError):
    """The card is still there, but the reader or its driver could not carry this exchange (often it was too long)."""


class PrinterError(DeviceError):
    """Anything between this computer and the printer."""

    code = "printer.failed"


class PrinterUnreachableError(PrinterError):
    """No connection to printer or queue; nothing was handed over, so trying again cannot print twice."""

    code = "printer.offline"


class PrinterBusyError(PrinterError):
    """It takes no further job now (IPP server-error-busy 0x0507); nothing was handed over."""

    code = "printer.busy"


class PrinterRefusedError(PrinterError):
    """It understood and refused (any IPP client-error). `status` is the IPP status code."""

    code = "printer.refused"

    def __init__(self, status: int) -> None:
        super().__init__(f"the printer refused with IPP status 0x{status:04x}")
        self.status = status


class WrongDocumentError(PrinterRefusedError):
    """It cannot print this kind of document (client-error-document-format-not-supported and its kin)."""

    code = "printer.wrong-document"


class PrinterPasswordError(PrinterError):
    """It wants to know who prints (HTTP 401 or 403, IPP not-authenticated, not-authorized, an account)."""

    code = "printer.password"


class HttpsWantedError(PrinterError):
    """It speaks under TLS only (HTTP 426)."""

    code = "printer.https-wanted"


class PrinterMovedError(PrinterError):
    """It sends to another address (HTTP 3xx), where a document is never sent unasked."""

    code = "printer.moved"


class NotAPrinterError(PrinterError):
    """Somebody answers at this address, but not with IPP: a wrong path, a router, another device."""

    code = "printer.not-ipp"


class PrinterAsleepError(PrinterError):
    """It took the connection and did not answer in time: asleep, starting, or its program hangs."""

    code = "printer.asleep"


class PrinterCertificateError(PrinterError):
    """Its certificate is its own and nobody at this station has said that it is the right one; nothing was sent.

    `fingerprint` is the SHA-256 of what it showed, in hexadecimal; empty where nothing could be seen.
    """

    code = "printer.certificate-unknown"

    def __init__(self, fingerprint: str = "") -> None:
        super().__init__("not the certificate that is expected")
        self.fingerprint = fingerprint


class PrinterCertificateChangedError(PrinterCertificateError):
    """It shows another certificate than the one pinned when the station was set up; nothing was sent."""

    code = "printer.certificate-changed"


class PrintJobLostError(PrinterError):
    """The printer no longer knows the job (client-error-not-found): it may or may not be on paper."""

    code = "printer.job-lost"


class ScannerError(DeviceError):
    """Anything between this computer and the scanner."""

    code = "scanner.failed"


class ScannerUnreachableError(ScannerError):
    """No connection to the scanner, or it is not plugged in (SANE_STATUS_INVAL at open)."""

    code = "scanner.offline"


class ScannerBusyError(ScannerError):
    """Somebody else scans now (HTTP 503, SANE_STATUS_DEVICE_BUSY)."""

    code = "scanner.busy"


class ScannerJamError(ScannerError):
    """Paper is stuck in the feeder (ScannerAdfJam, SANE_STATUS_JAMMED)."""

    code = "scanner.jam"


class ScannerCoverOpenError(ScannerError):
    """The lid or the feeder's hatch is open (ScannerAdfHatchOpen, SANE_STATUS_COVER_OPEN)."""

    code = "scanner.cover-open"


class ScannerNoDocumentsError(ScannerError):
    """The feeder is empty before the first page (ScannerAdfEmpty, SANE_STATUS_NO_DOCS)."""

    code = "scanner.no-documents"


class ScannerPageLostError(ScannerError):
    """A page was announced and did not arrive whole: an empty, cut off or undecodable image."""

    code = "scanner.page-lost"


class ScannerSheetsLeftError(ScannerPageLostError):
    """The device gives no more pages though sheets lie in its feeder; those that came are good."""

    code = "scanner.sheets-left"


class ScannerNoGlassError(ScannerError):
    """The glass was asked for, and this scanner has a feeder only."""

    code = "scanner.no-glass"


class ScannerAsleepError(ScannerError):
    """It took the connection and did not answer in time: asleep, starting, or its program hangs."""

    code = "scanner.asleep"


class ScannerPasswordError(ScannerError):
    """It wants to know who scans (HTTP 401 or 403)."""

    code = "scanner.password"


class ScannerHttpsWantedError(ScannerError):
    """It speaks under TLS only (HTTP 426)."""

    code = "scanner.https-wanted"


class ScannerMovedError(ScannerError):
    """It sends to another address (HTTP 3xx), where nobody goes unasked."""

    code = "scanner.moved"


class NotAScannerError(ScannerError):
    """Somebody answers at this address, but not with eSCL: a wrong path, a router, another device."""

    code = "scanner.not-escl"


class StickError(DeviceError):
    """Anything between this computer and the person's USB stick."""

    code = "stick.failed"


class StickAbsentError(StickError):
    """No stick is plugged in, or it was pulled out before it was done."""

    code = "stick.absent"


class StickLeftBehindError(StickError):
    """The only stick there was plugged in before this visit began: it may be somebody else's."""

    code = "stick.left-behind"


class StickFullError(StickError):
    """Not enough room (ENOSPC, EDQUOT)."""

    code = "stick.full"


class StickReadOnlyError(StickError):
    """It takes no files: its switch is on, or it is mounted so (EROFS, EACCES)."""

    code = "stick.read-only"


class StickSpoiledError(StickError):
    """What was read back is not what was written."""

    code = "stick.spoiled"


class StickBusyError(StickError):
    """The files are whole, but the stick could not be unmounted."""

    code = "stick.busy"
