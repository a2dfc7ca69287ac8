"""Rows of an xlsx or csv as plain values: texts, numbers, dates, nothing. Of a formula only its last result is read.

python-calamine reads the workbook: it knows no macros, follows no link and runs no formula. One sheet, the one with
the most rows. Merged cells give their value to every cell they cover, for reading only.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Final

from kiosk.officer.roster.container import MOST_ROWS, is_workbook, look_into
from kiosk.officer.roster.encodings import rows_of, text_of
from kiosk.officer.roster.refusals import ListEmptyError, ListRefusedError, ListTooLargeError

MOST_COLUMNS: Final = 200
Cell = str | int | float | bool | date | datetime | time | timedelta | None
Area = tuple[int, int, int, int]
"""First row, first column, last row, last column, counted from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One sheet. `rows` gives the cells as they stand, `read` with merged cells filled."""

    name: str
    rows: Sequence[Sequence[Cell]] = field(repr=False)
    merged: Sequence[Area] = ()

    def read(self, first: int = 0, last: int | None = None) -> Iterator[Sequence[Cell]]:
        """The rows from `first` up to `last`, each cell of a merged area with the area's value."""
        covering = _by_row(self.merged)
        for number in range(first, len(self.rows) if last is None else min(last, len(self.rows))):
            row = self.rows[number]
            yield _filled(row, covering[number], self.rows) if number in covering else row


def table_of(data: bytes) -> Table:
    """The list in these bytes. Raises `ListRefusedError` or the kind of it that says why not."""
    return _workbook(data) if is_workbook(data) else _csv(data)


def _workbook(data: bytes) -> Table:
    look_into(data)
    from python_calamine import CalamineError, load_workbook

    try:
        with load_workbook(io.BytesIO(data)) as book:
            sheets = [book.get_sheet_by_name(each.name) for each in book.sheets_metadata if "Sheet" in str(each.typ)]
            sheet = max(sheets, key=lambda each: each.total_height, default=None)
            if sheet is None or sheet.total_height == 0:
                raise ListEmptyError
            _bound(sheet.total_height, sheet.total_width)
            merged = [(*first, *last) for first, last in sheet.merged_cell_ranges or ()]
            before = (None,) * (sheet.start[1] if sheet.start else 0)  # the reader leaves out empty columns before
            rows = [before + _plain(row) for row in sheet.iter_rows()]
            return Table(name=sheet.name, rows=rows, merged=merged)
    except (CalamineError, ValueError, OverflowError, KeyError, IndexError) as fault:
        raise ListRefusedError(type(fault).__name__) from None


def _csv(data: bytes) -> Table:
    rows: list[Sequence[Cell]] = []
    for row in rows_of(text_of(data)):
        rows.append(tuple(cell or None for cell in row))
        _bound(len(rows), len(row))
    if not any(any(row) for row in rows):
        raise ListEmptyError
    return Table(name="csv", rows=rows)


def _bound(rows: int, columns: int) -> None:
    if rows > MOST_ROWS or columns > MOST_COLUMNS:
        raise ListTooLargeError("rows")


def _plain(row: Sequence[Cell]) -> tuple[Cell, ...]:
    return tuple(None if cell == "" else cell for cell in row)


def _by_row(merged: Sequence[Area]) -> dict[int, list[Area]]:
    covering: dict[int, list[Area]] = {}
    for area in merged:
        for number in range(area[0], area[2] + 1):
            covering.setdefault(number, []).append(area)
    return covering


def _filled(row: Sequence[Cell], areas: Sequence[Area], rows: Sequence[Sequence[Cell]]) -> Sequence[Cell]:
    cells = list(row)
    for top, left, _, right in areas:
        value = rows[top][left] if left < len(rows[top]) else None
        cells.extend([None] * (right + 1 - len(cells)))
        for column in range(left, right + 1):
            cells[column] = value
    return cells
