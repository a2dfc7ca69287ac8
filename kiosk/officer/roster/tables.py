"""Rows of an xlsx or csv as plain values: texts, numbers, dates, nothing. Of a formula only its last result is read.

python-calamine reads the workbook: it knows no macros, follows no link and runs no formula. One sheet, the one with
the most rows. Merged cells give their value to every cell they cover, for reading only.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Final, Protocol

from kiosk.officer.roster.container import MOST_ROWS, is_workbook, look_into
from kiosk.officer.roster.encodings import rows_of, text_of
from kiosk.officer.roster.refusals import ListEmptyError, ListRefusedError, ListTooLargeError

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

MOST_COLUMNS: Final = 200
MOST_MERGED: Final = 4 * MOST_ROWS
"""Rows that merged areas may cover altogether: more of them lie over each other."""
Cell = str | int | float | bool | date | datetime | time | timedelta | None
Area = tuple[int, int, int, int]
"""First row, first column, last row, last column, counted from 0."""


Row = Sequence[Cell]


class Rows(Protocol):
    """Rows that may be gone through again and again; a list of them will do."""

    def __len__(self) -> int: ...

    def __iter__(self) -> Iterator[Row]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One sheet. `rows` gives the cells as they stand, `read` with merged cells filled."""

    name: str
    rows: Rows = field(repr=False)
    merged: Sequence[Area] = ()

    def read(self, first: int = 0, last: int | None = None) -> Iterator[Row]:
        """The rows from `first` up to `last`, each cell of a merged area with the area's value."""
        covering = _by_row(self.merged)
        tops: dict[Area, Cell] = {}
        for number, row in enumerate(islice(self.rows, last)):
            areas = covering.get(number, ())
            for area in areas:
                if area[0] == number:
                    tops[area] = row[area[1]] if area[1] < len(row) else None
            if number >= first:
                yield _filled(row, areas, tops) if areas else row


def table_of(data: bytes) -> Table:
    """The list in these bytes. Raises `ListRefusedError` or the kind of it that says why not."""
    return _workbook(data) if is_workbook(data) else _csv(data)


def _workbook(data: bytes) -> Table:
    look_into(data)
    sheet = _sheet(data, None)
    if sheet is None or sheet.end is None:
        raise ListEmptyError
    _bound(_height(sheet), sheet.end[1] + 1)
    return Table(name=sheet.name, rows=_SheetRows(sheet), merged=_merged(sheet))


def _height(sheet: CalamineSheet) -> int:
    """Rows down to the last with a value. The reader's own `total_height` is one less."""
    return sheet.end[0] + 1 if sheet.end else 0


def _merged(sheet: CalamineSheet) -> Sequence[Area]:
    """As far as there are rows. Raises `ListTooLargeError` where going through them would take for ever."""
    last, areas = _height(sheet) - 1, []
    covered = 0
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        if top <= min(bottom, last):
            areas.append((top, left, min(bottom, last), min(right, MOST_COLUMNS - 1)))
            covered += areas[-1][2] - top + 1
            if covered > MOST_MERGED:
                raise ListTooLargeError("merged areas")
    return areas


def rows_of_sheet(data: bytes, name: str) -> Rows:
    """The rows of the sheet of that name in a workbook that was looked into. Raises `ListRefusedError`."""
    sheet = _sheet(data, name)
    if sheet is None:
        raise ListEmptyError
    return _SheetRows(sheet)


def _sheet(data: bytes, wanted: str | None) -> CalamineSheet | None:
    """The sheet of that name, or the one with the most rows."""
    from python_calamine import CalamineError, load_workbook

    try:
        with load_workbook(io.BytesIO(data)) as book:
            names = [each.name for each in book.sheets_metadata if "Sheet" in str(each.typ)]
            sheets = [book.get_sheet_by_name(name) for name in names if wanted in (None, name)]
            return max(sheets, key=_height, default=None)
    except (CalamineError, ValueError, OverflowError, KeyError, IndexError) as fault:
        raise ListRefusedError(type(fault).__name__) from None


class _SheetRows:
    """Made of the reader's own sheet each time: a fraction of what the cells take as values of Python."""

    def __init__(self, sheet: CalamineSheet) -> None:
        self._sheet = sheet

    def __len__(self) -> int:
        return _height(self._sheet)

    def __iter__(self) -> Iterator[Row]:
        before = (None,) * (self._sheet.start[1] if self._sheet.start else 0)  # the reader leaves these out
        for row in self._sheet.iter_rows():
            yield before + _plain(row)


class _CsvRows:
    """Taken apart anew each time: the text takes a third of its cells."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._length = 0
        for row in self:
            self._length += 1
            _bound(self._length, len(row))

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[Row]:
        return (tuple(cell or None for cell in row) for row in rows_of(self._text))


def _csv(data: bytes) -> Table:
    rows = _CsvRows(text_of(data))
    if not any(any(row) for row in rows):
        raise ListEmptyError
    return Table(name="csv", rows=rows)


def _bound(rows: int, columns: int) -> None:
    if rows > MOST_ROWS or columns > MOST_COLUMNS:
        raise ListTooLargeError("rows")


def _plain(row: Row) -> tuple[Cell, ...]:
    return tuple(None if cell == "" else cell for cell in row)


def _by_row(merged: Sequence[Area]) -> Mapping[int, Sequence[Area]]:
    covering: dict[int, list[Area]] = {}
    for area in merged:
        for number in range(area[0], area[2] + 1):
            covering.setdefault(number, []).append(area)
    return covering


def _filled(row: Row, areas: Sequence[Area], tops: Mapping[Area, Cell]) -> Row:
    cells = list(row)
    for area in areas:
        cells.extend([None] * (area[3] + 1 - len(cells)))
        for column in range(area[1], area[3] + 1):
            cells[column] = tops.get(area)
    return cells
