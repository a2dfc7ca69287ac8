"""The words in which a read of the card is told: phases, what became of each file, and what it cost.

Nothing here holds a value of a person; a receipt names files, lengths and outcomes only.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Phase(Enum):
    """Where a read stands, in the order it happens; READING_PHOTO is left out when no photo is asked for."""

    CONNECTING = "connecting"
    OPENING = "opening"
    READING_TEXT = "reading-text"
    READING_PHOTO = "reading-photo"
    CHECKING = "checking"


class Rung(Enum):
    """The layers between us and the data, from the bottom up; a failure names the one that broke."""

    SERVICE = "service"
    DRIVER = "driver"
    READER = "reader"
    CARD = "card"
    APPLICATION = "application"
    ACCESS = "access"
    DATA = "data"


class FileStatus(Enum):
    """How the reading of one elementary file ended."""

    READ = "read"
    ABSENT = "absent"
    REFUSED = "refused"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRead:
    """One line of the receipt: the file's name (`DG13`), its bytes (0 unless read), what became of it."""

    name: str
    length: int
    status: FileStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """What the read cost on the link; milliseconds are wall-clock time from connect to verdict."""

    apdus: int
    bytes_out: int
    bytes_in: int
    milliseconds: float
