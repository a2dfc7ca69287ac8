"""What can go wrong between the card reader service and the card."""

from __future__ import annotations

from devices.errors.device import DeviceError


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
