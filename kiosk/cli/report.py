"""`kiosk report --week | --month`: the report of this station, or of a commune in the province's database."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import click

from kiosk.cli.faults import wrong_use
from kiosk.cli.handed_in import given_clock
from kiosk.cli.help import SpokenCommand
from kiosk.cli.spoken import language_option, say
from kiosk.clock import Clock
from kiosk.counts import period as periods
from kiosk.counts import report_table
from kiosk.counts.period import Period
from kiosk.counts.report import Report
from kiosk.counts.station_report import station_report
from kiosk.i18n import Language, Text, number
from kiosk.settings import CommuneSettings

_BYTES = Text("{out}: {bytes} byte", "{out}: {bytes} bytes")
FORMATS = ("screen", "csv", "xlsx", "pdf")


def report_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options every report shares."""
    options = (
        click.option("--week", metavar="YYYY-Www", help="An ISO week, like 2026-W47."),
        click.option("--month", metavar="YYYY-MM", help="A month, like 2026-11."),
        click.option("--commune", metavar="CODE", help="The five digits of a commune."),
        click.option(
            "--format",
            "form",
            type=click.Choice(FORMATS),
            default="screen",
            show_default=True,
            help="What to make of it.",
        ),
        click.option(
            "--out", type=click.Path(path_type=Path, dir_okay=False), help="Where to write; else the screen."
        ),
        language_option("--language"),
    )
    for option in reversed(options):
        command = option(command)
    return command


@click.command(cls=SpokenCommand)
@report_options
@click.option("--exact", is_flag=True, help="Numbers below 5 too; for use inside the station only.")
@given_clock
def command(
    clock: Clock,
    week: str | None,
    month: str | None,
    commune: str | None,
    form: str,
    out: Path | None,
    language: Language,
    exact: bool,
) -> None:
    """Visits, services, papers, VNeID, where people get stuck, devices and volunteers, against the period before."""
    from kiosk.cli.counts_file import open_store, settings_of, unusable

    period, own = period_of(week, month), settings_of().commune
    if commune not in (None, own.code):
        raise wrong_use(
            "Máy này thuộc xã mã {own}; dùng `kiosk-dvc province report --commune {other}`.",
            "This station belongs to {own}; use `kiosk-dvc province report --commune {other}`.",
            own=own.code,
            other=commune,
        )
    if not exact:
        demand_the_end_of(period, clock)
    store = open_store(clock)
    try:
        report = station_report(store, period, own, made_on=clock.today(), exact=exact)
    except sqlite3.Error as fault:
        raise unusable(store.path, fault) from fault
    finally:
        store.close()
    deliver(report, own, form, out, language)


def period_of(week: str | None, month: str | None) -> Period:
    """What `--week` or `--month` names; exactly one of them."""
    if (week is None) == (month is None):
        raise wrong_use("Ghi một trong --week, --month.", "Give exactly one of --week and --month.")
    try:
        return periods.read_week(week) if week is not None else periods.read_month(month or "")
    except ValueError as fault:
        raise wrong_use(
            "Cần tuần như 2026-W47 hoặc tháng như 2026-11.", "Expected a week like 2026-W47 or a month like 2026-11."
        ) from fault


def demand_the_end_of(period: Period, clock: Clock) -> None:
    """Two reports of a period that still runs would tell by subtraction what one day brought."""
    if period.last >= clock.today():
        raise wrong_use(
            "Kỳ này chưa hết: báo cáo không có số đầy đủ (--exact) chỉ lập khi kỳ đã hết, từ ngày {day:%d/%m/%Y}.",
            "This period is not over: a report without --exact is made once it is, from {day:%Y-%m-%d}.",
            day=period.last + timedelta(days=1),
        )


def deliver(report: Report, commune: CommuneSettings, form: str, out: Path | None, language: Language) -> None:
    """Write the report in one of the formats, or show it."""
    content = _content(report, commune, form, language)
    if out is None and form in ("screen", "csv"):
        click.echo(content.decode("utf-8-sig"), nl=False)
        return
    if out is None:
        raise wrong_use("--format {form} cần --out TỆP.", "--format {form} needs --out FILE.", form=form)
    out.write_bytes(content)
    say(_BYTES, out=out, bytes=number(len(content)))


def _content(report: Report, commune: CommuneSettings, form: str, language: Language) -> bytes:
    if form == "csv":
        return report_table.as_csv(report, language)
    if form == "xlsx":
        return report_table.as_xlsx(report, language)
    if form == "screen":
        return report_table.as_text(report, language).encode()
    from kiosk.documents.report import report_paper
    from kiosk.documents.typesetter import Typesetter

    return report_paper(Typesetter(), report, commune, language=language).pdf
