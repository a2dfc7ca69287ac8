"""The lodging list as a workbook: guests under the columns of the police's page, and a sheet that says what it is."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Final

from kiosk.i18n import Language, Text
from kiosk.officer.lodging.columns import ColumnValue, LodgingForm
from kiosk.officer.text_workbook import text_workbook, write_table

ABOUT: Final = Text("Ghi chú", "About")
NARROW: Final = 24


def workbook(
    form: LodgingForm,
    rows: Sequence[Mapping[ColumnValue, str]],
    about: Sequence[tuple[Text, str]],
    language: Language = Language.VI,
) -> bytes:
    """The workbook's bytes. `about` stands on the second sheet: what, and its value."""
    made = io.BytesIO()
    with text_workbook(made) as book:
        head = book.add_format({"bold": True, "text_wrap": True, "border": 1})
        line = book.add_format({"num_format": "@"})
        columns = ((column.name.say(language), column.width) for column in form.columns)
        cells = ([row.get(column.id, "") for column in form.columns] for row in rows)
        write_table(book.add_worksheet(form.sheet.say(language)[:31]), columns, cells, head, line)
        notes = book.add_worksheet(ABOUT.say(language))
        notes.set_column(0, 0, NARROW)
        for number, (name, value) in enumerate(about):
            notes.write_string(number, 0, name.say(language), head)
            notes.write_string(number, 1, value, line)
    return made.getvalue()
