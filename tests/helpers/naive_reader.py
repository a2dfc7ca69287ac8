"""How many programs read: SELECT, four bytes of header, then blocks of 112. For comparison only.

`python -m tests.helpers.naive_reader` writes the transcript of such a read anew to `tests/vectors/transcripts`.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from devices.card_reader.transcript import RecordingReader, Transcript, write_transcript
from devices.emrtd.access import ChipOpener
from devices.emrtd.lds.card_access import VIETNAMESE, pace_offers, parse_card_access
from devices.emrtd.lds.files import ElementaryFile
from devices.iso7816 import commands, tlv
from devices.iso7816.apdu import Command, Response
from devices.iso7816.connection import Connection
from tests.benchmarks.bench_card import FILES, measured_key, reader_of
from tests.helpers.vectors import FOLDER

BLOCK = 112
TRANSCRIPT = FOLDER / "transcripts" / "naive.json"


def record() -> Transcript:
    """PACE and the six files of the measured card, the naive way, as a transcript without times."""
    with tempfile.TemporaryDirectory() as folder:
        reader = RecordingReader(reader_of(Path(folder) / "naive", extended=True), clock=lambda: 0.0)
        with reader.connect() as session:
            offers = pace_offers(parse_card_access(VIETNAMESE))
            access = ChipOpener(session, session, 1).open(measured_key(), offers)
            read_naively(access.connection, FILES)
    return reader.transcript


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


if __name__ == "__main__":
    TRANSCRIPT.parent.mkdir(exist_ok=True)
    write_transcript(TRANSCRIPT, record())
