"""How far the check of one list is."""

from __future__ import annotations

from enum import Enum, auto


class ListStage(Enum):
    """What is in front of the officer: lists to pick, one being opened, its columns, or card after card."""

    PICK = auto()
    OPENING = auto()
    COLUMNS = auto()
    CARDS = auto()
