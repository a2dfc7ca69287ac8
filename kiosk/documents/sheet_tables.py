"""A table of a sheet: empty rows to write on, and columns wide enough for their longest word."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap

from kiosk.forms.printed import PrintedItem

CHARACTERS = 72
"""What fits across the page at 11 pt, measured on names."""
DENSE_CHARACTERS = 84
"""The same at 10 pt with narrow cells, the smallest anything is set in."""
PADDING = 2
SIGNED_BY_HAND = 11
"""25 mm: a signature column is as wide whatever the columns beside it hold."""
_SIGNED = ("chữ ký", "ký tên", "ký, ghi rõ họ tên", "ký xác nhận")
_WIDEST_CELL = 26
_BY_HAND = (("Họ", 16), ("Nơi", 14), ("Địa chỉ", 14), ("TT", 0), ("STT", 0), ("Stt", 0), ("", 8))
"""Room for writing into a blank row, by how the label of the column begins: names, places, numbers, all else."""


def table_of(item: PrintedItem) -> dict[str, object]:
    """Columns, rows filled up to `min_rows`, and a share of the width for each column."""
    width = len(item.columns)
    rows = [(*row, *[""] * (width - len(row)))[:width] for row in item.rows]
    rows += [("",) * width] * (item.min_rows - len(rows))
    cells = [(column, *(row[at] for row in rows)) for at, column in enumerate(item.columns)]
    least = [_least(column) for column in cells]
    wanted = [max(need, _wanted(column[0], column[1:])) for need, column in zip(least, cells, strict=True)]
    dense = sum(wanted) > CHARACTERS
    return {
        "columns": list(item.columns),
        "rows": rows,
        "widths": _widths(cells, least, wanted, DENSE_CHARACTERS if dense else CHARACTERS),
        "dense": dense,
    }


def _least(cells: Sequence[str]) -> int:
    """What the longest word needs, and a hand that signs."""
    signed = cells[0].casefold().startswith(_SIGNED)
    return max(_longest_word(cells) + PADDING, SIGNED_BY_HAND if signed else 0)


def _longest_word(cells: Sequence[str]) -> int:
    return max((len(word) for cell in cells for word in cell.split()), default=0)


def _wanted(column: str, cells: Sequence[str]) -> int:
    longest = max(len(cell) for cell in (column, *cells))
    least = next(room for start, room in _BY_HAND if column.startswith(start))
    return max(least, min(_WIDEST_CELL, longest // 2))


def _widths(cells: Sequence[Sequence[str]], least: Sequence[int], wanted: Sequence[int], room: int) -> list[float]:
    """Every column gets what it needs at least; what is left goes, letter by letter, to the one that is the tallest
    with what it has, and once all stand on one line, to those that want more."""
    widths = list(least)
    lines = [_lines(column, width) for column, width in zip(cells, widths, strict=True)]
    for _ in range(room - sum(least)):
        tallest = max(range(len(cells)), key=lambda at: (lines[at], wanted[at] - widths[at]))
        widths[tallest] += 1
        lines[tallest] = _lines(cells[tallest], widths[tallest])
    return [float(width) for width in widths]


def _lines(cells: Sequence[str], width: int) -> int:
    """Of the tallest cell, header included, set into so many characters."""
    return max(len(wrap(cell, max(1, width - PADDING))) for cell in cells)
