"""The list beside the files: a row a record, written by XlsxWriter in memory.

Every cell is a text, also a number, so that no zero in front is lost and nothing typed becomes a formula.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from kiosk.officer.registers.entry import RegisterEntry

WIDTHS: Final = (6, 34, 12, 10, 12, 12, 40, 34, 12, 14)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedRecord:
    """One record whose file lies on a stick under `file`; `kind` is the register's name."""

    kind: str
    entry: RegisterEntry
    file: str
    pages: int
    day: date


def book_list(records: Sequence[ListedRecord], headings: Sequence[str]) -> bytes:
    """The workbook's bytes, the records in the order in which they were scanned."""
    import xlsxwriter

    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet()
    bold = book.add_format({"bold": True, "bottom": 1})
    for column, (heading, width) in enumerate(zip(headings, WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, heading, bold)
    for row, record in enumerate(records, start=1):
        for column, text in enumerate((str(row), *_cells(record))):
            sheet.write_string(row, column, text)
    sheet.freeze_panes(1, 0)
    book.close()
    return made.getvalue()


def _cells(record: ListedRecord) -> tuple[str, ...]:
    entry = record.entry
    index = (entry.book, entry.page, entry.number, entry.year, entry.name)
    return (record.kind, *index, record.file, str(record.pages), f"{record.day:%d/%m/%Y}")
