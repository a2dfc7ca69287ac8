"""The report of one station, from its own store: what the staff screen shows and the `report` command writes."""

from __future__ import annotations

from datetime import date

from kiosk.counts.period import Period
from kiosk.counts.report import Report, Scope, figures_of
from kiosk.counts.report_sections import report_for
from kiosk.counts.store import CountStore
from kiosk.i18n import Text
from kiosk.settings import CommuneSettings


def station_report(
    store: CountStore, period: Period, commune: CommuneSettings, *, made_on: date, exact: bool = False
) -> Report:
    """Totals of closed days and open days as they stand. Raises `sqlite3.Error`."""
    return report_for(
        period,
        figures_of(store.day_totals(period.first, period.last)),
        figures_of(store.day_totals(period.before.first, period.before.last)),
        store.catalogue,
        scope_of(commune),
        made_on=made_on,
        exact=exact,
    )


def scope_of(commune: CommuneSettings) -> Scope:
    """One PC of a commune's help point."""
    place = Text("{commune}, máy {name}", "{commune}, PC {name}").filled(commune=commune.name, name=commune.station)
    return Scope(place=place, office=commune.counter, stations=1)
