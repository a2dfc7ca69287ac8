"""How far the work on one page of a register is."""

from __future__ import annotations

from enum import Enum, auto


class RegisterStage(Enum):
    """What is in front of the officer: which register, the page, its index for the first and the second time, both
    typings side by side."""

    KIND = auto()
    PAGE = auto()
    FIRST = auto()
    AGAIN = auto()
    COMPARE = auto()
