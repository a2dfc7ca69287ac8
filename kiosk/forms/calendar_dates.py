"""Dates of declarations: read as people type them, kept as dd/mm/yyyy, said in Vietnamese words.

A date may be partial (month and year, or a year) where a question allows it: old papers often know no more. The
calendar is Gregorian; lunar dates are not converted.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_PARTS = re.compile(r"(?:(?:(\d{1,2})[/.\-\s]+)?(\d{1,2})[/.\-\s]+)?(\d{4})\Z", re.ASCII)
_SOLID = re.compile(r"(\d{2})(\d{2})(\d{4})\Z", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialDate:
    """A date of which day, or day and month, may be unknown."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def is_full(self) -> bool:
        """Whether day and month are known."""
        return self.day is not None

    @property
    def earliest(self) -> date:
        """The first day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def __str__(self) -> str:
        shown = f"{self.year:04d}"
        if self.month is not None:
            shown = f"{self.month:02d}/{shown}"
        return shown if self.day is None else f"{self.day:02d}/{shown}"


def parse(text: str) -> PartialDate | None:
    """`23/11/2026`, `23-11-2026`, `23112026`, `11/2026` or `2026`; None when it is no date of the calendar."""
    match = _SOLID.match(text.strip()) or _PARTS.match(text.strip())
    if not match:
        return None
    day, month, year = (int(part) if part else None for part in match.groups())
    if year is None or not 1800 <= year <= 2200:
        return None
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    return PartialDate(year=year, month=month, day=day)


def years_later(day: date, years: int) -> date:
    """The same day `years` later; for 29 February of a leap year the day after the 28th where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def _tens(number: int) -> str:
    """0 to 99; the unit changes its sound after a ten: mốt, tư, lăm."""
    ten, unit = divmod(number, 10)
    if ten == 0:
        return _DIGITS[unit]
    head = "mười" if ten == 1 else f"{_DIGITS[ten]} mươi"
    if unit == 0:
        return head
    after_muoi = {1: "mốt", 4: "tư"} if ten > 1 else {}
    return f"{head} {after_muoi.get(unit, 'lăm' if unit == 5 else _DIGITS[unit])}"


def number_in_words(number: int) -> str:
    """0 to 9999 as written out on civil-status papers: 2026 is "hai nghìn không trăm hai mươi sáu"."""
    if not 0 <= number <= 9999:
        raise ValueError(number)
    if number < 100:
        return _tens(number)
    thousands, rest = divmod(number, 1000)
    hundreds, tens = divmod(rest, 100)
    words = [f"{_DIGITS[thousands]} nghìn"] if thousands else []
    if rest:
        words.append(f"{_DIGITS[hundreds]} trăm")
    if tens:
        words.append(_tens(tens) if tens >= 10 else f"linh {_DIGITS[tens]}")
    return " ".join(words)


def in_words(when: PartialDate) -> str:
    """ "ngày hai mươi ba tháng mười một năm hai nghìn không trăm hai mươi sáu"; the fourth month is "tư"."""
    words = [f"năm {number_in_words(when.year)}"]
    if when.month is not None:
        words.insert(0, f"tháng {'tư' if when.month == 4 else number_in_words(when.month)}")
    if when.day is not None:
        words.insert(0, f"ngày {number_in_words(when.day)}")
    return " ".join(words)
