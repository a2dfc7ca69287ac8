"""The elementary files of the LDS: name, short and long identifier, outer tag (ICAO Doc 9303-10 table 38)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

SMALL_FILE: Final = 64 * 1024
PHOTO_FILE: Final = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    sfi: int
    tag: int
    limit: int = SMALL_FILE


class ElementaryFile(Enum):
    """One file of the application; `number` is its data group number or None."""

    COM = _Place(sfi=0x1E, tag=0x60)
    SOD = _Place(sfi=0x1D, tag=0x77)
    DG1 = _Place(sfi=0x01, tag=0x61)
    DG2 = _Place(sfi=0x02, tag=0x75, limit=PHOTO_FILE)
    DG3 = _Place(sfi=0x03, tag=0x63)
    DG11 = _Place(sfi=0x0B, tag=0x6B)
    DG12 = _Place(sfi=0x0C, tag=0x6C)
    DG13 = _Place(sfi=0x0D, tag=0x6D)
    DG14 = _Place(sfi=0x0E, tag=0x6E)
    DG15 = _Place(sfi=0x0F, tag=0x6F)
    CARD_SECURITY = _Place(sfi=0x1D, tag=0x30)
    """Not of the application: it lies in the master file, under the identifier that EF.SOD has here."""

    @property
    def sfi(self) -> int:
        """Short file identifier for READ BINARY."""
        return self.value.sfi

    @property
    def fid(self) -> int:
        """File identifier, two bytes, for SELECT: 01 and the short identifier."""
        return 0x0100 | self.value.sfi

    @property
    def tag(self) -> int:
        """Tag of the data object that is the whole file."""
        return self.value.tag

    @property
    def limit(self) -> int:
        """Most bytes this program takes from a card for it."""
        return self.value.limit

    @property
    def number(self) -> int | None:
        """Data group number as the SOD counts, None for the files that are no data group."""
        return int(self.name[2:]) if self.name.startswith("DG") else None


CARD_ACCESS_SFI: Final = 0x1C
CARD_ACCESS_FID: Final = 0x011C
"""EF.CardAccess lies in the master file, outside the application; tag 31."""
