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


class PrinterError(DeviceError):
    """Anything between this computer and the printer."""

    code = "printer.failed"


class ScannerError(DeviceError):
    """Anything between this computer and the scanner."""

    code = "scanner.failed"
