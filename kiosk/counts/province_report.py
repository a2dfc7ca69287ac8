"""The same report for a commune or the whole province, the list of silent PCs, and device troubles by model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any, TypeAlias

import psycopg

from kiosk.counts.catalogue import CountCatalogue, stored
from kiosk.counts.disclosure import PLACE, Cell
from kiosk.counts.events import EventKind
from kiosk.counts.overlaps import withheld_in
from kiosk.counts.period import Period
from kiosk.counts.report import Figures, Report, Scope
from kiosk.counts.report_sections import report_for
from kiosk.counts.totals import Pair
from kiosk.i18n import Text

Withheld: TypeAlias = tuple[frozenset[Cell], frozenset[Cell]]
"""Of a period, and of the one before it that stands beside it."""
_SUMS = (
    "SELECT kind, subject, sum(count)::bigint FROM counts.tellable "
    "WHERE day BETWEEN %(first)s AND %(last)s {commune} GROUP BY kind, subject"
)
_VISITS = (
    "SELECT day, sum(count)::bigint FROM counts.tellable "
    "WHERE kind = 'visit-started' AND day BETWEEN %(first)s AND %(last)s {commune} GROUP BY day"
)
_SUMS_OF_COMMUNES = (
    "SELECT commune, kind, subject, sum(count)::bigint FROM counts.tellable JOIN counts.pc USING (pc_id) "
    "WHERE day BETWEEN %(first)s AND %(last)s GROUP BY commune, kind, subject"
)
_VISITS_OF_COMMUNES = (
    "SELECT commune, day, sum(count)::bigint FROM counts.tellable JOIN counts.pc USING (pc_id) "
    "WHERE kind = 'visit-started' AND day BETWEEN %(first)s AND %(last)s GROUP BY commune, day"
)
_OF_COMMUNE = "AND pc_id IN (SELECT pc_id FROM counts.pc WHERE commune = %(commune)s)"
_STATIONS = "SELECT count(DISTINCT pc_id) FROM counts.tellable WHERE day BETWEEN %(first)s AND %(last)s {commune}"
_TELL = (
    "INSERT INTO counts.told (day) SELECT day FROM generate_series(%(first)s::date, %(last)s::date, '1 day') AS day "
    "ON CONFLICT (day) DO NOTHING"
)
_LATE = (
    "SELECT count(DISTINCT pc_id) FROM counts.day_total JOIN counts.told USING (day) "
    "WHERE received_at > at AND day BETWEEN %(first)s AND %(last)s {commune}"
)
_TROUBLES = (
    "WITH counted AS (SELECT pc_id, split_part(subject, '.', 1) AS family, subject, sum(count)::bigint AS number "
    "FROM counts.day_total WHERE kind IN ('device-trouble', 'print-trouble', 'scan-failed') "
    "AND day BETWEEN %(first)s AND %(last)s GROUP BY 1, 2, 3) "
    "SELECT CASE family WHEN 'printer' THEN 'printer' WHEN 'scanner' THEN 'scanner' ELSE 'card-reader' END, "
    "CASE family WHEN 'printer' THEN printer WHEN 'scanner' THEN scanner ELSE card_reader END, subject, "
    "sum(number)::bigint, count(DISTINCT pc_id) FROM counted JOIN counts.pc USING (pc_id) "
    "GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1, 2, 3"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Silent:
    """A PC and the last day it sent; None: it never did."""

    pc_id: str
    commune: str
    last_day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelTrouble:
    """How often one failure happened on one model, and on how many PCs."""

    device: str
    model: str
    code: str
    number: int
    pcs: int


def province_report(
    database: psycopg.Connection,
    period: Period,
    catalogue: CountCatalogue,
    *,
    place: Text,
    office: Text,
    made_on: date,
    commune: str | None = None,
    withheld: Withheld | None = None,
) -> Report:
    """For one commune (its five digits) or, without, for all; `withheld` where it was decided for another of these
    reports. Raises `psycopg.Error`."""
    scope = Scope(place=place, office=office, stations=_stations(database, period, commune))
    return report_for(
        period,
        figures(database, period, commune),
        figures(database, period.before, commune),
        catalogue,
        scope,
        made_on=made_on,
        withheld=withheld or withheld_of(database, period),
        place=commune or PLACE,
    )


def tell(database: psycopg.Connection, period: Period, *, anew: bool = False) -> None:
    """From here on these days, and those of the period before beside them, are told as they stand now; days that were
    told already, as they stood then. `anew`: where nobody has the report that told them. Raises `psycopg.Error`."""
    days = {"first": period.before.first, "last": period.last}
    with database.transaction():
        # Whoever is storing rows just now has stored them before this moment is taken down.
        database.execute("LOCK TABLE counts.day_total IN SHARE MODE")
        if anew:
            database.execute("DELETE FROM counts.told WHERE day BETWEEN %(first)s AND %(last)s", days)
        database.execute(_TELL, days)


def late_pcs(database: psycopg.Connection, period: Period, commune: str | None = None) -> int:
    """How many PCs sent something of these days when they had been told already: it is in no report."""
    return int(_rows(database, _LATE, period, commune)[0][0])


def withheld_of(database: psycopg.Connection, period: Period) -> Withheld:
    """What the reports of the province and of every commune leave out, of all weeks and months seen together.

    It is the same for each of them. Raises `psycopg.Error`."""

    @cache
    def everywhere(first: date, last: date) -> dict[str, Figures]:
        span = replace(period, first=first, last=last)
        return {PLACE: figures(database, span), **_of_communes(database, span)}

    return withheld_in(period, everywhere), withheld_in(period.before, everywhere)


def _of_communes(database: psycopg.Connection, period: Period) -> dict[str, Figures]:
    known = {kind.value: kind for kind in EventKind}
    sums: dict[str, dict[Pair, int]] = {}
    visits: dict[str, dict[date, int]] = {}
    values = {"first": period.first, "last": period.last}
    for commune, kind, subject, count in database.execute(_SUMS_OF_COMMUNES, values):
        if kind in known:
            sums.setdefault(commune, {})[known[kind], stored(subject)] = count
    for commune, day, count in database.execute(_VISITS_OF_COMMUNES, values):
        visits.setdefault(commune, {})[day] = count
    return {commune: Figures(sums=found, visits=visits.get(commune, {})) for commune, found in sums.items()}


def figures(database: psycopg.Connection, period: Period, commune: str | None = None) -> Figures:
    """The sums of a period. Kinds of a newer program than this one are passed over."""
    known = {kind.value: kind for kind in EventKind}
    sums: dict[Pair, int] = {}
    for kind, subject, count in _rows(database, _SUMS, period, commune):
        if kind in known:
            sums[known[kind], stored(subject)] = count
    return Figures(sums=sums, visits=dict(_rows(database, _VISITS, period, commune)))


def silent_pcs(database: psycopg.Connection) -> Sequence[Silent]:
    """Every PC not revoked, the longest silent first."""
    rows = database.execute(
        "SELECT pc_id, commune, last_day FROM counts.last_day ORDER BY last_day NULLS FIRST, pc_id"
    )
    return [Silent(pc_id=pc_id, commune=commune, last_day=last_day) for pc_id, commune, last_day in rows]


def troubles_by_model(database: psycopg.Connection, period: Period) -> Sequence[ModelTrouble]:
    """Device troubles by the model that was written down at enrolment, the most frequent first."""
    return [
        ModelTrouble(device=device, model=model, code=code, number=number, pcs=pcs)
        for device, model, code, number, pcs in _rows(database, _TROUBLES, period, None)
    ]


def _stations(database: psycopg.Connection, period: Period, commune: str | None) -> int:
    return int(_rows(database, _STATIONS, period, commune)[0][0])


def _rows(database: psycopg.Connection, query: str, period: Period, commune: str | None) -> list[tuple[Any, ...]]:
    values = {"first": period.first, "last": period.last, "commune": commune}
    return database.execute(query.format(commune=_OF_COMMUNE if commune else "").encode(), values).fetchall()
