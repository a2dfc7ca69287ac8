"""One read of one card, as a list of named steps: card access, key, text files, photo, proof of the chip.

ICAO Doc 9303-10 clause 3.6 and 9303-11 clause 4.2. Only the files asked for are fetched, text before photo. A
session that breaks is opened again and the read goes on at the byte reached. Judging the files is
`passive_authentication`'s; keeping them is the caller's.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from devices.emrtd.access import Access, ChipOpener, PaceOffer
from devices.emrtd.access_keys import AccessKey
from devices.emrtd.chip_proof import ChipProof, prove_chip
from devices.emrtd.errors import CardChangedError, SessionLostError, WrongKeyError
from devices.emrtd.file_reader import FileReader
from devices.emrtd.lds.files import ElementaryFile
from devices.emrtd.pace_offer import read_pace_offer
from devices.emrtd.partial_read import PartialRead
from devices.emrtd.reading import FileStatus, Phase
from devices.errors import CardError, CardExchangeError, CardLiftedError
from devices.iso7816.block_sizes import LARGEST_SHORT, BlockSizes
from devices.iso7816.connection import ResettableConnection
from devices.iso7816.errors import MalformedError, StatusError
from devices.iso7816.get_response import GetResponse
from devices.iso7816.status_words import CONDITIONS_NOT_SATISFIED, FILE_NOT_FOUND, SECURITY_NOT_SATISFIED

MAX_REOPENINGS: Final = 12
LOSSES_A_FILE: Final = 5
"""Sessions that may break in one read, and on one file; each costs about a second of PACE."""
_REFUSED: Final = frozenset({SECURITY_NOT_SATISFIED, CONDITIONS_NOT_SATISFIED})


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRead:
    """What a read brought: the files are in the `PartialRead` that was handed in."""

    access: str
    proof: ChipProof | None
    """None when no file that holds a key of the chip was asked for."""


class DocumentReader:
    """Reads one card. `chip` is the card; `sizes` remembers what the reader carries."""

    def __init__(
        self, chip: ResettableConnection, sizes: BlockSizes, on_phase: Callable[[Phase], None], attempts: int
    ) -> None:
        self._chip = chip
        self._link = GetResponse(chip)
        self._sizes = sizes
        self._on_phase = on_phase
        self._attempts = attempts
        self._reopenings = 0

    def read(self, key: AccessKey, files: tuple[ElementaryFile, ...], partial: PartialRead) -> DocumentRead:
        """Open the chip with `key` and fetch what `partial` still lacks of `files`, in that order but DG2 last.

        Raises `WrongKeyError` and its kin when the chip stays closed, `CardChangedError` when a resumed card does
        not take the key that opened it before, and what the link raises (lifted, silent); `partial` then keeps
        what came and the same call goes on there.
        """
        resuming = not partial.is_empty
        partial.resumed = partial.resumed or resuming
        self._on_phase(Phase.OPENING)
        offer = read_pace_offer(self._chip, self._link, self._sizes)
        access = self._open(key, offer, resuming=resuming)
        text = tuple(file for file in files if file is not ElementaryFile.DG2)
        self._on_phase(Phase.READING_TEXT)
        access = self._read_files(access, offer, text, partial)
        if ElementaryFile.DG2 in files:
            self._on_phase(Phase.READING_PHOTO)
            access = self._read_files(access, offer, (ElementaryFile.DG2,), partial)
        self._on_phase(Phase.CHECKING)
        return DocumentRead(access=access.label, proof=self._prove(access, files, partial))

    # ------------------------------------------------------------ access
    def _open(self, key: AccessKey, offer: PaceOffer | None, *, resuming: bool) -> Access:
        try:
            return ChipOpener(self._chip, self._link, self._attempts).open(key, offer)
        except WrongKeyError as refused:
            if resuming:
                raise CardChangedError from refused
            raise

    def _reopen(self, access: Access, offer: PaceOffer | None, fault: CardError) -> Access:
        """Start the chip anew with the key that fitted. Raises `fault` when that was done too often."""
        self._reopenings += 1
        if self._reopenings > MAX_REOPENINGS:
            raise fault
        self._chip.reset()
        return self._open(access.key, offer, resuming=True)

    # ------------------------------------------------------------ files
    def _read_files(
        self, access: Access, offer: PaceOffer | None, files: tuple[ElementaryFile, ...], partial: PartialRead
    ) -> Access:
        reader = FileReader(access.connection, self._sizes, self._reader_name)
        for file in files:
            losses, size = 0, self._sizes.size(self._reader_name)
            while not partial.is_settled(file):
                try:
                    self._read_file(reader, file, partial)
                except CardError as fault:
                    self._demand_recoverable(fault)
                    access = self._reopen(access, offer, fault)
                    reader = FileReader(access.connection, self._sizes, self._reader_name)
                    self._sizes.lower(self._reader_name)
                    losses += 1
                if losses > LOSSES_A_FILE:
                    # The file is to blame, not the block: the others are still wanted, at the size that worked.
                    partial.give_up(file, FileStatus.DAMAGED)
                    self._sizes.restore(self._reader_name, size)
        return access

    def _demand_recoverable(self, fault: CardError) -> None:
        """Raise `fault` again unless a new session with smaller blocks may help: the session broke, or the reader did
        not carry the block; a lift counts as that while extended length is unproven, for some drivers report it so.
        """
        unproven = self._sizes.size(self._reader_name) > LARGEST_SHORT
        may_help = isinstance(fault, SessionLostError | CardExchangeError) or type(fault) is CardError
        if not may_help and not (unproven and isinstance(fault, CardLiftedError)):
            raise fault

    def _read_file(self, reader: FileReader, file: ElementaryFile, partial: PartialRead) -> None:
        begun = partial.begun(file)
        try:
            partial.complete(file, reader.read(file, begun))
        except StatusError as fault:
            partial.give_up(file, _outcome(fault, begun=bool(begun)))
        except MalformedError:
            partial.give_up(file, FileStatus.DAMAGED)

    def _prove(self, access: Access, files: tuple[ElementaryFile, ...], partial: PartialRead) -> ChipProof | None:
        if ElementaryFile.DG14 not in files and ElementaryFile.DG15 not in files:
            return None
        extended = self._sizes.size(self._reader_name) > LARGEST_SHORT
        return prove_chip(access, self._link, partial.files, extended=extended)

    @property
    def _reader_name(self) -> str:
        return self._chip.reader_name


def _outcome(fault: StatusError, *, begun: bool) -> FileStatus:
    if begun:
        return FileStatus.DAMAGED
    if fault.sw == FILE_NOT_FOUND:
        return FileStatus.ABSENT
    return FileStatus.REFUSED if fault.sw in _REFUSED else FileStatus.DAMAGED
