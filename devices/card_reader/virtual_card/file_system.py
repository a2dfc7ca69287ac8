"""The elementary files of the chip and who may read them (ICAO 9303-10 clause 3.11)."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from devices.card_reader.virtual_card.apdu import StatusError

NOT_FOUND = 0x6A82
NOT_ALLOWED = 0x6982
CARD_ACCESS, CARD_SECURITY = 0x011C, 0x011D
COM, SOD = 0x011E, 0x011D
FIRST_DATA_GROUP = 0x0100


class ReadRight(Enum):
    """What a terminal must have proved before it may read."""

    ALWAYS = "always"
    ACCESS = "access"
    EXTENDED_ACCESS = "extended-access"


@dataclass(frozen=True, slots=True, kw_only=True)
class ElementaryFile:
    """Bytes and the right they need."""

    content: bytes = field(repr=False)
    right: ReadRight = ReadRight.ACCESS

    def demand(self, *, opened: bool) -> None:
        """StatusError 6982 unless a session with enough rights is on; none of ours ever has extended access."""
        if self.right is ReadRight.EXTENDED_ACCESS or (self.right is ReadRight.ACCESS and not opened):
            raise StatusError(NOT_ALLOWED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """Files by identifier; the short identifier is the low five bits."""

    files: dict[int, ElementaryFile]

    def by_id(self, file_id: int, *, opened: bool) -> ElementaryFile:
        """The file of SELECT; StatusError 6A82 or 6982."""
        if file_id not in self.files:
            raise StatusError(NOT_FOUND)
        found = self.files[file_id]
        found.demand(opened=opened)
        return found
