"""The weekly and monthly report as plain values: what a screen shows and what every file format is made of.

Pure: figures in, `Report` out. Outside the station a number of visitors under 5 is said as "<5", a larger one that
would give it away by subtracting as "*" (`disclosure`), and the difference to the period before is left out with
either. No official template of this report is known; the sections follow the plan's indicators.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from kiosk.counts.events import EventKind
from kiosk.counts.period import Period
from kiosk.counts.totals import Pair, Total
from kiosk.i18n import Text

FEW = 5
HIDDEN = "<5"
WITHHELD = "*"


class Unit(Enum):
    """What a row's number is."""

    COUNT = "count"
    PER_MILLE = "per-mille"
    """Shown as a percentage with one decimal."""
    MINUTES = "minutes"
    """Shown as hours with one decimal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The sums of one period, and its visits day by day."""

    sums: Mapping[Pair, int]
    visits: Mapping[date, int]

    def of(self, kind: EventKind) -> dict[str, int]:
        """Counts of this kind by subject."""
        return {subject: count for (found, subject), count in self.sums.items() if found is kind}

    def sum(self, kind: EventKind) -> int:
        """How often this kind was counted, whatever its subject."""
        return sum(self.of(kind).values())


def figures_of(totals: Iterable[Total]) -> Figures:
    """The figures of day totals, whichever stations they come from."""
    sums: Counter[Pair] = Counter()
    visits: Counter[date] = Counter()
    for total in totals:
        sums[total.kind, total.subject] += total.count
        if total.kind is EventKind.VISIT_STARTED:
            visits[total.day] += total.count
    return Figures(sums=sums, visits=visits)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line: this period's number and that of the period before."""

    label: Text
    code: str = ""
    now: int
    before: int
    unit: Unit = Unit.COUNT
    protected: bool = True
    withheld_now: bool = False
    withheld_before: bool = False
    """Not told although it is not small: with it, somebody could work out one that is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSection:
    """A table with a heading. `drawn`: worth a small chart."""

    key: str
    title: Text
    rows: tuple[Row, ...]
    drawn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Whom the report is about: a commune (or one PC of it) or a province."""

    place: Text
    office: Text
    """Who reports, as it stands at the head of an official paper."""
    stations: int
    """PCs whose numbers are in it."""
    one_pc: bool = False
    """Of a PC by itself, whose numbers are in its commune's report too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything the report says. `exact`: for use inside the station only."""

    period: Period
    scope: Scope
    made_on: date
    exact: bool
    sections: tuple[ReportSection, ...] = field(repr=False)

    def said(self, number: int, row: Row) -> str:
        """A number of that row as it may be read."""
        if row.protected and not self.exact and 0 < number < FEW:
            return HIDDEN
        return _written(number, row.unit)

    def now(self, row: Row) -> str:
        """This period's number as it may be read."""
        return WITHHELD if row.withheld_now and not self.exact else self.said(row.now, row)

    def before(self, row: Row) -> str:
        """The number of the period before as it may be read."""
        return WITHHELD if row.withheld_before and not self.exact else self.said(row.before, row)

    def change(self, row: Row) -> str:
        """The difference to the period before; empty where it would give a number away that is not told."""
        if {HIDDEN, WITHHELD} & {self.now(row), self.before(row)}:
            return ""
        difference = row.now - row.before
        return ("+" if difference > 0 else "") + _written(difference, row.unit)


def _written(number: int, unit: Unit) -> str:
    match unit:
        case Unit.COUNT:
            return str(number)
        case Unit.PER_MILLE:
            return f"{number / 10:.1f}%".replace(".", ",")
        case Unit.MINUTES:
            return f"{number / 60:.1f}".replace(".", ",")
