"""What can go wrong between this computer and the printer."""

from __future__ import annotations

from devices.errors.device import DeviceError


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
