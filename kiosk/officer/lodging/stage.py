"""How far the work on one lodging list is."""

from __future__ import annotations

from enum import Enum, auto


class LodgingStage(Enum):
    """What is in front of the officer: the list, a card at the desk, one guest, or the passphrase of the file."""

    LIST = auto()
    CARD = auto()
    GUEST = auto()
    SEAL = auto()
