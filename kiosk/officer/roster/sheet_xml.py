"""Cells of a sheet as its XML has them (ISO/IEC 29500-1 §18.3.1.4): places, and texts that are nothing more."""

from __future__ import annotations

import html
import re
from typing import Final

_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot hold."""


def text_cell(row: int, column: int, text: str, *, prefix: bytes = b"", style: bytes = b"") -> bytes:
    """A cell with a text written into it, row and column from 0; `prefix` is that of its sheet's name space."""
    plain = html.escape(_CONTROL.sub("", text), quote=False).encode()
    opening = b'<%sc %s%s t="inlineStr"><%sis><%st xml:space="preserve">' % (
        prefix, cell_place(row, column), style, prefix, prefix,
    )  # fmt: skip
    return b"%s%s</%st></%sis></%sc>" % (opening, plain, prefix, prefix, prefix)


def cell_place(row: int, column: int) -> bytes:
    """`r="K12"` for row 11 and column 10."""
    return b'r="%s%d"' % (_letters(column), row + 1)


def column_number(letters: bytes) -> int:
    """The place of a column named by letters, from 0 for A; `ZZ` is 701."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1


def _letters(column: int) -> bytes:
    made, left = b"", column + 1
    while left:
        left, rest = divmod(left - 1, 26)
        made = bytes([ord("A") + rest]) + made
    return made
