"""Which column is which: guessed from headings and from what stands below them, shown to the officer for a yes.

Headings may take several rows, merged or not. Lists of communes often have the year of birth in two columns, one for
men and one for women. The guess looks at the first rows only and keeps no value.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import Final

from kiosk.i18n import fold
from kiosk.officer.roster.old_fonts import CONVERTERS, Writing
from kiosk.officer.roster.tables import Cell, Table
from kiosk.officer.roster.values import OLD, PERSONAL, birth_of, digits_of


class ListColumn(StrEnum):
    """What a column may mean."""

    NAME = "name"
    FAMILY_NAME = "family-name"
    GIVEN_NAME = "given-name"
    BIRTH = "birth"
    BIRTH_MALE = "birth-male"
    BIRTH_FEMALE = "birth-female"
    NUMBER = "number"
    OLD_NUMBER = "old-number"
    ADDRESS = "address"


_WORDS: Final[Sequence[tuple[ListColumn, re.Pattern[str]]]] = [
    (column, re.compile(pattern))
    for column, pattern in (
        (ListColumn.NUMBER, r"\b(?:cccd|can cuoc|dinh danh|ddcn|ma so dinh danh|so giay to|so cc)\b"),
        (ListColumn.OLD_NUMBER, r"\b(?:cmnd|cmt|chung minh)\b"),
        (ListColumn.BIRTH_MALE, r"sinh.*\bnam\b\s*$(?<!nam sinh)"),
        (ListColumn.BIRTH_FEMALE, r"sinh.*\bnu\b"),
        (ListColumn.BIRTH, r"\bsinh\b|\bnam sinh\b|\bns\b"),
        (ListColumn.FAMILY_NAME, r"^ho(?: va)?(?: ten)? (?:dem|lot|chu lot|ten dem)\b|^ho$|^ho va chu dem$"),
        (
            ListColumn.NAME,
            r"\bho(?: va| ,)? ?ten\b|\bho ten\b|\bten (?:chu ho|doi tuong|nguoi|khach|hoc sinh|chu su dung)",
        ),
        (ListColumn.GIVEN_NAME, r"^ten$|^ten goi$"),
        (ListColumn.ADDRESS, r"\bdia chi\b|\bnoi (?:cu tru|o|thuong tru)\b|\bthuong tru\b|\bho khau\b|\bcho o\b"),
    )
]
HEADING_ROWS: Final = 20
"""Headings begin within so many rows."""
SAMPLE: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """Where the data begins, what each column is called, and what it seems to be."""

    first_row: int
    headings: tuple[str, ...]
    columns: Mapping[int, ListColumn]
    writing: Writing

    @property
    def fingerprint(self) -> str:
        """Of the headings alone: by it a mapping that an officer said yes to is found again, and no value of it."""
        return hashlib.sha256("\x1f".join(fold(heading) for heading in self.headings).encode()).hexdigest()[:32]


def guess(table: Table, writing: Writing) -> Guess:
    """What this table seems to be; no `columns` where nothing was recognised."""
    tops = [[_texts(row, convert) for row in table.read(0, HEADING_ROWS)] for convert in _readings(writing)]
    top = max(tops, key=lambda texts: max(map(_known, texts), default=0))
    start, rows = _heading(top)
    headings = _joined(top[start : start + rows])
    columns = {place: column for place, heading in enumerate(headings) if (column := _by_words(heading))}
    first = start + rows
    sample = [list(row) for row in islice(table.read(first), SAMPLE)]
    columns = _by_content(columns, sample, len(headings))
    first += _numbering_row(sample)
    return Guess(first_row=first, headings=headings, columns=_one_each(columns), writing=writing)


def _readings(writing: Writing) -> Sequence[Callable[[str], str]]:
    """Headings are often younger than the rows: read as they stand first, then as the rows are written."""
    return [CONVERTERS[each] for each in dict.fromkeys((Writing.UNICODE, writing))]


def _texts(row: Sequence[Cell], convert: Callable[[str], str]) -> list[str]:
    return [" ".join(convert(cell).split()) if isinstance(cell, str) else "" for cell in row]


def _known(texts: Sequence[str]) -> int:
    """How many meanings a row of headings has."""
    return len({column for text in texts if (column := _by_words(text))})


def _heading(top: Sequence[Sequence[str]]) -> tuple[int, int]:
    """The row whose cells most headings are, and how many rows belong to it."""
    scores = [_known(row) for row in top]
    if not scores or max(scores) == 0:
        return 0, 0
    start = scores.index(max(scores))
    rows = 1
    while start + rows < len(top) and rows < 3 and _is_heading_below(top[start], top[start + rows]):
        rows += 1
    return start, rows


def _is_heading_below(above: Sequence[str], below: Sequence[str]) -> bool:
    """A second row of headings: short words under a heading that spans them, nothing that is a value."""
    filled = [text for text in below if text]
    said = {fold(text) for text in filled}
    is_split = bool(said & {"nam", "nu", "ngay", "thang"})
    repeated = sum(text == other for text, other in zip(above, below, strict=False) if text)
    return (
        bool(filled) and (is_split or repeated >= len(filled) / 2) and not any(re.search(r"\d{3}", t) for t in filled)
    )


def _joined(rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    width = max((len(row) for row in rows), default=0)
    columns = ([row[place] for row in rows if place < len(row) and row[place]] for place in range(width))
    return tuple(" ".join(dict.fromkeys(parts)) for parts in columns)


def _by_words(heading: str) -> ListColumn | None:
    said = re.sub(r"[^\w\s,/]", " ", fold(heading))
    said = " ".join(said.split())
    if not said or len(said) > 80:
        return None
    return next((column for column, pattern in _WORDS if pattern.search(said)), None)


def _by_content(
    known: Mapping[int, ListColumn], sample: Sequence[Sequence[Cell]], width: int
) -> dict[int, ListColumn]:
    """What headings left open, by what most cells of the column are."""
    columns = dict(known)
    for place in range(max([width, *(len(row) for row in sample)], default=0)):
        cells = [row[place] for row in sample if place < len(row) and row[place] is not None]
        if len(cells) < 2:
            continue
        told = columns.get(place)
        seems = _seems(cells)
        if told in (None, ListColumn.OLD_NUMBER) and seems is ListColumn.NUMBER:
            columns[place] = ListColumn.NUMBER
        elif told is None and seems is not None and seems not in columns.values():
            columns[place] = seems
    return columns


def _seems(cells: Sequence[Cell]) -> ListColumn | None:
    """What most of these cells can be; birth first, because its digits could be a number's."""
    if sum(birth_of(cell) is not None for cell in cells) > 0.8 * len(cells):
        return ListColumn.BIRTH
    lengths = Counter(len(digits_of(cell)) for cell in cells)
    if lengths[PERSONAL] > 0.6 * len(cells):
        return ListColumn.NUMBER
    return ListColumn.OLD_NUMBER if lengths[OLD] > 0.6 * len(cells) else None


def _numbering_row(sample: Sequence[Sequence[Cell]]) -> int:
    """1 where a row of column numbers (1, 2, 3 …) stands under the headings."""
    if not sample:
        return 0
    cells = [str(cell).strip("() ") for cell in sample[0] if cell is not None]
    numbers = [cell.removesuffix(".0") for cell in cells]
    return int(
        len(numbers) > 2 and all(n.isdecimal() and len(n) <= 2 for n in numbers) and len(set(numbers)) == len(numbers)
    )


def _one_each(columns: Mapping[int, ListColumn]) -> dict[int, ListColumn]:
    """The first column of each meaning; a list of couples has two, and the officer may choose the other."""
    found: dict[int, ListColumn] = {}
    for place in sorted(columns):
        if columns[place] not in found.values():
            found[place] = columns[place]
    if ListColumn.BIRTH in found.values() and {ListColumn.BIRTH_MALE, ListColumn.BIRTH_FEMALE} & set(found.values()):
        found = {place: column for place, column in found.items() if column is not ListColumn.BIRTH}
    return found
