"""The list beside the files: a row a record."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from kiosk.officer.registers.entry import RegisterEntry
from kiosk.officer.text_workbook import text_workbook, write_table

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
    made = io.BytesIO()
    with text_workbook(made) as book:
        rows = ((str(row), *_cells(record)) for row, record in enumerate(records, start=1))
        bold = book.add_format({"bold": True, "bottom": 1})
        write_table(book.add_worksheet(), zip(headings, WIDTHS, strict=True), rows, bold)
    return made.getvalue()


def _cells(record: ListedRecord) -> tuple[str, ...]:
    entry = record.entry
    index = (entry.book, entry.page, entry.number, entry.year, entry.name)
    return (record.kind, *index, record.file, str(record.pages), f"{record.day:%d/%m/%Y}")
