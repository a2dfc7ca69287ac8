"""What every command of `print` shares: its options, the content and settings of the station, the file it writes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path

import click

from kiosk import paths
from kiosk.cli.faults import CommandFault, refused
from kiosk.cli.spoken import number_of_pages, paper_languages, say
from kiosk.clock import Clock
from kiosk.content.pack import Pack
from kiosk.documents import (
    LeafletSize,
    PosterSize,
    TypesetDocument,
)
from kiosk.i18n import Text, number
from kiosk.settings import KioskSettings, read_settings
from kiosk.station.content import station_pack

_WRITTEN = Text("{out}: {pages}, {bytes} byte", "{out}: {pages}, {bytes} bytes")

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


def day_on(clock: Clock, day: datetime | None) -> date:
    """The day of `--on`, else today."""
    return day.date() if day else clock.today()


def own_pack() -> Pack:
    """The content in force on this station."""
    return station_pack(paths.state())


def own_settings() -> KioskSettings:
    """What kiosk.toml says here: commune, portal."""
    return read_settings().kiosk


def write_paper(out: Path, document: TypesetDocument) -> None:
    """Write the PDF and say how many pages and bytes it has."""
    out.write_bytes(document.pdf)
    say(_WRITTEN, out=out, pages=number_of_pages(document.pages), bytes=number(len(document.pdf)))


def unknown(kind: str, english: str, name: str, known: Iterable[str]) -> CommandFault:
    """Nothing of this kind has the name; those that look alike are told, or all of them."""
    near = get_close_matches(name, known := tuple(known)) or known
    return refused(
        f"Không có {kind} “{{name}}”. Có: {{near}}.",
        f"There is no {english} “{{name}}”. There are: {{near}}.",
        name=name,
        near=", ".join(near),
    )
