"""One read of one card, as a list of named steps: card access, key, text files, photo, proof of the chip.

ICAO Doc 9303-10 clause 3.6 and 9303-11 clause 4.2. Only the files asked for are fetched, text before photo. A
session that breaks is opened again and the read goes on at the byte reached, in the way that breaks no second one.
Judging the files is `passive_authentication`'s; keeping them is the caller's.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from devices.emrtd.access import Access, ChipOpener
from devices.emrtd.access_keys import AccessKey
from devices.emrtd.chip_proof import BROKEN, ChipProof, ChipProver
from devices.emrtd.errors import AccessUnsupportedError, CardChangedError, SessionLostError, WrongKeyError
from devices.emrtd.file_reader import ChipHabits, FileReader
from devices.emrtd.lds.card_access import PaceOffer
from devices.emrtd.lds.files import ElementaryFile
from devices.emrtd.lds.security_infos import SecurityInfos
from devices.emrtd.lost_sessions import learn_from_loss, new_session_may_help
from devices.emrtd.pace_offer import read_card_access
from devices.emrtd.partial_read import PartialRead
from devices.emrtd.reading import FileStatus, Phase
from devices.errors import CardError
from devices.iso7816.block_sizes import LARGEST_SHORT, BlockSizes
from devices.iso7816.connection import ResettableConnection
from devices.iso7816.errors import MalformedError, StatusError
from devices.iso7816.get_response import GetResponse
from devices.iso7816.status_words import (
    CONDITIONS_NOT_SATISFIED,
    FILE_NOT_FOUND,
    SECURITY_NOT_SATISFIED,
)

MAX_REOPENINGS: Final = 12
LOSSES_A_FILE: Final = 5
"""Sessions that may break in one read, and on one file; each costs about a second of PACE."""
_REFUSED: Final = frozenset({SECURITY_NOT_SATISFIED, CONDITIONS_NOT_SATISFIED})
_OPENS_NO_MORE: Final = (SessionLostError, StatusError, MalformedError, AccessUnsupportedError)
"""Why a chip that was open before stays closed: what was read of it so far is still its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRead:
    """What a read brought: the files are in the `PartialRead` that was handed in."""

    access: str
    proof: ChipProof | None
    """None when no file that holds a key of the chip was asked for."""
    card_access: SecurityInfos | None = None
    """What EF.CardAccess said before any key; None where it could not be read."""


class DocumentReader:
    """Reads one card. `chip` is the card; `sizes` remembers what the reader carries."""

    _access: Access

    def __init__(
        self, chip: ResettableConnection, sizes: BlockSizes, on_phase: Callable[[Phase], None], attempts: int
    ) -> None:
        self._chip = chip
        self._link = GetResponse(chip)
        self._sizes = sizes
        self._on_phase = on_phase
        self._attempts = attempts
        self._habits = ChipHabits()
        self._offers: tuple[PaceOffer, ...] = ()
        self._reopenings = 0
        self._is_closed = False

    def read(self, key: AccessKey, files: tuple[ElementaryFile, ...], partial: PartialRead) -> DocumentRead:
        """Open the chip with `key` and fetch what `partial` still lacks of `files`, in that order but DG2 last.

        Raises `WrongKeyError` and its kin when the chip stays closed, `CardChangedError` when a resumed card does
        not take the key that opened it before, and what the link raises (lifted, silent); `partial` then keeps
        what came and the same call goes on there.
        """
        resuming = not partial.is_empty
        partial.resumed = partial.resumed or resuming
        self._on_phase(Phase.OPENING)
        card_access = read_card_access(self._chip, self._link, self._sizes)
        self._offers = card_access.offers
        self._access = self._open(key, resuming=resuming)
        text = tuple(file for file in files if file is not ElementaryFile.DG2)
        self._on_phase(Phase.READING_TEXT)
        self._read_files(text, partial)
        if ElementaryFile.DG2 in files:
            self._on_phase(Phase.READING_PHOTO)
            self._read_files((ElementaryFile.DG2,), partial)
        self._on_phase(Phase.CHECKING)
        proof = self._prove(files, partial)
        return DocumentRead(access=self._access.label, proof=proof, card_access=card_access.infos)

    # ------------------------------------------------------------ access
    def _open(self, key: AccessKey, *, resuming: bool) -> Access:
        try:
            return ChipOpener(self._chip, self._link, self._attempts).open(key, self._offers)
        except WrongKeyError as refused:
            if resuming:
                raise CardChangedError from refused
            raise

    def _reopen(self, fault: CardError) -> Access:
        """Start the chip anew with the key that fitted. Raises `fault` when that was done too often."""
        self._reopenings += 1
        if self._reopenings > MAX_REOPENINGS:
            raise fault
        self._chip.reset()
        self._access = self._open(self._access.key, resuming=True)
        return self._access

    # ------------------------------------------------------------ files
    def _read_files(self, files: tuple[ElementaryFile, ...], partial: PartialRead) -> None:
        for file in files:
            losses, size = 0, self._size
            while not partial.is_settled(file):
                if self._is_closed:
                    partial.give_up(file, FileStatus.DAMAGED)
                    break
                try:
                    self._read_file(file, partial)
                except CardError as fault:
                    self._recover(fault, partial, at_start=not partial.begun(file))
                    losses += 1
                if losses > LOSSES_A_FILE:
                    # The file is to blame, not the block: the others are still wanted, at the size that worked.
                    partial.give_up(file, FileStatus.DAMAGED)
                    self._sizes.restore(self._reader_name, size)

    def _recover(self, fault: CardError, partial: PartialRead, *, at_start: bool) -> None:
        """A new session after `fault`, or the end of the reading where files are whole and the chip opens no more.

        Raises `fault` again when a new session cannot help, and what opening raises while nothing is whole.
        """
        if not new_session_may_help(fault, self._size):
            raise fault
        try:
            self._reopen(fault)
        except _OPENS_NO_MORE:
            if not partial.files:
                raise
            self._is_closed = True
            return
        learn_from_loss(fault, self._sizes, self._reader_name, self._habits, at_start=at_start)

    def _read_file(self, file: ElementaryFile, partial: PartialRead) -> None:
        begun = partial.begun(file)
        reader = FileReader(self._access.connection, self._sizes, self._reader_name, self._habits)
        try:
            partial.complete(file, reader.read(file, begun))
        except StatusError as fault:
            partial.give_up(file, _outcome(fault, begun=bool(begun)))
        except MalformedError:
            partial.give_up(file, FileStatus.DAMAGED)

    # ------------------------------------------------------------ proof
    def _prove(self, files: tuple[ElementaryFile, ...], partial: PartialRead) -> ChipProof | None:
        if ElementaryFile.DG14 not in files and ElementaryFile.DG15 not in files:
            return None
        if self._is_closed:
            return BROKEN
        extended = self._size > LARGEST_SHORT
        prover = ChipProver(self._access, self._link, partial.files, extended=extended, reopen=self._reopen_to_prove)
        return prover.prove()

    def _reopen_to_prove(self) -> Access:
        """A new session; raises `SessionLostError` for a chip that opens no more."""
        lost = SessionLostError("chip proof")
        try:
            return self._reopen(lost)
        except _OPENS_NO_MORE as fault:
            raise lost from fault

    @property
    def _reader_name(self) -> str:
        return self._chip.reader_name

    @property
    def _size(self) -> int:
        return self._sizes.size(self._reader_name)


def _outcome(fault: StatusError, *, begun: bool) -> FileStatus:
    if begun:
        return FileStatus.DAMAGED
    if fault.sw == FILE_NOT_FOUND:
        return FileStatus.ABSENT
    return FileStatus.REFUSED if fault.sw in _REFUSED else FileStatus.DAMAGED
