"""How many programs read: SELECT, four bytes of header, then blocks of 112. For comparison only."""

from __future__ import annotations

from devices.emrtd.lds.files import ElementaryFile
from devices.iso7816 import commands, tlv
from devices.iso7816.apdu import Command, Response
from devices.iso7816.connection import Connection

BLOCK = 112


def read_naively(connection: Connection, files: tuple[ElementaryFile, ...]) -> dict[ElementaryFile, bytes]:
    """The files, over an open session."""
    return {file: _read(connection, file) for file in files}


def _read(connection: Connection, file: ElementaryFile) -> bytes:
    _ask(connection, commands.select_file(file.fid))
    content = bytearray(_ask(connection, commands.read_binary(0, 4)))
    _, header, length = tlv.read_header(bytes(content))
    while len(content) < header + length:
        left = header + length - len(content)
        content += _ask(connection, commands.read_binary(len(content), min(BLOCK, left)))
    return bytes(content)


def _ask(connection: Connection, command: Command) -> bytes:
    answer = Response.decode(connection.transmit(command.encode()))
    if answer.sw != 0x9000:
        raise AssertionError(f"{answer.sw:04X}")
    return answer.data
