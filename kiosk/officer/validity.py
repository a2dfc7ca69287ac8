"""Whether a card is still valid on a day, by the expiry that its chip tells."""

from __future__ import annotations

import re
from datetime import date
from enum import Enum, auto

from kiosk.person import UNLIMITED

_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


class Validity(Enum):
    """How the card stands today."""

    VALID = auto()
    EXPIRED = auto()
    FOR_LIFE = auto()
    UNKNOWN = auto()


def validity_of(expiry: str | None, today: date) -> Validity:
    """Valid up to and including the day of expiry."""
    if not expiry:
        return Validity.UNKNOWN
    if expiry.casefold() == UNLIMITED.vi.casefold():
        return Validity.FOR_LIFE
    day = day_of(expiry)
    if day is None:
        return Validity.UNKNOWN
    return Validity.VALID if today <= day else Validity.EXPIRED


def day_of(text: str) -> date | None:
    """`02/03/1990`; None for anything that is no day of the calendar."""
    found = _DAY.fullmatch(text.strip())
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None
