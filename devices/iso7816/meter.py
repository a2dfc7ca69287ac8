"""Counts what passes over a connection: exchanges and bytes each way, never what the bytes are."""

from __future__ import annotations

from devices.iso7816.connection import ResettableConnection


class Meter:
    """A card that is counted; the innermost wrapper, so it sees exactly what the link carries."""

    def __init__(self, card: ResettableConnection) -> None:
        self._card = card
        self.apdus = 0
        self.bytes_out = 0
        self.bytes_in = 0

    @property
    def reader_name(self) -> str:
        return self._card.reader_name

    def transmit(self, command: bytes, /) -> bytes:
        """Pass on and count. Raises what the card raises; a failed exchange counts as sent."""
        self.apdus += 1
        self.bytes_out += len(command)
        response = self._card.transmit(command)
        self.bytes_in += len(response)
        return response

    def reset(self) -> None:
        self._card.reset()
