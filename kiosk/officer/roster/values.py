"""What a cell of a list says: a number as digits, a birth as far as it goes, a name as words to compare."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final

from kiosk.forms.place_names import spelled
from kiosk.i18n import fold
from kiosk.officer.roster.tables import Cell

PERSONAL, OLD = 12, 9
"""Digits of a personal number, and of the identity card of before."""
_DATE: Final = re.compile(
    r"(?<!\d)(\d{1,4})\s*(?:[/.,\-]{1,2}|\s)\s*(\d{1,2})\s*(?:[/.,\-]{1,2}|\s)\s*(\d{1,4})(?!\d)"
)
_MONTH: Final = re.compile(r"(\d{1,2})\s*[/.,\-]\s*(\d{4})")
_WORDED: Final = re.compile(r"\b(?:ngay|thang|nam|sinh|mung)\b")
"""What stands between the numbers of "ngày 10 tháng 02 năm 1990", without marks."""
_MONTHS: Final = {
    name: str(number) for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)
}
_MONTH_NAMED: Final = re.compile(r"(?<![a-z])(" + "|".join(_MONTHS) + r")[a-z]*")
_MONTH_FIRST: Final = re.compile(r"^\s*([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?=[\s,])")
_POWER: Final = re.compile(r"(\d)[.,]?(\d*)[eE]\+?(\d{1,2})")
"""A long number as a spreadsheet shows it in a narrow column: 4.0190012345E+10."""
_SEVERAL: Final = re.compile(r"\d(?:[ .\-\u00a0]?\d)*")
"""Numbers of one cell, apart by anything that is no blank, dot or dash."""
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_DAY_ZERO: Final = date(1899, 12, 30)
"""Day 0 of a spreadsheet's serial numbers (ISO/IEC 29500-1 §18.17.4.1)."""
_FIRST_SERIAL, _LAST_SERIAL = 3_000, 60_000
"""1908 to 2064: a number beyond is a year or nothing."""
_LOOKALIKES: Final = str.maketrans(
    {"Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "ɖ": "đ", "\u200b": None, "\u200d": None, "\ufeff": None}
)
"""Letters of other languages that look like Đ, as old keyboards wrote them, and signs without any width."""
_NOT_LETTERS: Final = re.compile(r"[^\w\s]|\d|_")


@dataclass(frozen=True, slots=True, kw_only=True)
class Birth:
    """A day of birth as far as it is known; a month or a day of 0 is not."""

    year: int = field(repr=False)
    month: int = field(default=0, repr=False)
    day: int = field(default=0, repr=False)

    def agrees(self, other: Birth) -> bool:
        """Whether both may be one birth: what only one of them knows is no difference."""
        months = not self.month or not other.month or self.month == other.month
        days = not self.day or not other.day or self.day == other.day
        return self.year == other.year and months and days


def digits_of(cell: Cell) -> str:
    """The digits of a number's cell; zeros that a number lost in front are put back."""
    if cell is None or isinstance(cell, bool | date):
        return ""
    if isinstance(cell, float):
        cell = int(cell) if cell.is_integer() else str(cell)
    text = unicodedata.normalize("NFKC", str(cell)).strip().strip("'")
    if power := _POWER.fullmatch(text):
        return _with_zeros(_written_out(*power.groups()))
    found = re.sub(r"[^0-9]", "", text)
    if isinstance(cell, int) or len(found) != len(text):
        return _with_zeros(found)
    return _with_zeros(found) if len(found) in (11, 8) else found


def numbers_of(cell: Cell) -> tuple[str, str]:
    """A personal number and one of the card before, where one cell has both (040190012345/186123456); else the
    digits of the cell at the place of the first."""
    whole = digits_of(cell)
    if not isinstance(cell, str) or len(whole) <= PERSONAL:
        return whole, ""
    apart = [digits_of(found) for found in _SEVERAL.findall(unicodedata.normalize("NFKC", cell))]
    personal = [digits for digits in apart if len(digits) == PERSONAL]
    old = [digits for digits in apart if len(digits) == OLD]
    return (personal[0], old[0] if old else "") if personal else (whole, "")


def _written_out(first: str, rest: str, power: str) -> str:
    """Nothing where the spreadsheet has cut digits away."""
    return first + rest if len(rest) == int(power) else ""


def _with_zeros(digits: str) -> str:
    if OLD < len(digits) < PERSONAL:
        return digits.zfill(PERSONAL)
    return digits.zfill(OLD) if OLD - 2 <= len(digits) < OLD else digits


def birth_of(cell: Cell) -> Birth | None:
    """From a date, a serial number, a year or a text; None where none of these is there."""
    match cell:
        case datetime() | date():
            return Birth(year=cell.year, month=cell.month, day=cell.day)
        case bool() | None:
            return None
        case int() | float():
            return _birth_of_number(cell)
        case str():
            return _birth_of_text(_in_digits(unicodedata.normalize("NFKC", cell).strip().strip("'")))
        case _:
            return None


def _birth_of_number(number: float) -> Birth | None:
    whole = int(number)
    if 1900 <= whole <= 2100 and whole == number:
        return Birth(year=whole)
    if _FIRST_SERIAL <= whole <= _LAST_SERIAL:
        day = _DAY_ZERO + timedelta(days=whole)
        return Birth(year=day.year, month=day.month, day=day.day)
    return _birth_of_text(str(whole))


def _in_digits(text: str) -> str:
    """Months and days named by words become the numbers they stand for: "10 tháng 02 năm 1990", "10-Feb-1990"."""
    if not any(letter.isalpha() for letter in text):
        return text
    plain = " ".join(_WORDED.sub(" ", fold(text)).split())
    plain = _MONTH_FIRST.sub(r"\2 \1", plain)
    return _MONTH_NAMED.sub(lambda found: _MONTHS[found[1]], plain)


def _birth_of_text(text: str) -> Birth | None:
    if found := _DATE.search(text):
        first, middle, last = (int(part) for part in found.groups())
        year, day = (first, last) if first > 31 else (last, first)
        return _birth(year, middle, day)
    if found := _MONTH.fullmatch(text):
        return _birth(int(found[2]), int(found[1]), 0)
    if text.isdecimal() and len(text) == 8:
        return _birth(int(text[4:]), int(text[2:4]), int(text[:2])) or _birth(
            int(text[:4]), int(text[4:6]), int(text[6:])
        )
    found = _YEAR.search(text)
    return Birth(year=int(found[0])) if found and len(re.sub(r"\D", "", text)) == 4 else None


def _birth(year: int, month: int, day: int) -> Birth | None:
    """Two digits of a year are read so that nobody is born in the future of 2030."""
    if year < 100:
        year += 1900 if year > 30 else 2000
    if not 1900 <= year <= 2100:
        return None
    if month > 12 and day <= 12:
        month, day = day, month
    return Birth(year=year, month=month, day=day) if 0 <= month <= 12 and 0 <= day <= 31 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name to compare: its words as they are spelt, and without marks."""

    words: tuple[str, ...] = field(repr=False)
    folded: tuple[str, ...] = field(repr=False)

    @property
    def key(self) -> str:
        """The words without marks in the order of the alphabet: one key for every order."""
        return " ".join(sorted(self.folded))

    def agrees(self, other: Name) -> bool:
        """Whether both may be one name: in any order of its words; marks that one of them does not write are no
        difference, other marks are."""
        if sorted(self.folded) != sorted(other.folded):
            return False
        return self._unmarked or other._unmarked or sorted(self.words) == sorted(other.words)

    @property
    def _unmarked(self) -> bool:
        return self.words == self.folded


@lru_cache(maxsize=65_536)
def name_of(text: str) -> Name:
    """The words of a name; signs and digits are left out."""
    plain = _NOT_LETTERS.sub(" ", unicodedata.normalize("NFC", text.translate(_LOOKALIKES)))
    words = [_word(word) for word in plain.split()]
    return Name(words=tuple(word for word, _ in words), folded=tuple(folded for _, folded in words))


@lru_cache(maxsize=16_384)
def _word(word: str) -> tuple[str, str]:
    """As it is spelt, and without marks; the names of a whole list are made of a few hundred words."""
    written = spelled(word)
    return written, fold(written)
