"""A table of a sheet: empty rows to write on, and columns wide enough for their longest word."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.forms.printed import PrintedItem

CHARACTERS = 72
"""What fits across the page at 11 pt, measured on names."""
DENSE_CHARACTERS = 84
"""The same at 10 pt with narrow cells, the smallest anything is set in."""
PADDING = 2
_WIDEST_CELL = 26
_BY_HAND = (("Họ", 16), ("Nơi", 14), ("Địa chỉ", 14), ("TT", 0), ("STT", 0), ("Stt", 0), ("", 8))
"""Room for writing into a blank row, by how the label of the column begins: names, places, numbers, all else."""


def table_of(item: PrintedItem) -> dict[str, object]:
    """Columns, rows filled up to `min_rows`, and a share of the width for each column."""
    width = len(item.columns)
    rows = [(*row, *[""] * (width - len(row)))[:width] for row in item.rows]
    rows += [("",) * width] * (item.min_rows - len(rows))
    least = [_longest_word([column, *(row[at] for row in rows)]) + PADDING for at, column in enumerate(item.columns)]
    wanted = [_wanted(column, [row[at] for row in rows]) for at, column in enumerate(item.columns)]
    dense = sum(max(pair) for pair in zip(least, wanted, strict=True)) > CHARACTERS
    return {
        "columns": list(item.columns),
        "rows": rows,
        "widths": _shares(least, wanted, DENSE_CHARACTERS if dense else CHARACTERS),
        "dense": dense,
    }


def _longest_word(cells: Sequence[str]) -> int:
    return max((len(word) for cell in cells for word in cell.split()), default=0)


def _wanted(column: str, cells: Sequence[str]) -> int:
    longest = max(len(cell) for cell in (column, *cells))
    least = next(room for start, room in _BY_HAND if column.startswith(start))
    return max(least, min(_WIDEST_CELL, longest // 2))


def _shares(least: Sequence[int], wanted: Sequence[int], room: int) -> list[float]:
    """Every column gets what its longest word needs; what is left goes to those that want more."""
    more = [max(0, want - need) for need, want in zip(least, wanted, strict=True)]
    left = max(0, room - sum(least))
    total = sum(more)
    if not total:
        return [float(need) for need in least]
    return [round(need + left * extra / total, 2) for need, extra in zip(least, more, strict=True)]
