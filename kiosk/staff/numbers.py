"""Counts for the staff screen: exact, because they stay inside the station; no subject of anybody."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import dataclass
from datetime import date

from kiosk.counts.events import EventKind
from kiosk.counts.kinds import MEANINGS
from kiosk.counts.report import Report
from kiosk.counts.store import CountStore
from kiosk.errors import KioskError
from kiosk.i18n import Text

SHOWN = (
    EventKind.VISIT_STARTED,
    EventKind.VISIT_FINISHED,
    EventKind.CARD_READ,
    EventKind.CARD_FAILED,
    EventKind.FORM_PRINTED,
    EventKind.LEAFLET_PRINTED,
    EventKind.PRINT_TROUBLE,
    EventKind.HELP_CALLED,
)
REPORTED = ("visits", "papers")
"""Sections of the report whose numbers stand on the screen; the paper has all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountLine:
    """One line of the staff's numbers."""

    label: Text
    count: int
    before: int | None = None
    """In the period before, where there is one."""


class CountsUnreadableError(KioskError):
    """The counting file cannot be read."""

    code = "doctor.counts-broken"


def lines_of_day(store: CountStore, day: date) -> tuple[CountLine, ...]:
    """The lines of one day, also those with 0. Raises `CountsUnreadableError`."""
    sums: Counter[EventKind] = Counter()
    try:
        for total in store.day_totals(day, day):
            sums[total.kind] += total.count
    except sqlite3.Error as fault:
        raise CountsUnreadableError(f"{store.path}: {fault}") from fault
    return tuple(CountLine(label=MEANINGS[kind].text, count=sums[kind]) for kind in SHOWN)


def report_lines(report: Report) -> tuple[CountLine, ...]:
    """The lines of a week or month that a person looks for first: visits and papers."""
    shown = (section for section in report.sections if section.key in REPORTED)
    return tuple(CountLine(label=row.label, count=row.now, before=row.before) for each in shown for row in each.rows)
