"""A workbook for the officer's stick, written by XlsxWriter in memory: no part of it touches a disk.

Every cell is a text, also a number or one beginning with "=": no zero in front is lost, and nothing is a formula.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import xlsxwriter
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet


@contextmanager
def text_workbook(made: io.BytesIO) -> Iterator[xlsxwriter.Workbook]:
    """A workbook that is written to `made` when the block is left."""
    import xlsxwriter

    book = xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    yield book
    book.close()


def write_table(
    sheet: Worksheet,
    columns: Iterable[tuple[str, int]],
    rows: Iterable[Sequence[str]],
    head: Format,
    line: Format | None = None,
) -> None:
    """Headings with their widths in characters, which stay in sight, and the rows below."""
    for place, (heading, width) in enumerate(columns):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, heading, head)
    for number, row in enumerate(rows, start=1):
        for place, text in enumerate(row):
            sheet.write_string(number, place, text, line)
    sheet.freeze_panes(1, 0)
