"""The report of one station, from its own store: what the staff screen shows and the `report` command writes."""

from __future__ import annotations

from datetime import date

from kiosk.counts.disclosure import PLACE
from kiosk.counts.overlaps import withheld_in
from kiosk.counts.period import Period
from kiosk.counts.report import Figures, Report, Scope, figures_of
from kiosk.counts.report_sections import report_for
from kiosk.counts.store import CountStore
from kiosk.i18n import Text
from kiosk.settings import CommuneSettings


def station_report(
    store: CountStore, period: Period, commune: CommuneSettings, *, made_on: date, exact: bool = False
) -> Report:
    """Totals of closed days and open days as they stand. Raises `sqlite3.Error`."""

    def figures(first: date, last: date) -> dict[str, Figures]:
        return {PLACE: figures_of(store.day_totals(first, last))}

    before = period.before
    return report_for(
        period,
        figures(period.first, period.last)[PLACE],
        figures(before.first, before.last)[PLACE],
        store.catalogue,
        scope_of(commune),
        made_on=made_on,
        exact=exact,
        withheld=None if exact else (withheld_in(period, figures), withheld_in(before, figures)),
    )


def scope_of(commune: CommuneSettings) -> Scope:
    """One PC of a commune's help point."""
    place = Text("{commune}, máy {name}", "{commune}, PC {name}").filled(commune=commune.name, name=commune.station)
    return Scope(place=place, office=commune.counter, stations=1, one_pc=True)
