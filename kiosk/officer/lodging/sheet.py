"""The lodging list as a workbook: guests under the columns of the police's page, and a sheet that says what it is.

Written by XlsxWriter in memory, so no part of it touches a disk. Every cell is written as a text, also one beginning
with "=": nothing in it is a formula, and no number loses its first zero.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Final

from kiosk.i18n import Language, Text
from kiosk.officer.lodging.columns import ColumnValue, LodgingForm

ABOUT: Final = Text("Ghi chú", "About")
NARROW: Final = 24


def workbook(
    form: LodgingForm,
    rows: Sequence[Mapping[ColumnValue, str]],
    about: Sequence[tuple[Text, str]],
    language: Language = Language.VI,
) -> bytes:
    """The workbook's bytes. `about` stands on the second sheet: what, and its value."""
    import xlsxwriter

    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    head, line = book.add_format({"bold": True, "text_wrap": True, "border": 1}), book.add_format({"num_format": "@"})
    guests = book.add_worksheet(form.sheet.say(language)[:31])
    for place, column in enumerate(form.columns):
        guests.set_column(place, place, column.width)
        guests.write_string(0, place, column.name.say(language), head)
        for number, row in enumerate(rows, start=1):
            guests.write_string(number, place, row.get(column.id, ""), line)
    guests.freeze_panes(1, 0)
    notes = book.add_worksheet(ABOUT.say(language))
    notes.set_column(0, 0, NARROW)
    for number, (name, value) in enumerate(about):
        notes.write_string(number, 0, name.say(language), head)
        notes.write_string(number, 1, value, line)
    book.close()
    return made.getvalue()
