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


class PrintJobLostError(PrinterError):
    """The printer no longer knows the job (client-error-not-found): it may or may not be on paper."""

    code = "printer.job-lost"


class ScannerError(DeviceError):
    """Anything between this computer and the scanner."""

    code = "scanner.failed"
