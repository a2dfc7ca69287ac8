"""A copy of rows as a workbook of its own: texts, numbers and dates, nothing of how they looked.

XlsxWriter makes the workbook with its formats; the rows stream into its sheet (ISO/IEC 29500-1 §18.3.1.80), because
two hundred thousand of them held as cells would take more than the process may, and its mode of constant memory
writes files. Every text is a text, also one that begins with "=".
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import IO, Final

from kiosk.officer.roster.sheet_xml import cell_place, text_cell
from kiosk.officer.roster.tables import Cell, Row

FORMATS: Final = ("dd/mm/yyyy", "dd/mm/yyyy hh:mm", "hh:mm:ss")
_DATE, _DATE_AND_TIME, _TIME = b' s="1"', b' s="2"', b' s="3"'
SHEET: Final = "xl/worksheets/sheet1.xml"
_DAY_ZERO: Final = datetime(1899, 12, 30)  # noqa: DTZ001 a sheet's days have no zone
_FIRST_DAY: Final = datetime(1900, 3, 1)  # noqa: DTZ001
"""Before it a spreadsheet counts a 29 February that never was (§18.17.4.1)."""


def plain_copy(name: str, rows: Iterable[Row], width: int, beside: Mapping[int, Sequence[str]]) -> bytes:
    """The workbook's bytes; `beside` stands in the columns from `width` on."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(_skeleton(name, width))) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            with new.open(part.filename, "w", force_zip64=True) as target:
                if part.filename == SHEET:
                    _sheet(target, old.read(part), _rows(rows, width, beside))
                else:
                    target.write(old.read(part))
    return made.getvalue()


def _skeleton(name: str, width: int) -> bytes:
    """A workbook with one sheet, three formats in the order of `FORMATS`, and room for the added columns."""
    import xlsxwriter

    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    sheet = book.add_worksheet(_sheet_name(name))
    for row, kind in enumerate(FORMATS):
        sheet.write_blank(row, 0, None, book.add_format({"num_format": kind}))
    sheet.set_column(width, width + 2, 28)
    book.close()
    return made.getvalue()


def _sheet(target: IO[bytes], skeleton: bytes, rows: Iterator[bytes]) -> None:
    head, _, rest = skeleton.partition(b"<sheetData>")
    target.write(head.replace(b'<dimension ref="A1:A3"/>', b"") + b"<sheetData>")
    for row in rows:
        target.write(row)
    target.write(b"</sheetData>" + rest.partition(b"</sheetData>")[2])


def _rows(rows: Iterable[Row], width: int, beside: Mapping[int, Sequence[str]]) -> Iterator[bytes]:
    for number, row in enumerate(rows):
        cells = [_cell(number, place, cell) for place, cell in enumerate(row)]
        added = (text_cell(number, width + place, text) for place, text in enumerate(beside.get(number, ())) if text)
        yield b'<row r="%d">%s</row>' % (number + 1, b"".join((*cells, *added)))


def _cell(row: int, column: int, cell: Cell) -> bytes:
    match cell:
        case None:
            return b""
        case bool():
            return _valued(row, column, b' t="b"', int(cell))
        case int() | float():
            return _valued(row, column, b"", cell)
        case str():
            return text_cell(row, column, cell)
        case _:
            return _moment(row, column, cell)


def _moment(row: int, column: int, cell: date | time | timedelta) -> bytes:
    """A day, a time or a length as the number that a spreadsheet has for it."""
    match cell:
        case timedelta():
            return _valued(row, column, _TIME, cell / timedelta(days=1))
        case time():
            length = timedelta(hours=cell.hour, minutes=cell.minute, seconds=cell.second)
            return _valued(row, column, _TIME, length / timedelta(days=1))
    day = cell if isinstance(cell, datetime) else datetime(cell.year, cell.month, cell.day)  # noqa: DTZ001
    if day < _FIRST_DAY:
        return text_cell(row, column, f"{day:%d/%m/%Y}")
    style = _DATE if day.time() == time() else _DATE_AND_TIME
    return _valued(row, column, style, (day - _DAY_ZERO) / timedelta(days=1))


def _valued(row: int, column: int, attributes: bytes, value: float) -> bytes:
    return b"<c %s%s><v>%s</v></c>" % (cell_place(row, column), attributes, repr(value).encode())


def _sheet_name(name: str) -> str:
    return "".join(letter for letter in name if letter not in "[]:*?/\\'")[:31] or "1"
