"""The items of a sheet as its templates take them: one list for each printed line, with widths that fit the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import assert_never

from kiosk.forms.printed import Layout, PrintedItem

ROOM_MM = 32
"""What a blank needs at least to be written on by hand."""
ROOM_BESIDE_MM = 12
_WIDEST_CELL = 26
_NARROWEST_CELL = 4
_NAME_CELL = 16
"""A name is written by hand into a blank row: its column starts with "Họ" on every official sheet."""


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
        "label": _label(item),
        "value": item.value,
        "room": ROOM_MM if alone else ROOM_BESIDE_MM,
    }
    match item.layout:
        case Layout.BOXES:
            data["boxes"] = item.boxes or 12
        case Layout.CHOICES:
            data |= _choices(item)
        case Layout.TABLE:
            data |= _table(item)
        case Layout.SECTION | Layout.LINE | Layout.CHECK | Layout.PARAGRAPH:
            pass
        case _:
            assert_never(item.layout)
    return data


def _label(item: PrintedItem) -> str:
    number = item.no.rstrip(".")
    numbered = f"{number}. {item.label}" if number and not number.endswith(")") else f"{number} {item.label}"
    label = numbered.strip()
    if item.layout in (Layout.SECTION, Layout.CHECK, Layout.TABLE) or label.endswith((":", "?", ".", "…")):
        return label if item.layout is not Layout.TABLE or not label else label.rstrip(":") + ":"
    return f"{label}:" if label else ""


def _choices(item: PrintedItem) -> dict[str, object]:
    """The chosen options ticked; a value that is none of the options is written behind them."""
    chosen = {part.strip() for part in item.value.split(";")} | {item.value}
    return {
        "options": [{"words": option, "ticked": option in chosen} for option in item.options],
        "value": "" if chosen & set(item.options) else item.value,
    }


def _table(item: PrintedItem) -> dict[str, object]:
    width = len(item.columns)
    rows = [(*row, *[""] * (width - len(row)))[:width] for row in item.rows]
    rows += [("",) * width] * (item.min_rows - len(rows))
    return {"columns": list(item.columns), "rows": rows, "widths": _widths(item.columns, rows)}


def _widths(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    """Shares of the width: the longest word of a column must fit, and longer text gets more."""
    shares = []
    for at, column in enumerate(columns):
        cells = [column, *(row[at] for row in rows)]
        longest_word = max((len(word) for cell in cells for word in cell.split()), default=0)
        longest = max(len(cell) for cell in cells)
        least = _NAME_CELL if column.startswith("Họ") else _NARROWEST_CELL
        shares.append(max(least, longest_word, min(_WIDEST_CELL, longest // 2)))
    return shares
