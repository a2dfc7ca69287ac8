"""The two outcomes of reading a card, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from devices.emrtd.partial_read import PartialRead
from devices.emrtd.reading import FileRead, Rung, Statistics
from devices.emrtd.verdict import Verdict
from kiosk.person import PersonField, PersonRecord

ATTEMPTS: Final = 3
"""Tries with a key before the person is asked to type by hand; chips slow down after wrong ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identified:
    """The card was opened and what was asked for was read; `verdict` says what of it was proved."""

    person: PersonRecord = field(repr=False)
    verdict: Verdict
    fields_read: frozenset[PersonField]
    """The privacy receipt: the fields handed on, always a subset of those asked for."""
    receipt: tuple[FileRead, ...]
    access: str
    """How the chip was opened: `PACE-CAN`, `PACE-MRZ` or `BAC`."""
    statistics: Statistics


@dataclass(frozen=True, slots=True, kw_only=True)
class NotIdentified:
    """The card was not read; `code` is a key of `config/failures.toml`."""

    code: str
    rung: Rung
    attempts_left: int | None = None
    """After `card.wrong-key`: how many tries remain; 0 means type by hand. None where no try was spent."""
    partial: PartialRead | None = None
    """What was read before the card was lifted; hand it to the next call, or wipe it."""
