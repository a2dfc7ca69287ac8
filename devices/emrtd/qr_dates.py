"""Dates in the text of a QR code: ddmmyyyy as the card has them, and what other programs write instead.

The day comes first on a Vietnamese card. A text in which one date can only be read with the month first was made by a
program that puts it first: then none of its dates is read, rather than one of them wrongly.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

FIRST_YEAR, LAST_YEAR = 1900, 2099
"""Dates outside are slips of the scanner; an expiry could not even be computed for year 9999."""
_DAY_FIRST: Final = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4})")
_PARTED: Final = re.compile(r"([0-9]{1,2})[/.\- ]([0-9]{1,2})[/.\- ]([0-9]{4})")
_YEAR_FIRST: Final = re.compile(r"([0-9]{4})([/.\-]?)([0-9]{2})\2([0-9]{2})(?:T.*)?")


def read_dates(*texts: str) -> tuple[date | None, ...]:
    """The dates of one code, None for each that is none, or whose order of day and month cannot be told.

    A date parted by signs (02/10/1990) is read only where another of the same code, or itself, shows that the day
    comes first; one of eight digits is in the card's own order.
    """
    trimmed = [text.strip() for text in texts]
    orders = {order for text in trimmed if (order := _shown_order(text))}
    month_first = "month" in orders
    return tuple(None if month_first else _read(text, day_first="day" in orders) for text in trimmed)


def _shown_order(text: str) -> str:
    """`day` or `month` where only one order makes a date of it and the signs between show how it was written."""
    match = _PARTED.fullmatch(text) or _DAY_FIRST.fullmatch(text)
    if match is None:
        return ""
    first, second, year = (int(each) for each in match.groups())
    as_day, as_month = _date(year, second, first), _date(year, first, second)
    if as_day and not as_month:
        return "day"
    return "month" if as_month and not as_day else ""


def _read(text: str, *, day_first: bool) -> date | None:
    if match := _DAY_FIRST.fullmatch(text):
        day, month, year = (int(each) for each in match.groups())
        if found := _date(year, month, day):
            return found
    if match := _YEAR_FIRST.fullmatch(text):
        return _date(int(match[1]), int(match[3]), int(match[4]))
    if match := _PARTED.fullmatch(text):
        day, month, year = (int(each) for each in match.groups())
        return _date(year, month, day) if day_first or day == month else None
    return None


def _date(year: int, month: int, day: int) -> date | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
