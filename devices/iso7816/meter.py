"""Counts what passes over a connection: exchanges and bytes each way, never what the bytes are."""

from __future__ import annotations

from devices.iso7816.connection import Connection


class Meter:
    """A connection that counts; the innermost wrapper, so it sees exactly what the link carries."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.apdus = 0
        self.bytes_out = 0
        self.bytes_in = 0

    def transmit(self, command: bytes, /) -> bytes:
        """Pass on and count. Raises what the connection raises; a failed exchange counts as sent."""
        self.apdus += 1
        self.bytes_out += len(command)
        response = self._connection.transmit(command)
        self.bytes_in += len(response)
        return response
