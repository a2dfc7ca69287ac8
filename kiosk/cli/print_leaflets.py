"""`print leaflet | name | guide`: what a person takes home from the desk."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TypedDict

import click

from kiosk import paths
from kiosk.cli.faults import refused
from kiosk.cli.handed_in import given_clock
from kiosk.cli.help import SpokenCommand
from kiosk.cli.print_paper import (
    day_on,
    languages,
    leaflet_size,
    on_day,
    out,
    own_pack,
    own_settings,
    unknown,
    write_paper,
)
from kiosk.clock import Clock
from kiosk.documents import LeafletSize, Typesetter, guide_leaflet, leaflet
from kiosk.documents.name_leaflet import name_leaflet
from kiosk.guides.catalogue import read_guides
from kiosk.i18n import Language
from kiosk.procedures.catalogue import read_catalogue
from kiosk.procedures.national import named_by_code, open_national
from kiosk.settings import CommuneSettings, KioskSettings, PortalSettings


class _Sheet(TypedDict):
    """What every leaflet is told besides its subject."""

    commune: CommuneSettings
    portal: PortalSettings
    printed_on: date
    languages: tuple[Language, ...]
    size: LeafletSize


def _sheet(settings: KioskSettings, day: date, spoken: tuple[Language, ...], size: str) -> _Sheet:
    return {
        "commune": settings.commune,
        "portal": settings.portal,
        "printed_on": day,
        "languages": spoken,
        "size": LeafletSize(size),
    }


@click.command(cls=SpokenCommand, name="leaflet")
@click.argument("procedure")
@leaflet_size
@languages
@click.option("--case", metavar="ID", help="Print the papers of this case only.")
@on_day
@out
@given_clock
def print_leaflet(
    clock: Clock,
    procedure: str,
    size: str,
    language: tuple[Language, ...],
    case: str | None,
    day: datetime | None,
    out: Path,
) -> None:
    """The leaflet of PROCEDURE, named by its id or its national code."""
    settings = own_settings()
    catalogue = read_catalogue(own_pack(), province=settings.commune.province.vi)
    found = catalogue.get(procedure) or catalogue.by_code(procedure)
    if found is None:
        raise refused(
            "Không có thủ tục “{name}”; `kiosk-dvc search` tìm được mã của thủ tục.",
            "There is no procedure “{name}”; `kiosk-dvc search` finds its id.",
            name=procedure,
        )
    write_paper(
        out,
        leaflet(
            Typesetter(),
            found,
            **_sheet(settings, day_on(clock, day), language, size),
            case=case,
        ),
    )


@click.command(cls=SpokenCommand, name="name")
@click.argument("code")
@leaflet_size
@languages
@on_day
@out
@given_clock
def print_name(
    clock: Clock, code: str, size: str, language: tuple[Language, ...], day: datetime | None, out: Path
) -> None:
    """The plain leaflet of the procedure of CODE in the imported national catalogue: name, code, agency, QR."""
    index = open_national(paths.state())
    if index is None:
        raise refused(
            "Trạm chưa có danh mục quốc gia; nhập bằng `kiosk-dvc content import-catalogue`.",
            "There is no national catalogue; import one with `kiosk-dvc content import-catalogue`.",
        )
    named = named_by_code(index, code)
    if named is None:
        raise refused(
            "Danh mục quốc gia không có thủ tục mã “{code}”.",
            "There is no procedure with the code “{code}” in the national catalogue.",
            code=code,
        )
    settings = own_settings()
    made = name_leaflet(
        Typesetter(),
        named,
        **_sheet(settings, day_on(clock, day), language, size),
    )
    write_paper(out, made)


@click.command(cls=SpokenCommand, name="guide")
@click.argument("guide")
@leaflet_size
@languages
@on_day
@out
@given_clock
def print_guide(
    clock: Clock, guide: str, size: str, language: tuple[Language, ...], day: datetime | None, out: Path
) -> None:
    """The leaflet of GUIDE, named by its id."""
    pack, settings = own_pack(), own_settings()
    found = read_guides(pack).get(guide, day_on(clock, day))
    if found is None:
        raise unknown("bài hướng dẫn", "guide", guide, read_guides(pack).guides)
    helped = read_catalogue(pack).get(found.procedure or "")
    write_paper(
        out,
        guide_leaflet(
            Typesetter(),
            found,
            **_sheet(settings, day_on(clock, day), language, size),
            portal_url=helped.portal_on(day_on(clock, day)).search_url if helped else "",
            code=(helped.code or "") if helped else "",
        ),
    )
