"""The items of a sheet as its templates take them: one list for each printed line, numbers and labels as official."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from kiosk.documents.sheet_tables import table_of
from kiosk.forms.printed import Layout, PrintedItem

ROOM_MM = 32
"""What a blank needs at least to be written on by hand."""
ROOM_BESIDE_MM = 12
LONGEST_LINE_OF_OPTIONS = 90
"""Characters of label and options that still read as one line or two; more of them stand below each other."""
TWO_COLUMNS_UP_TO = 38


def rows_of(items: Iterable[PrintedItem]) -> list[list[dict[str, object]]]:
    """Items that stand beside each other share a row."""
    rows: list[list[PrintedItem]] = []
    for item in items:
        if item.beside and rows:
            rows[-1].append(item)
        else:
            rows.append([item])
    return [[_item(item, alone=len(row) == 1) for item in row] for row in rows]


def _item(item: PrintedItem, *, alone: bool) -> dict[str, object]:
    data: dict[str, object] = {
        "layout": item.layout.value,
        "no": _number(item.no),
        "label": _label(item),
        "value": item.value,
        "room": ROOM_MM if alone else ROOM_BESIDE_MM,
    }
    match item.layout:
        case Layout.BOXES:
            data["boxes"] = item.boxes or 12
        case Layout.CHOICES:
            data |= _choices(item, alone=alone)
        case Layout.TABLE:
            data |= table_of(item)
        case Layout.SECTION | Layout.LINE | Layout.CHECK | Layout.PARAGRAPH:
            pass
        case _:
            assert_never(item.layout)
    return data


def _number(no: str) -> str:
    """As the sheets write it: "1." but "a)" and "(1)" and "[01]"."""
    bare = no.strip().rstrip(".")
    return f"{bare}." if bare[-1:].isalnum() else bare


def _label(item: PrintedItem) -> str:
    label = item.label.strip() + item.mark
    if not label or item.layout in (Layout.SECTION, Layout.CHECK):
        return label
    if item.layout is Layout.TABLE:
        return label.rstrip(":") + ":"
    return label if label.endswith((":", "?", ".", "…")) else f"{label}:"


def _choices(item: PrintedItem, *, alone: bool) -> dict[str, object]:
    """The chosen options ticked; a value that is none of the options is written behind them."""
    chosen = set(item.value.split("\n"))
    together = len(item.label) + sum(len(option) + 4 for option in item.options)
    stacked = alone and len(item.options) > 2 and together > LONGEST_LINE_OF_OPTIONS
    longest = max((len(option) for option in item.options), default=0)
    return {
        "layout": "stacked" if stacked else "choices",
        "columns": 2 if longest <= TWO_COLUMNS_UP_TO else 1,
        "options": [{"words": option, "ticked": option in chosen} for option in item.options],
        "value": "" if chosen & set(item.options) else item.value,
    }
