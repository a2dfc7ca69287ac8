"""Reads one elementary file in the fewest exchanges (ICAO Doc 9303-10 clause 3.6.3; ISO/IEC 7816-4 clause 11.3).

The first READ BINARY names the file by its short identifier and brings the header together with the first block;
offsets above 32,767 take the odd instruction. A block that proves too large is stepped down and asked for again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from devices.emrtd.lds.files import ElementaryFile
from devices.iso7816 import commands, tlv
from devices.iso7816.apdu import Response
from devices.iso7816.block_sizes import BlockSizes
from devices.iso7816.connection import Connection
from devices.iso7816.errors import MalformedError, StatusError
from devices.iso7816.status_words import (
    END_OF_FILE,
    FILE_NOT_FOUND,
    INCORRECT_P1_P2,
    INS_NOT_SUPPORTED,
    SUCCESS,
    WRONG_LENGTH,
    WRONG_P1_P2,
    exact_length,
)

_LONGEST_HEADER: Final = 8
_HEADER: Final = 5
"""Tag and longest length of a file within the limits."""
_SMALLEST_BLOCK: Final = 64
_SPARE_BLOCKS: Final = 16
"""A chip that trickles its file in smaller pieces than any real one is given up."""
_GOOD: Final = frozenset({SUCCESS, END_OF_FILE})
_TOO_LARGE: Final = frozenset({SUCCESS, WRONG_LENGTH})
"""9000 without data is how some applets say that the block was too large."""
_NO_SHORT_ID: Final = frozenset({FILE_NOT_FOUND, INCORRECT_P1_P2, WRONG_P1_P2, INS_NOT_SUPPORTED})
"""Answers to a short identifier that may only mean: select the file by its long one."""


@dataclass(slots=True)
class ChipHabits:
    """What was learned of one chip while reading it; outlives its sessions."""

    short_ids_work: bool | None = None
    exact_only: bool = False
    """It refuses, or ends the session, when a block reaches over the end of a file."""


class FileReader:
    """Reads the files of one secure session."""

    def __init__(
        self, connection: Connection, sizes: BlockSizes, reader_name: str, habits: ChipHabits | None = None
    ) -> None:
        self._connection = connection
        self._sizes = sizes
        self._reader_name = reader_name
        self._habits = habits or ChipHabits()

    def read(self, file: ElementaryFile, so_far: bytearray) -> int:
        """Fill `so_far` to the end of the file and return the file's length; bytes behind it may follow.

        Raises `StatusError` (absent, refused), `MalformedError` (wrong tag, over the limit, shorter than it says),
        and what the connection raises; `so_far` then keeps what came.
        """
        if so_far:
            self._select(file)
        else:
            so_far += self._first_block(file)
        total = _file_length(file, bytes(so_far[:_LONGEST_HEADER]))
        for _ in range(_SPARE_BLOCKS + total // _SMALLEST_BLOCK):
            if len(so_far) >= total:
                return total
            so_far += self._next_block(len(so_far), total - len(so_far))
        raise MalformedError(f"{file.name} blocks")

    def _first_block(self, file: ElementaryFile) -> bytes:
        if self._habits.short_ids_work is not False:
            try:
                data = self._opening(file.sfi)
            except StatusError as fault:
                if self._habits.short_ids_work or fault.sw not in _NO_SHORT_ID:
                    raise
            else:
                self._habits.short_ids_work = True
                return data
        self._select(file)
        data = self._opening(None)
        self._habits.short_ids_work = False
        return data

    def _opening(self, sfi: int | None) -> bytes:
        """Header and first block in one; only the header from chips that refuse to read across the end."""
        if not self._habits.exact_only:
            try:
                return self._read_block(sfi, 0, self._size)
            except StatusError as fault:
                if fault.sw != WRONG_P1_P2:
                    raise
        data = self._read_block(sfi, 0, _HEADER)
        self._habits.exact_only = True
        return data

    def _next_block(self, offset: int, left: int) -> bytes:
        if offset <= commands.MAX_EVEN_OFFSET:
            return self._read_block(None, offset, left)
        # The data object around an odd answer counts towards the length asked for.
        most = min(left, self._size)
        block = self._read_block(None, offset, left + 1 + len(tlv.encode_length(most)))
        return tlv.need(block, commands.DISCRETIONARY_DATA).value[:left]

    def _read_block(self, sfi: int | None, offset: int, wanted: int) -> bytes:
        """One block, at least a byte; asks for less for as long as the card says it is too much."""
        while True:
            ne = min(wanted, self._size)
            command = commands.read_binary(offset, ne) if sfi is None else commands.read_short_file(sfi, ne)
            answer = Response.decode(self._connection.transmit(command.encode()))
            if answer.sw in _GOOD and answer.data:
                return answer.data
            exact = exact_length(answer.sw)
            if exact and exact < ne:
                # Of a file just opened it may be the file that is short, not the chip: then nothing is learned.
                wanted = exact
                if offset:
                    self._sizes.lower(self._reader_name, exact)
            elif answer.sw not in _TOO_LARGE or not self._sizes.lower(self._reader_name, ne - 1):
                raise StatusError("READ BINARY", answer.sw)

    def _select(self, file: ElementaryFile) -> None:
        answer = Response.decode(self._connection.transmit(commands.select_file(file.fid).encode()))
        if answer.sw != SUCCESS:
            raise StatusError("SELECT", answer.sw)

    @property
    def _size(self) -> int:
        return self._sizes.size(self._reader_name)


def _file_length(file: ElementaryFile, start: bytes) -> int:
    tag, header, length = tlv.read_header(start)
    if tag != file.tag:
        raise MalformedError(f"{file.name} tag")
    if header + length > file.limit:
        raise MalformedError(f"{file.name} length")
    return header + length
