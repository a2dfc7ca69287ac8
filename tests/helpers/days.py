"""The days tests live on: none of them is the day on the wall, and none is older than the content it looks at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from kiosk import clock as kiosk_clock
from kiosk import paths
from kiosk.clock import stopped

CONTENT = paths.assets() / "content"
_CHECKED = re.compile(r"\bchecked\s*=\s*(\d{4}-\d\d-\d\d)\b")


def checked_days(folder: Path) -> Iterator[date]:
    """Every day on which a fact of a content folder was checked, wherever it stands in its file."""
    for path in folder.rglob("*.toml"):
        yield from map(date.fromisoformat, _CHECKED.findall(path.read_text("utf-8")))


TODAY = max(checked_days(CONTENT)) + timedelta(days=1)
"""The day after the newest fact of the shipped content was checked: no content file outlives it."""
CLOCK = stopped(TODAY)
LATER_DAYS = (date(2026, 12, 31), date(2027, 3, 2), date(2028, 2, 29))
"""Last day of a year, the day after fees and forms of the shipped content end, and a leap day."""


class ClockReadError(AssertionError):
    """A test that was said to be the same on every day has asked for the day on the wall."""


@pytest.fixture(scope="module", autouse=True)
def unread_clock() -> Iterator[None]:
    """Imported by a folder's `conftest.py`: its tests fail when anything asks the system's clock.

    So they are the same on every day; of their folders `./station days` plays that of the content.
    """

    def now(*_: object) -> datetime:
        raise ClockReadError("hand in a stopped clock, or let tests/days.sh play this file")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kiosk_clock, "datetime", SimpleNamespace(now=now, combine=datetime.combine))
        yield
