"""A csv in whatever code page: told by its mark, by its empty bytes, by being UTF-8, or by which reading makes
Vietnamese words of it."""

from __future__ import annotations

import codecs
import csv
import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from kiosk.officer.roster.old_fonts import CONVERTERS, Writing, legal, odd_words
from kiosk.officer.roster.refusals import ListOldFormatError, ListRefusedError, ListTooLargeError

LARGEST: Final = 60_000_000
LONGEST_CELL: Final = 32_767
"""Characters; Excel's own limit of a cell."""
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE: Final = ("utf-16-le", "utf-16-be")
"""UTF-16 without its mark: every ASCII character has an empty byte, behind it or before it."""
_MARKED_UP: Final = re.compile(r"\s*<(?:!doctype|html|table|\?xml|meta|head|style)", re.IGNORECASE)
"""A web page or an XML of Excel 2003 under the name of a list, as many systems save it."""
_NO_TEXT: Final = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_FEW: Final = 0.01
"""Share of control characters that a text may have: a list typed from another program has one here and there."""
_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_DELIMITERS: Final = ",;\t|"
_LOOKED_AT: Final = 200_000
"""Characters by which code page and delimiter are told."""


def text_of(data: bytes) -> str:
    """The text in NFC; fonts of before Unicode are still what they were. Raises `ListRefusedError`."""
    if len(data) > LARGEST:
        raise ListTooLargeError("bytes")
    text = _read(data)
    looked_at = text[:_LOOKED_AT]
    if _MARKED_UP.match(looked_at):
        raise ListOldFormatError
    if looked_at.startswith("%PDF-") or len(_NO_TEXT.findall(looked_at)) > max(1, _FEW * len(looked_at)):
        raise ListRefusedError("not text")
    return text


def _read(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data, encoding)
    if b"\0" in data:
        return _decoded(data, _wide(data))
    try:
        return unicodedata.normalize("NFC", data.decode("utf-8"))
    except UnicodeDecodeError:
        return _legacy(data)


def _wide(data: bytes) -> str:
    """Which UTF-16 without a mark this is. Raises `ListRefusedError`."""
    sample = data[:_LOOKED_AT]
    low, high = sample[0::2].count(0), sample[1::2].count(0)
    if len(data) % 2 or 4 * min(low, high) > max(low, high) or 8 * max(low, high) < len(sample):
        raise ListRefusedError("not text")
    return _WIDE[0] if high > low else _WIDE[1]


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return unicodedata.normalize("NFC", data.decode(encoding))
    except UnicodeDecodeError:
        raise ListRefusedError(encoding) from None


def _legacy(data: bytes) -> str:
    """Windows' Vietnamese code page, or Latin-1 with the letters of an old font."""
    windows = unicodedata.normalize("NFC", data.decode("cp1258", errors="replace"))
    latin = data.decode("latin-1")
    scores = {
        text: max(legal(convert(word) for word in odd_words([text[:_LOOKED_AT]])) for convert in converters)
        for text, converters in ((windows, [CONVERTERS[Writing.UNICODE]]), (latin, list(CONVERTERS.values())))
    }
    return windows if scores[windows] >= scores[latin] else latin


def rows_of(text: str) -> Iterator[list[str]]:
    """The rows; the delimiter is the one that stands most evenly in the first lines. Raises `ListRefusedError`.

    A quotation mark that nothing closes would take every row behind it for one cell: such a list is refused.
    """
    csv.field_size_limit(LONGEST_CELL)
    lines, delimiter = _Lines(text), _delimiter(text)
    try:
        for row in csv.reader(lines, delimiter=delimiter, strict=False):
            if lines.is_over and len(lines.since_last_row) > 1:
                list(csv.reader(lines.since_last_row, delimiter=delimiter, strict=True))
            lines.since_last_row.clear()
            yield row
    except csv.Error:
        raise ListRefusedError("csv") from None


class _Lines:
    """Each line with its end, as a file gives it: a copy of the whole text would double what a list takes."""

    def __init__(self, text: str) -> None:
        self._found = _LINE.finditer(text)
        self.since_last_row: list[str] = []
        self.is_over = False

    def __iter__(self) -> Iterator[str]:
        for found in self._found:
            self.since_last_row.append(found[0])
            yield found[0]
        self.is_over = True


def _delimiter(text: str) -> str:
    lines = [line for line in text[:_LOOKED_AT].splitlines()[:50] if line.strip()]
    counted = {sign: sorted(line.count(sign) for line in lines) for sign in _DELIMITERS}
    return max(_DELIMITERS, key=lambda sign: counted[sign][len(lines) // 2] if lines else 0)
