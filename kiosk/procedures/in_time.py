"""The parts of a procedure that come and go by the day: who may file, where, by which way, on what legal ground.

Each may stand in the file as plain words, which hold always and rest on the record's `status`, or as a list with days
of validity, of which the first that holds on the day is shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import TypeVar

from kiosk.content.fact import Dated, Fact, effective
from kiosk.i18n import Text

ASK_STAFF = Text("Hỏi cán bộ", "Ask the staff")
"""What is said in the place of something that is over and has nothing after it."""


class Filing(Enum):
    """Where a person can file."""

    ONLINE = "online"
    DESK = "desk"
    POST = "post"


class Who(Fact, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who may file, as long as it holds."""

    text: Text


class Place(Fact, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Where to go, as long as it holds."""

    text: Text


class Channel(Fact, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A way to file, as long as it holds, or with a source of its own."""

    may_pass = True

    way: Filing


class LegalBasis(Dated, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A law, decree or circular, as long as it is in force."""

    may_pass = True

    text: str


D = TypeVar("D", bound=Dated)
S = TypeVar("S", Who, Place)


def held(parts: Iterable[D], day: date) -> tuple[D, ...]:
    """Those that hold on `day`, in the order of the file."""
    return tuple(part for part in parts if part.holds_on(day))


def said_on(said: Text | tuple[S, ...], day: date) -> Text:
    """The words that hold on `day`; "Hỏi cán bộ" when none do."""
    if isinstance(said, Text):
        return said
    holding = effective(said, day)
    return holding.text if holding else ASK_STAFF


def ways_on(filing: Iterable[Filing | Channel], day: date) -> tuple[Filing, ...]:
    """The ways to file that are open on `day`, each once."""
    open_ways = (
        way.way if isinstance(way, Channel) else way
        for way in filing
        if not isinstance(way, Channel) or way.holds_on(day)
    )
    return tuple(dict.fromkeys(open_ways))


def grounds_on(legal_basis: Iterable[str | LegalBasis], day: date) -> tuple[str, ...]:
    """The laws in force on `day`."""
    return tuple(
        each.text if isinstance(each, LegalBasis) else each
        for each in legal_basis
        if not isinstance(each, LegalBasis) or each.holds_on(day)
    )
