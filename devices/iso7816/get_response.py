"""Answers that come in pieces: 61xx is followed by GET RESPONSE until the card says done (ISO/IEC 7816-4, 5.3.4).

The innermost wrapper of a connection: T=0 contact cards and some readers answer so. 6Cxx is not handled here,
because under secure messaging a repeated command would no longer fit the card's counter; above it,
`asking_again` repeats.
"""

from __future__ import annotations

from typing import Final

from devices.iso7816.apdu import MAX_EXTENDED_NE, MAX_SHORT_NE, Command, Response
from devices.iso7816.commands import GET_RESPONSE
from devices.iso7816.connection import Connection
from devices.iso7816.errors import MalformedError
from devices.iso7816.status_words import more_available

MAX_PIECES: Final = 300
SECURE_CLA: Final = 0x0C
"""CLA bits: the command goes under secure messaging (ISO/IEC 7816-4 clause 5.4.1)."""
_CHECKSUM: Final = b"\x8e\x08"
"""Head of the checksum that ends a sealed answer: one that has it is whole, and its 61xx is meant inside the seal."""


class GetResponse:
    """A connection that fetches what a card announces with 61xx, so that each answer is whole."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def transmit(self, command: bytes, /) -> bytes:
        """Send, and fetch what the card still holds. Raises `CardError`; `MalformedError` when it never ends."""
        raw = self._connection.transmit(command)
        if raw[-2:-1] != b"\x61" or (command[0] & SECURE_CLA and raw[-12:-10] == _CHECKSUM):
            return raw
        return rest_of(self._connection, Response.decode(raw)).encode()


def rest_of(connection: Connection, response: Response) -> Response:
    """The whole of an answer whose first piece came. Raises `CardError`; `MalformedError` when it never ends."""
    collected = bytearray(response.data)
    for _ in range(MAX_PIECES):
        more = more_available(response.sw)
        if more is None:
            return Response(data=bytes(collected), sw=response.sw)
        fetch = Command(ins=GET_RESPONSE, ne=more or MAX_SHORT_NE)
        response = Response.decode(connection.transmit(fetch.encode()))
        collected += response.data
        if len(collected) > MAX_EXTENDED_NE:
            break
    raise MalformedError("answer in pieces")
