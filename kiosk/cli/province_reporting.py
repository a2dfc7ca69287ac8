"""`kiosk province report`: of one commune or of the province; or the silent PCs, or device troubles by model."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import click
import msgspec

from kiosk import paths
from kiosk.cli import province_words as words
from kiosk.cli.faults import wrong_use
from kiosk.cli.handed_in import given_clock
from kiosk.cli.help import SpokenCommand
from kiosk.cli.province_options import database_of, dsn_option
from kiosk.cli.report import deliver, period_of, report_options
from kiosk.cli.spoken import say, spoken
from kiosk.clock import Clock
from kiosk.countable import read_countable
from kiosk.counts import province_report
from kiosk.forms.places import read_places
from kiosk.i18n import Language, Text, alike
from kiosk.settings import CommuneSettings, read_settings
from kiosk.station.content import station_pack


@click.command(cls=SpokenCommand)
@dsn_option
@report_options
@click.option("--anew", is_flag=True, help="With what came late; only where nobody has the report of before.")
@click.option("--silent", is_flag=True, help="Instead: the PCs, the longest silent first.")
@click.option("--troubles", is_flag=True, help="Instead: device troubles by model.")
@click.option("--json", "as_json", is_flag=True, help="The silent PCs or the troubles as one JSON object.")
@given_clock
def report(
    clock: Clock,
    dsn: str,
    week: str | None,
    month: str | None,
    commune: str | None,
    form: str,
    out: Path | None,
    language: Language,
    anew: bool,
    silent: bool,
    troubles: bool,
    as_json: bool,
) -> None:
    """The report of one commune or of the province, the silent PCs, or device troubles by model."""
    if as_json and not (silent or troubles):
        raise wrong_use("--json đi với --silent hoặc --troubles.", "--json goes with --silent or --troubles.")
    with database_of(dsn) as database:
        if silent:
            _tell_silent(province_report.silent_pcs(database), as_json=as_json)
            return
        period = period_of(week, month)
        if troubles:
            _tell_troubles(province_report.troubles_by_model(database, period), as_json=as_json)
            return
        own = read_settings().kiosk.commune
        pack = station_pack(paths.state())
        if period.last < clock.today():
            province_report.tell(database, period, anew=anew)
            _tell_of_late(province_report.late_pcs(database, period, commune))
        made = province_report.province_report(
            database,
            period,
            read_countable(pack),
            place=_place(own, commune),
            office=words.DESK,
            made_on=clock.today(),
            commune=commune,
        )
    # The head of the paper is the province's, also when the report is about one commune.
    office = msgspec.structs.replace(own, name=own.province)
    deliver(made, office, form, out, language)


def _tell_silent(silent: Sequence[province_report.Silent], *, as_json: bool) -> None:
    if as_json:
        each = [{"pc": pc.pc_id, "commune": pc.commune, "last_day": pc.last_day} for pc in silent]
        click.echo(json.dumps({"silent": each}, default=str))
        return
    for pc in silent:
        last = pc.last_day or spoken(words.NEVER)
        click.echo(f"{last!s:<10}  {pc.commune}  {pc.pc_id}")


def _tell_troubles(by_model: Sequence[province_report.ModelTrouble], *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps({"troubles": [asdict(one) for one in by_model]}))
        return
    for found in by_model:
        model = found.model or "?"
        click.echo(f"{found.number:>7}  {found.pcs:>4} PC  {found.device}  {model}  {found.code}")


def _tell_of_late(pcs: int) -> None:
    if pcs:
        say(words.LATE, err=True, number=pcs)


def _place(own: CommuneSettings, commune: str | None) -> Text:
    """The commune's name as the content has it, else its code; without a commune the province."""
    if commune is None:
        return own.province
    places = read_places(paths.assets() / "content" / "places")
    known = (each for province in places.provinces for each in places.communes(province))
    named = next((each.full_name for each in known if each.code == commune), None)
    return alike(named) if named else words.COMMUNE.filled(code=commune)
