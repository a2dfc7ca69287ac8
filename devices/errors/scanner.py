"""What can go wrong between this computer and the scanner."""

from __future__ import annotations

from devices.errors.device import DeviceError


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
