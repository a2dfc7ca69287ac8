"""The people of a list, read from its rows by the meaning of its columns, as far as they are compared with a card."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kiosk.officer.roster.columns import Guess, ListColumn
from kiosk.officer.roster.old_fonts import CONVERTERS
from kiosk.officer.roster.packed import ListedPerson
from kiosk.officer.roster.tables import Cell, Table
from kiosk.officer.roster.values import OLD, PERSONAL, birth_of, digits_of, numbers_of


def listed_people(table: Table, guessed: Guess) -> Iterator[ListedPerson]:
    """The rows that name somebody."""
    places = {column: place for place, column in guessed.columns.items()}
    convert = CONVERTERS[guessed.writing]
    for offset, row in enumerate(table.read(guessed.first_row)):
        entry = _entry(guessed.first_row + offset, _Row(row, places, convert))
        if entry.name or entry.number or entry.old_number:
            yield entry


@dataclass(frozen=True, slots=True)
class _Row:
    """One row by the meaning of its columns."""

    cells: Sequence[Cell]
    places: Mapping[ListColumn, int]
    convert: Callable[[str], str]

    def cell(self, column: ListColumn) -> Cell:
        place = self.places.get(column)
        return None if place is None or place >= len(self.cells) else self.cells[place]

    def text(self, column: ListColumn) -> str:
        cell = self.cell(column)
        return " ".join(self.convert(cell).split()) if isinstance(cell, str) else ""


def _entry(number: int, row: _Row) -> ListedPerson:
    name = row.text(ListColumn.NAME)
    if ListColumn.GIVEN_NAME in row.places:
        family = row.text(ListColumn.FAMILY_NAME) or name
        given = row.text(ListColumn.GIVEN_NAME)
        name = family if family.casefold().endswith(f" {given.casefold()}") else f"{family} {given}".strip()
    elif not name:
        name = row.text(ListColumn.FAMILY_NAME)
    born = [row.cell(column) for column in (ListColumn.BIRTH, ListColumn.BIRTH_MALE, ListColumn.BIRTH_FEMALE)]
    birth = next((found for cell in born if (found := birth_of(cell))), None)
    personal, beside = numbers_of(row.cell(ListColumn.NUMBER))
    old = digits_of(row.cell(ListColumn.OLD_NUMBER)) or beside
    if len(personal) == OLD and not old:  # one column for whichever number there was
        personal, old = "", personal
    if len(old) == PERSONAL and not personal:
        personal, old = old, ""
    return ListedPerson(
        row=number,
        name=name,
        birth=birth,
        number=personal,
        old_number=old,
        address=row.text(ListColumn.ADDRESS),
        unread_birth=birth is None and any(_says_something(cell) for cell in born),
        unread_number=not personal and not old and any(map(str.isdecimal, str(row.cell(ListColumn.NUMBER) or ""))),
    )


def _says_something(cell: Cell) -> bool:
    """More than a dash for what is not known."""
    return any(map(str.isalnum, str(cell or "")))
