"""The one-method connection to a card: command APDU in, response APDU out (ISO/IEC 7816-3/-4).

Everything above it (answers in pieces, secure messaging) is a wrapper with the same method, so a protocol never
knows whether a reader, a virtual card or a transcript answers.
"""

from __future__ import annotations

from typing import Protocol


class Connection(Protocol):
    """One card in the field, from connect to disconnect."""

    def transmit(self, command: bytes, /) -> bytes:
        """Send one command APDU and return the response APDU, data followed by SW1 SW2.

        Raises `devices.errors.CardError` (lifted, silent, reader gone); never for a status word.
        """
        ...


class ResettableConnection(Connection, Protocol):
    """A connection that can start the card anew; `devices.card_reader.interface.CardSession` is one."""

    @property
    def reader_name(self) -> str:
        """The reader's name: the key under which its block size is remembered."""
        ...

    def reset(self) -> None:
        """Warm reset: secure messaging and selected application are gone afterwards."""
        ...
