"""A csv in whatever code page: told by its mark, by being UTF-8, or by which reading makes Vietnamese words of it."""

from __future__ import annotations

import codecs
import csv
import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from kiosk.officer.roster.old_fonts import CONVERTERS, Writing, legal, odd_words
from kiosk.officer.roster.refusals import ListRefusedError, ListTooLargeError

LARGEST: Final = 60_000_000
LONGEST_CELL: Final = 32_767
"""Characters; Excel's own limit of a cell."""
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_DELIMITERS: Final = ",;\t|"
_LOOKED_AT: Final = 200_000
"""Characters by which code page and delimiter are told."""


def text_of(data: bytes) -> str:
    """The text in NFC; fonts of before Unicode are still what they were. Raises `ListRefusedError`."""
    if len(data) > LARGEST:
        raise ListTooLargeError("bytes")
    if b"\0" in data and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise ListRefusedError("not text")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data, encoding)
    try:
        return unicodedata.normalize("NFC", data.decode("utf-8"))
    except UnicodeDecodeError:
        return _legacy(data)


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
    """The rows; the delimiter is the one that stands most evenly in the first lines. Raises `ListRefusedError`."""
    csv.field_size_limit(LONGEST_CELL)
    try:
        yield from csv.reader(_lines(text), delimiter=_delimiter(text), strict=False)
    except csv.Error:
        raise ListRefusedError("csv") from None


def _lines(text: str) -> Iterator[str]:
    """Each line with its end, as a file gives it: a copy of the whole text would double what a list takes."""
    return (found[0] for found in _LINE.finditer(text))


def _delimiter(text: str) -> str:
    lines = [line for line in text[:_LOOKED_AT].splitlines()[:50] if line.strip()]
    counted = {sign: sorted(line.count(sign) for line in lines) for sign in _DELIMITERS}
    return max(_DELIMITERS, key=lambda sign: counted[sign][len(lines) // 2] if lines else 0)
