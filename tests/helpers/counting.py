"""A count store over the shipped content, with a clock the test turns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path

from kiosk.countable import read_countable
from kiosk.counts.catalogue import CountCatalogue
from kiosk.counts.store import CountStore
from tests.helpers import shipped


@dataclass(slots=True)
class TurnedClock:
    """Local time, as far as the test has turned it."""

    now: datetime

    def __call__(self) -> datetime:
        """The time."""
        return self.now

    def turn(self, **by: float) -> None:
        """Later: `turn(hours=1)`."""
        self.now += timedelta(**by)


def monday_morning() -> TurnedClock:
    """Monday 23 November 2026, 8:41."""
    return TurnedClock(datetime(2026, 11, 23, 8, 41, 7))  # noqa: DTZ001 - the station counts in local time


@lru_cache(maxsize=1)
def shipped_catalogue() -> CountCatalogue:
    """What the shipped content makes countable."""
    return read_countable(shipped.PACK)


def store_in(
    folder: Path, clock: TurnedClock | None = None, *, max_pages: int = 25_000, patience_ms: int = 2_000
) -> CountStore:
    """A store in that folder; close it."""
    now = clock or monday_morning()
    file = folder / "counts.sqlite"
    return CountStore(file, now, shipped_catalogue(), max_pages=max_pages, patience_ms=patience_ms)
