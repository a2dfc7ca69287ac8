"""A contactless reader as the kiosk sees it, whichever driver stands behind (PC/SC or the virtual card)."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from enum import Enum
from typing import Protocol

from devices.iso7816.connection import Connection


class CardReaderState(Enum):
    """From the bottom of the ladder up; the first that holds is the state."""

    SERVICE_ABSENT = "service-absent"
    READER_ABSENT = "reader-absent"
    READER_BUSY = "reader-busy"
    NO_CARD = "no-card"
    CARD_MUTE = "card-mute"
    CARD_PRESENT = "card-present"


class CardSession(Connection, Protocol):
    """A connection that can also start the card anew, as is needed between two attempts at access."""

    @property
    def reader_name(self) -> str:
        """The driver's own name of the reader: the key under which its block size is remembered."""
        ...

    @property
    def atr(self) -> bytes:
        """Answer to reset; may be empty when the driver has none."""
        ...

    def reset(self) -> None:
        """Warm reset (SCARD_RESET_CARD): secure messaging and selected application are gone afterwards."""
        ...


class CardReader(Protocol):
    """One reader. No method blocks longer than the driver's limit of a call (5 s)."""

    def state(self) -> CardReaderState:
        """Whether there is a service, a reader and a card at this moment; never raises."""
        ...

    def readers(self) -> Sequence[str]:
        """Names of the readers the service knows; empty when none or when there is no service."""
        ...

    def connect(self) -> AbstractContextManager[CardSession]:
        """Open the card in the field, in a transaction that ends with the `with` block.

        Raises the `devices.errors.CardError` that names the broken rung.
        """
        ...
