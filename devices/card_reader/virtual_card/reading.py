"""SELECT and READ BINARY: the plain file commands of the chip (ISO/IEC 7816-4 clauses 11.2.2 and 11.3.3)."""

from __future__ import annotations

from devices.card_reader.virtual_card.apdu import BareStatusError, Command, StatusError
from devices.card_reader.virtual_card.ber import tlv, walk
from devices.card_reader.virtual_card.file_system import CARD_ACCESS, Directory, ElementaryFile
from devices.card_reader.virtual_card.persona import Quirks
from devices.card_reader.virtual_card.personalisation import Personalised

AID = bytes.fromhex("A0000002471001")
OK = 0x9000
END_OF_FILE = 0x6282
WRONG_LENGTH = 0x6700
NO_CURRENT_FILE = 0x6986
WRONG_PARAMETERS = 0x6A86
NOT_FOUND = 0x6A82
OUTSIDE = 0x6B00


class FileCommands:
    """SELECT and READ BINARY; keeps which application and file are selected until a reset."""

    def __init__(self, personalised: Personalised, quirks: Quirks) -> None:
        """The card's files and its habits."""
        self._personalised = personalised
        self._quirks = quirks
        self._directory: Directory = personalised.master
        self._current: ElementaryFile | None = None

    @property
    def in_application(self) -> bool:
        """Whether the eMRTD application is selected, not the master file."""
        return self._directory is self._personalised.application

    def reset(self) -> None:
        """Back to the master file, nothing selected."""
        self._directory, self._current = self._personalised.master, None

    def select(self, command: Command, *, opened: bool) -> tuple[bytes, int]:
        """By application name (04), by file identifier (02), or the master file (00)."""
        match command.p1:
            case 0x04:
                return b"", self._select_application(command.data)
            case 0x02:
                self._current = self._by_id(int.from_bytes(command.data, "big"), opened=opened)
                return b"", OK
            case 0x00 if command.data in (b"", b"\x3f\x00"):
                return b"", self._select_master_file(command)
        raise StatusError(WRONG_PARAMETERS)

    def read(self, command: Command, *, opened: bool) -> tuple[bytes, int]:
        """Even instruction: short file identifier and 8-bit offset, or 15-bit offset in the current file."""
        if command.p1 & 0x80:
            if not self._quirks.short_file_id:
                raise StatusError(WRONG_PARAMETERS)
            self._current = self._by_short_id(command.p1 & 0x1F, opened=opened)
            return self._slice(command.p2, command.le, opened=opened)
        return self._slice(command.p1p2, command.le, opened=opened)

    def read_odd(self, command: Command, *, opened: bool) -> tuple[bytes, int]:
        """Odd instruction: the offset in a 54 object, the answer in a 53 object."""
        if short_id := command.p1p2 & 0x1F:
            self._current = self._by_short_id(short_id, opened=opened)
        try:
            offset = int.from_bytes(dict(walk(command.data))[0x54], "big")
        except (ValueError, KeyError) as fault:
            raise StatusError(WRONG_PARAMETERS) from fault
        data, status = self._slice(offset, _room_in_53(command.le), opened=opened)
        return tlv(0x53, data), status

    def _select_application(self, name: bytes) -> int:
        if name != AID:
            raise StatusError(NOT_FOUND)
        if (status := int(self._quirks.select_application, 16)) == OK:
            self._directory, self._current = self._personalised.application, None
        return status

    def _select_master_file(self, command: Command) -> int:
        form = self._quirks.select_mf_form
        wrong = (form == "empty" and command.data) or (form == "control-information" and command.p2 != 0)
        status = WRONG_PARAMETERS if wrong else int(self._quirks.select_mf, 16)
        if status == OK:
            self.reset()
        return status

    def _by_id(self, file_id: int, *, opened: bool) -> ElementaryFile:
        if file_id == CARD_ACCESS and (status := int(self._quirks.card_access, 16)) != OK:
            raise StatusError(status)
        return self._directory.by_id(file_id, opened=opened)

    def _by_short_id(self, short_id: int, *, opened: bool) -> ElementaryFile:
        return self._by_id(0x0100 | short_id, opened=opened)

    def _slice(self, offset: int, wanted: int | None, *, opened: bool) -> tuple[bytes, int]:
        if self._current is None:
            raise StatusError(NO_CURRENT_FILE)
        self._current.demand(opened=opened)
        content, limit = self._current.content, self._quirks.largest_block
        if wanted is None:
            raise StatusError(WRONG_LENGTH)
        if limit is not None and wanted > limit:
            raise _refusal(0x6C00 | limit if self._quirks.too_large == "6C" else WRONG_LENGTH, self._quirks.too_large)
        if offset >= len(content):
            raise StatusError(OUTSIDE)
        piece = content[offset : offset + wanted]
        if len(piece) == wanted or wanted in (256, 65536):
            return piece, OK
        status = int(self._quirks.past_end[-4:], 16)
        if status == OUTSIDE or self._quirks.past_end.startswith("bare"):
            raise _refusal(status, self._quirks.past_end)
        return piece, status


def _refusal(status: int, how: str) -> StatusError:
    return BareStatusError(status) if how.startswith("bare") else StatusError(status)


def _room_in_53(le: int | None) -> int | None:
    """File bytes that fit when tag and length of the 53 object count towards Le."""
    if le is None:
        return None
    for head, most in ((2, 0x7F), (3, 0xFF), (4, 0xFFFF)):
        if le - head <= most:
            return max(le - head, 0)
    return le - 5
