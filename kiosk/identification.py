"""Read this card: a card in the field and a key in hand become a person record and a verdict, or the reason why not.

    identify(reader, key, wanted, on_phase, trust=…, photo=…, attempts_left=3, partial=None)
        -> Identified | NotIdentified

Purpose-bound: only the data groups that hold `wanted` are fetched, text before photo. A wrong key costs one of
three attempts, after which the person types by hand. After a lifted card the same call with `partial` goes on at
the byte reached. Nothing is kept here between two calls; the outcome belongs to the session.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from devices.emrtd.reading import FileRead, FileStatus, Phase, Rung, Statistics
from devices.emrtd.verdict import Finding, FindingState, Reason, Verdict
from kiosk.person import PersonField, PersonRecord

__all__ = [
    "ATTEMPTS",
    "FileRead",
    "FileStatus",
    "Finding",
    "FindingState",
    "Identified",
    "NotIdentified",
    "Phase",
    "Reason",
    "Rung",
    "Statistics",
    "Verdict",
]

ATTEMPTS = 3
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
