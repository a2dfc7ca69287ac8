"""What an answer that is no success means: HTTP status codes (RFC 9110) and IPP status codes (RFC 8011 §B.1). Pure.

Who gets a typed error knows what was taken: nothing of a request that is answered by a status of HTTP or by busy.
"""

from __future__ import annotations

from devices.errors import (
    HttpsWantedError,
    NotAPrinterError,
    PrinterBusyError,
    PrinterError,
    PrinterMovedError,
    PrinterPasswordError,
    PrinterRefusedError,
    WrongDocumentError,
)

HTTP_OK = 200
FIRST_ERROR = 0x0400
NOT_POSSIBLE, NOT_FOUND, GONE = 0x0404, 0x0406, 0x0407
OPERATION_UNKNOWN, VERSION_UNKNOWN = 0x0501, 0x0503
_FIRST_SERVER_ERROR = 0x0500
_BUSY = frozenset({0x0502, 0x0505, 0x0506, 0x0507})
"""service-unavailable, temporary-error, not-accepting-jobs, busy: nothing was taken, and it may take it later."""
_PASSWORD = frozenset({0x0401, 0x0402, 0x0403, 0x041C, 0x041D, 0x041E, 0x041F})
"""forbidden, not-authenticated, not-authorized, and the four about accounts (PWG 5100.16)."""
_DOCUMENT = frozenset({0x040A, 0x040F, 0x0410, 0x0411, 0x0418, 0x0419, 0x041A, 0x041B})
"""Its format, its compression, its errors, its protection."""


def http_refusal(status: int) -> PrinterError | None:
    """The error for a status of HTTP; None for 200, the only one that carries an IPP answer."""
    if status == HTTP_OK:
        return None
    if status in (401, 403, 407):
        return PrinterPasswordError()
    if status == 426:
        return HttpsWantedError()
    if 300 <= status < 400:
        return PrinterMovedError()
    if status in (429, 503):
        return PrinterBusyError()
    return NotAPrinterError(f"HTTP {status}") if status < 500 else PrinterError(f"HTTP {status}")


def ipp_refusal(status: int) -> PrinterError | None:
    """The error for a status of IPP; None for the successful ones."""
    if status < FIRST_ERROR:
        return None
    if status in _BUSY:
        return PrinterBusyError()
    if status in _PASSWORD:
        return PrinterPasswordError()
    if status in _DOCUMENT:
        return WrongDocumentError(status)
    if status < _FIRST_SERVER_ERROR or status in (OPERATION_UNKNOWN, VERSION_UNKNOWN):
        return PrinterRefusedError(status)
    return PrinterError(f"IPP status 0x{status:04x}")
