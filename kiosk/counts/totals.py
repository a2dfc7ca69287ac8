"""A day's total of one kind and subject: all that is ever kept, reported or sent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kiosk.counts.catalogue import Key, stored
from kiosk.counts.events import Band, EventKind

Pair = tuple[EventKind, Key]


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """How often something happened on one day; never 0."""

    day: date
    kind: EventKind
    subject: Key
    count: int


def totals_of(hours: Iterable[tuple[str, str, str, int]]) -> Iterator[Total]:
    """The totals of rows (hour, kind, subject, number), with the visits by time of day made of their hours."""
    counts: Counter[tuple[date, EventKind, Key]] = Counter()
    for hour, name, subject, number in hours:
        day, kind = date.fromisoformat(hour[:10]), EventKind(name)
        counts[day, kind, stored(subject)] += number
        if kind is EventKind.VISIT_STARTED:
            counts[day, EventKind.VISIT_BAND, stored(Band.of(int(hour[11:13])).value)] += number
    for (day, kind, key), count in sorted(
        counts.items(), key=lambda item: (item[0][0], item[0][1].value, item[0][2])
    ):
        yield Total(day=day, kind=kind, subject=key, count=count)
