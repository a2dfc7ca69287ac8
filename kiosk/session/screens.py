"""The screens of a visit, and how a visit can end. The map stands in ARCHITECTURE.md."""

from __future__ import annotations

from enum import Enum, auto


class Screen(Enum):
    """Where the visitor is. QML decides looks, never what comes next."""

    IDLE = auto()
    WELCOME = auto()
    HOME = auto()
    LIFE_EVENT = auto()
    SEARCH = auto()
    PROCEDURE = auto()
    CONSENT = auto()
    CARD = auto()
    READING = auto()
    LADDER = auto()
    PERSON = auto()
    QUESTION = auto()
    PROBLEMS = auto()
    CHECK = auto()
    SCAN = auto()
    PRINT = auto()
    NEXT_STEPS = auto()
    GUIDES = auto()
    GUIDE = auto()
    GUIDE_EXIT = auto()
    HELP = auto()
    END = auto()


PASSING = frozenset({Screen.READING, Screen.LADDER, Screen.PRINT, Screen.HELP})
"""Screens that "back" never returns to: they show something under way."""


class EndReason(Enum):
    """Why a visit ended."""

    FINISHED = auto()
    LEFT = auto()
    TIMED_OUT = auto()
