"""A command asked again when the card says it was asked in the wrong length (ISO/IEC 7816-4:2020 clause 5.3.4).

For answers that came through secure messaging: there 6Cxx, 6700 and 61xx stand inside the seal, and the same command
sent anew has its own place in the counter. Pieces below the seal are `get_response`'s; reading files by blocks is
`file_reader`'s.
"""

from __future__ import annotations

from dataclasses import replace

from devices.iso7816.apdu import MAX_SHORT_NE, Command, Response
from devices.iso7816.connection import Connection
from devices.iso7816.get_response import rest_of
from devices.iso7816.status_words import WRONG_LENGTH, exact_length


def ask(connection: Connection, command: Command, *, extended: bool) -> Response:
    """The whole answer, whatever its status word. `extended` says whether extended length passes the link.

    6Cxx is asked again with the length named, 6700 once in the other length form, and what 61xx announces is fetched.
    Raises what the connection raises, `MalformedError` for an answer that never ends.
    """
    answer = _send(connection, command)
    if answer.sw == WRONG_LENGTH and (extended or command.extended):
        command = replace(command, extended=not command.extended)
        answer = _send(connection, command)
    exact = exact_length(answer.sw)
    if exact is not None:
        answer = _send(connection, replace(command, ne=exact or MAX_SHORT_NE))
    return rest_of(connection, answer)


def _send(connection: Connection, command: Command) -> Response:
    return Response.decode(connection.transmit(command.encode()))
