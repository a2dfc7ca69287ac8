"""`print leaflet | name | guide | poster | form | windows-sheet`: papers as PDF files, for desk and notice board.

Sets blank forms only; a filled one exists in a visit and nowhere else. Prints nothing by itself: the file is sent to
a printer with the desk's own means.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from kiosk.cli.faults import refused
from kiosk.cli.handed_in import given_clock
from kiosk.cli.help import SpokenGroup
from kiosk.cli.print_leaflets import print_guide, print_leaflet, print_name
from kiosk.cli.print_paper import (
    day_on,
    on_day,
    out,
    own_pack,
    own_settings,
    poster_size,
    unknown,
    write_paper,
)
from kiosk.clock import Clock
from kiosk.documents import (
    Poster,
    PosterSize,
    Typesetter,
    declaration,
    posted_list,
    steps_poster,
)
from kiosk.documents.windows_sheet import windows_sheet
from kiosk.forms import Answers, Context, FormDefinition, Journey, printed
from kiosk.i18n import Text
from kiosk.paths import version
from kiosk.procedures.catalogue import read_catalogue


@click.group(cls=SpokenGroup)
def command() -> None:
    """Write leaflets, posters and blank forms as PDF."""


for _leaflet in (print_leaflet, print_name, print_guide):
    command.add_command(_leaflet)


@command.command("poster")
@click.argument("poster")
@poster_size
@on_day
@out
@given_clock
def print_poster(clock: Clock, poster: str, size: str, day: datetime | None, out: Path) -> None:
    """POSTER is `list` (every procedure with fee, time and QR) or the id of a poster: bay-cach, vneid."""
    pack, settings = own_pack(), own_settings()
    if poster == "list":
        posted = posted_list(
            Typesetter(),
            read_catalogue(pack, province=settings.commune.province.vi),
            commune=settings.commune,
            printed_on=day_on(clock, day),
            size=PosterSize(size),
        )
        write_paper(out, posted)
        return
    posters = pack.folder("posters", Poster)
    if poster not in posters:
        raise unknown("áp phích", "poster", poster, ("list", *posters))
    sheet = steps_poster(
        Typesetter(), posters[poster], commune=settings.commune, printed_on=day_on(clock, day), size=PosterSize(size)
    )
    write_paper(out, sheet)


@command.command("form")
@click.argument("form")
@on_day
@out
@given_clock
def print_form(clock: Clock, form: str, day: datetime | None, out: Path) -> None:
    """The blank FORM, named by its id (ct01)."""
    forms = own_pack().folder("forms", FormDefinition)
    if form not in forms:
        raise unknown("mẫu đơn", "form", form, forms)
    if not forms[form].printable:
        why = forms[form].about or Text("", "")
        raise refused(
            "{form}: không phải mẫu giấy. {vi}", "{form}: no form for paper. {en}", form=form, vi=why.vi, en=why.en
        )
    context = Context(today=day_on(clock, day))
    sheet = declaration(
        Typesetter(), printed(Journey(forms[form], Answers(), context)), printed_on=day_on(clock, day)
    )
    write_paper(out, sheet)


@command.command("windows-sheet")
@out
@given_clock
def print_windows_sheet(clock: Clock, out: Path) -> None:
    """What only a real Windows PC can show, to tick and to send back."""
    write_paper(out, windows_sheet(Typesetter(), version=version(), printed_on=clock.today()))
