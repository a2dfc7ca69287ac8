"""`print leaflet | name | guide | poster | form`: papers as PDF files, for the desk and the notice board.

Sets blank forms only; a filled one exists in a visit and nowhere else. Prints nothing by itself: the file is sent to
a printer with the desk's own means.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path

import click

from kiosk import paths
from kiosk.cli.faults import CommandFault, refused
from kiosk.cli.handed_in import given_clock
from kiosk.cli.help import SpokenGroup
from kiosk.cli.spoken import paper_languages
from kiosk.clock import Clock
from kiosk.content.pack import Pack
from kiosk.documents import (
    LeafletSize,
    Poster,
    PosterSize,
    TypesetDocument,
    Typesetter,
    declaration,
    guide_leaflet,
    leaflet,
    posted_list,
    steps_poster,
)
from kiosk.documents.name_leaflet import name_leaflet
from kiosk.forms import Answers, Context, FormDefinition, Journey, printed
from kiosk.guides.catalogue import read_guides
from kiosk.i18n import Language, Text
from kiosk.procedures.catalogue import read_catalogue
from kiosk.procedures.national import named_by_code, open_national
from kiosk.settings import KioskSettings, read_settings
from kiosk.station.content import station_pack

out = click.option(
    "--out", required=True, type=click.Path(path_type=Path, dir_okay=False), help="The PDF file to write."
)
on_day = click.option(
    "--on",
    "day",
    type=click.DateTime(formats=["%Y-%m-%d"]),
    help="The day whose fees, times and forms hold; default today.",
)
leaflet_size = click.option(
    "--size",
    type=click.Choice([size.value for size in LeafletSize]),
    default="a4",
    show_default=True,
    help="Size of the paper.",
)
poster_size = click.option(
    "--size",
    type=click.Choice([size.value for size in PosterSize]),
    default="a3",
    show_default=True,
    help="Size of the paper.",
)
languages = paper_languages()


@click.group(cls=SpokenGroup)
def command() -> None:
    """Write leaflets, posters and blank forms as PDF."""


@command.command("leaflet")
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
    settings = _settings()
    catalogue = read_catalogue(_pack(), province=settings.commune.province.vi)
    found = catalogue.get(procedure) or catalogue.by_code(procedure)
    if found is None:
        raise refused(
            "Không có thủ tục “{name}”; `kiosk-dvc search` tìm được mã của thủ tục.",
            "There is no procedure “{name}”; `kiosk-dvc search` finds its id.",
            name=procedure,
        )
    _write(
        out,
        leaflet(
            Typesetter(),
            found,
            commune=settings.commune,
            portal=settings.portal,
            printed_on=_on(clock, day),
            languages=language,
            size=LeafletSize(size),
            case=case,
        ),
    )


@command.command("name")
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
    settings = _settings()
    made = name_leaflet(
        Typesetter(),
        named,
        commune=settings.commune,
        portal=settings.portal,
        printed_on=_on(clock, day),
        languages=language,
        size=LeafletSize(size),
    )
    _write(out, made)


@command.command("guide")
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
    pack, settings = _pack(), _settings()
    found = read_guides(pack).get(guide, _on(clock, day))
    if found is None:
        raise _unknown("bài hướng dẫn", "guide", guide, read_guides(pack).guides)
    helped = read_catalogue(pack).get(found.procedure or "")
    _write(
        out,
        guide_leaflet(
            Typesetter(),
            found,
            commune=settings.commune,
            portal=settings.portal,
            printed_on=_on(clock, day),
            languages=language,
            size=LeafletSize(size),
            portal_url=helped.portal_on(_on(clock, day)).search_url if helped else "",
            code=(helped.code or "") if helped else "",
        ),
    )


@command.command("poster")
@click.argument("poster")
@poster_size
@on_day
@out
@given_clock
def print_poster(clock: Clock, poster: str, size: str, day: datetime | None, out: Path) -> None:
    """POSTER is `list` (every procedure with fee, time and QR) or the id of a poster: bay-cach, vneid."""
    pack, settings = _pack(), _settings()
    if poster == "list":
        posted = posted_list(
            Typesetter(),
            read_catalogue(pack, province=settings.commune.province.vi),
            commune=settings.commune,
            printed_on=_on(clock, day),
            size=PosterSize(size),
        )
        _write(out, posted)
        return
    posters = pack.folder("posters", Poster)
    if poster not in posters:
        raise _unknown("áp phích", "poster", poster, ("list", *posters))
    sheet = steps_poster(
        Typesetter(), posters[poster], commune=settings.commune, printed_on=_on(clock, day), size=PosterSize(size)
    )
    _write(out, sheet)


@command.command("form")
@click.argument("form")
@on_day
@out
@given_clock
def print_form(clock: Clock, form: str, day: datetime | None, out: Path) -> None:
    """The blank FORM, named by its id (ct01)."""
    forms = _pack().folder("forms", FormDefinition)
    if form not in forms:
        raise _unknown("mẫu đơn", "form", form, forms)
    if not forms[form].printable:
        why = forms[form].about or Text("", "")
        raise refused(
            "{form}: không phải mẫu giấy. {vi}", "{form}: no form for paper. {en}", form=form, vi=why.vi, en=why.en
        )
    context = Context(today=_on(clock, day))
    sheet = declaration(Typesetter(), printed(Journey(forms[form], Answers(), context)), printed_on=_on(clock, day))
    _write(out, sheet)


def _on(clock: Clock, day: datetime | None) -> date:
    return day.date() if day else clock.today()


def _pack() -> Pack:
    return station_pack(paths.state())


def _settings() -> KioskSettings:
    return read_settings().kiosk


def _write(out: Path, document: TypesetDocument) -> None:
    out.write_bytes(document.pdf)
    click.echo(f"{out}: {document.pages} {'page' if document.pages == 1 else 'pages'}, {len(document.pdf):,} bytes")


def _unknown(kind: str, english: str, name: str, known: Iterable[str]) -> CommandFault:
    """Nothing of this kind has the name; those that look alike are told, or all of them."""
    near = get_close_matches(name, known := tuple(known)) or known
    return refused(
        f"Không có {kind} “{{name}}”. Có: {{near}}.",
        f"There is no {english} “{{name}}”. There are: {{near}}.",
        name=name,
        near=", ".join(near),
    )
