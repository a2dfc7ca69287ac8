"""The copy that an officer takes along: every cell of the sheet where it stood, and three columns beside them.

Of a workbook it is the officer's own with its look (`kept_look`), once that was read back and says the same. Else it
is a plain one (`plain_copy`), as of every csv. Both are made in memory, so no part touches a disk, and neither has a
formula: every text is written as a text, also one beginning with "=".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kiosk.officer.roster.container import is_workbook
from kiosk.officer.roster.kept_look import copy_within
from kiosk.officer.roster.plain_copy import plain_copy
from kiosk.officer.roster.refusals import ListRefusedError
from kiosk.officer.roster.tables import Cell, Table, rows_of_sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What is written beside one row."""

    outcome: str
    details: str
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeCopy:
    """The workbook's bytes, and whether it looks as the officer's own."""

    data: bytes = field(repr=False)
    looks_the_same: bool


def copy_of(
    data: bytes, table: Table, heading_row: int, headings: Sequence[str], added: Mapping[int, Added]
) -> MadeCopy:
    """`data` is the officer's file; `added` is by row, from 0; `headings` stand over the three columns."""
    beside = {row: _texts(each) for row, each in added.items()}
    beside[heading_row] = tuple(headings)
    width = max(map(len, table.rows), default=0)
    kept = copy_within(data, table.name, width, beside) if is_workbook(data) else None
    if kept is not None and _says_the_same(kept, table, width, beside):
        return MadeCopy(data=kept, looks_the_same=True)
    return MadeCopy(data=plain_copy(table.name, table.rows, width, beside), looks_the_same=False)


def _says_the_same(copy: bytes, table: Table, width: int, beside: Mapping[int, Sequence[str]]) -> bool:
    """Whether reading the copy gives every cell of the list, and what was added."""
    try:
        rows = rows_of_sheet(copy, table.name)
        return all(
            _filled(read, width) == (*_filled(row, width)[:width], *beside.get(number, ("", "", "")))
            for number, (row, read) in enumerate(zip(table.rows, rows, strict=True))
        )
    except (ListRefusedError, ValueError):
        return False


def _filled(row: Sequence[Cell], width: int) -> tuple[Cell, ...]:
    """As wide as the list and its three columns; an empty text is an empty cell."""
    cells = ["" if cell is None else cell for cell in row]
    return tuple(cells + [""] * (width + 3 - len(cells)))


def _texts(added: Added) -> tuple[str, ...]:
    return (added.outcome, added.details, added.day)
