"""The one-method connection to a card: command APDU in, response APDU out (ISO/IEC 7816-3/-4).

Everything above it (extended length, secure messaging) is a wrapper with the same method, so a protocol never
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
