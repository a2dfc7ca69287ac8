"""When a Vietnamese identity card expires, from birth and issue date, for the key that opens a BAC-only card.

Law on citizen identification 2014, article 21 (25, 40, 60) and Law on identification 2023, article 21 (14 too, from
1 July 2024): a card issued within two years before such a birthday lasts to the next one. Where a day decides, the
neighbour is offered as well; the card itself says which is right.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

NEW_LAW: Final = date(2024, 7, 1)
NEVER: Final = date(2099, 12, 31)
"""Written 991231 in the MRZ: no expiry."""
_AGES_OLD: Final = (25, 40, 60)
_AGES_NEW: Final = (14, 25, 40, 60)
_YEARS_BEFORE: Final = 2
_CLOSE: Final = timedelta(days=7)


def expiry_candidates(birth: date, issue: date) -> tuple[date, ...]:
    """Possible dates of expiry, likeliest first; `NEVER` for no expiry. At most four, all different."""
    days = (issue, issue + _CLOSE, issue - _CLOSE)
    found: dict[date, None] = {}
    for leap_day in (0, 1):
        for day in days:
            found.setdefault(_expiry(birth, day, leap_day), None)
    return tuple(found)[:4]


def _expiry(birth: date, issue: date, leap_day: int) -> date:
    for age in _AGES_NEW if issue >= NEW_LAW else _AGES_OLD:
        if issue < _birthday(birth, age - _YEARS_BEFORE, leap_day):
            return _birthday(birth, age, leap_day)
    return NEVER


def _birthday(birth: date, age: int, leap_day: int) -> date:
    """The birthday at `age`; for 29 February in a common year the day before (0) or after (1)."""
    year = birth.year + age
    try:
        return birth.replace(year=year)
    except ValueError:
        return date(year, 2, 28) + timedelta(days=leap_day)
