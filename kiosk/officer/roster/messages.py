"""What the station and the process that reads a list say to each other: one JSON line a message, the file as bytes.

A request goes down, exactly one answer comes back. Only `Match` and `Copy` carry a person, and nothing of them is
kept by either side longer than the list is open.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from kiosk.counts.events import ListOutcome
from kiosk.officer.roster.columns import ListColumn
from kiosk.officer.roster.matching import Difference, Note
from kiosk.officer.roster.old_fonts import Writing


class Open(msgspec.Struct, frozen=True, kw_only=True, tag="open"):
    """Read the list whose so many bytes follow this line."""

    size: int


class UseColumns(msgspec.Struct, frozen=True, kw_only=True, tag="use-columns"):
    """The officer's yes: these columns, by their place from 0."""

    columns: Mapping[int, ListColumn]


class Match(msgspec.Struct, frozen=True, kw_only=True, tag="match"):
    """What does the list say of this card?"""

    name: str
    birth: str
    number: str = ""
    old_number: str = ""
    address: str = ""

    def __repr__(self) -> str:
        return "Match()"


class BesideRow(msgspec.Struct, frozen=True, kw_only=True):
    """What the copy has beside one row."""

    outcome: str
    details: str
    day: str


class Copy(msgspec.Struct, frozen=True, kw_only=True, tag="copy"):
    """Make the copy: what stands beside each row, under these headings."""

    headings: tuple[str, ...]
    rows: Mapping[int, BesideRow]


Request = Open | UseColumns | Match | Copy


class Down(msgspec.Struct, frozen=True, kw_only=True):
    """One line to the process."""

    asked: Request


class Opened(msgspec.Struct, frozen=True, kw_only=True, tag="opened"):
    """The list as it seems to be; `samples` are not sent, the officer has the list."""

    rows: int
    headings: tuple[str, ...]
    columns: Mapping[int, ListColumn]
    writing: Writing
    fingerprint: str


class MayMatch(msgspec.Struct, frozen=True, kw_only=True, tag="ready"):
    """So many rows name somebody, and cards may come."""

    people: int


class ListAnswer(msgspec.Struct, frozen=True, kw_only=True, tag="list-answer"):
    """What the list says of a card."""

    outcome: ListOutcome
    row: int | None = None
    differs: tuple[Difference, ...] = ()
    notes: tuple[Note, ...] = ()


class Copied(msgspec.Struct, frozen=True, kw_only=True, tag="copied"):
    """So many bytes of an xlsx follow this line; whether it has the look of the officer's own."""

    size: int
    looks_the_same: bool


class Refused(msgspec.Struct, frozen=True, kw_only=True, tag="refused"):
    """It cannot be done; `code` is in the failure book."""

    code: str


Answer = Opened | MayMatch | ListAnswer | Copied | Refused


class Up(msgspec.Struct, frozen=True, kw_only=True):
    """What the list process answers to one message."""

    answer: Answer
