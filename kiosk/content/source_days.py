"""A fact is checked in the month of its source or later: nobody reads in July what was written in September.

Of the days a source names, those of which it says that a rule begins or ends then are no days of writing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from kiosk.content import rule_words
from kiosk.content.fact import Fact
from kiosk.toml.fault import Found

_RULED: Final = re.compile(r"(?:hiệu lực|từ|đến(?: hết)?|kéo dài đến(?: hết)?|năm học)\s+(?:ngày\s+)?[\d/]+")
_DAY: Final = re.compile(r"\b(?:\d{1,2}/)?(\d{1,2})/(20\d\d)\b")


def later_month(fact: Fact) -> tuple[int, int] | None:
    """Year and month that the source names and that lie after the day of the check; None when there is none."""
    named = [
        (int(year), int(month)) for month, year in _DAY.findall(_RULED.sub("", fact.source)) if 1 <= int(month) <= 12
    ]
    newest = max(named, default=None)
    return newest if newest and newest > (fact.checked.year, fact.checked.month) else None


def source_faults(place: str, fact: Fact) -> Iterator[Found]:
    """The fault of one fact; `place` is its key path with a dot behind it, or empty."""
    if (later := later_month(fact)) is not None:
        first = date(*later, 1)
        yield (
            f"{place}checked",
            rule_words.CHECKED_BEFORE_THE_SOURCE.filled(checked=fact.checked, month=f"{first:%m/%Y}"),
        )
