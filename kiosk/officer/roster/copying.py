"""The copy that an officer takes along: every cell of the sheet where it stood, and three columns beside them.

Written by XlsxWriter in memory, so no part of it touches a disk. Every text is written as a text, also one beginning
with "=": nothing in the copy is a formula. Merged cells keep their value in their first cell; fonts, widths and other
sheets stay in the officer's own file, which is as it was.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from kiosk.officer.roster.tables import Cell, Table

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

DATE: Final = "dd/mm/yyyy"
DATE_AND_TIME: Final = "dd/mm/yyyy hh:mm"
TIME: Final = "hh:mm:ss"


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What is written beside one row."""

    outcome: str
    details: str
    day: str


def copy_of(table: Table, heading_row: int, headings: Sequence[str], added: Mapping[int, Added]) -> bytes:
    """The workbook's bytes. `added` is by row, from 0; `headings` stand over the three columns."""
    import xlsxwriter

    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet(_sheet_name(table.name))
    formats = {kind: book.add_format({"num_format": kind}) for kind in (DATE, DATE_AND_TIME, TIME)}
    width = max(map(len, table.rows), default=0)
    for number, row in enumerate(table.rows):
        for place, cell in enumerate(row):
            _write(sheet, number, place, cell, formats)
        beside = headings if number == heading_row else _texts(added.get(number))
        for place, text in enumerate(beside):
            sheet.write_string(number, width + place, text)
    book.close()
    return made.getvalue()


def _texts(added: Added | None) -> tuple[str, ...]:
    return (added.outcome, added.details, added.day) if added else ()


def _write(sheet: Worksheet, row: int, place: int, cell: Cell, formats: Mapping[str, Format]) -> None:
    match cell:
        case None:
            pass
        case bool():
            sheet.write_boolean(row, place, cell)
        case int() | float():
            sheet.write_number(row, place, cell)
        case str():
            sheet.write_string(row, place, cell)
        case datetime():
            sheet.write_datetime(row, place, cell, formats[DATE_AND_TIME if cell.time() != time() else DATE])
        case date():
            sheet.write_datetime(row, place, cell, formats[DATE])
        case time() | timedelta():
            sheet.write_datetime(row, place, cell, formats[TIME])


def _sheet_name(name: str) -> str:
    return "".join(letter for letter in name if letter not in "[]:*?/\\'")[:31] or "1"
