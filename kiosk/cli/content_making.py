"""`kiosk content new | parse | import-catalogue`: files that are written here."""

from __future__ import annotations

from pathlib import Path

import click

from kiosk import paths
from kiosk.cli.content_pack import overlay, pack_of
from kiosk.cli.faults import wrong_use
from kiosk.cli.for_programs import json_option, tell_program
from kiosk.cli.handed_in import given_clock
from kiosk.cli.help import SpokenCommand
from kiosk.cli.progress import waiting
from kiosk.cli.spoken import language_option, say
from kiosk.clock import Clock
from kiosk.content.pack import Pack
from kiosk.i18n import Language, Text, number
from kiosk.station.content import shipped_content

_PARSED = Text(
    "{number} tệp đã đọc sẵn và các bảng của sổ đếm ở {out}",
    "{number} parsed files and the tables of the counts in {out}",
)
_IMPORTED = Text("đã nạp {number} thủ tục ({size} MB)", "{number} procedures imported ({size} MB)")
_FILL_IN = Text("điền xong, chạy: {command}", "fill it in, then run: {command}")


@click.command(cls=SpokenCommand)
@click.argument("out", type=click.Path(path_type=Path, file_okay=False))
def parse(out: Path) -> None:
    """Keep in OUT what the first start need not make itself; part of making the program.

    A parsed copy of the shipped content, and the tables of a new counting file.
    """
    from kiosk.content.languages import known_languages
    from kiosk.content.notice import IdleNotice
    from kiosk.counts.database import PREPARED
    from kiosk.counts.migrations import prepared_tables
    from kiosk.filing.catalogue import read_portals
    from kiosk.forms.catalogue import read_form_heads
    from kiosk.guides.catalogue import read_guides
    from kiosk.procedures.aliases import Aliases
    from kiosk.procedures.catalogue import read_catalogue
    from kiosk.station.search import read_elsewhere

    pack = Pack(shipped_content(), kept=out)
    read_catalogue(pack)
    read_guides(pack, own={})
    pack.file("aliases.toml", Aliases)
    read_elsewhere(pack)
    read_form_heads(pack)
    read_portals(pack)
    pack.folder("notices", IdleNotice)
    known_languages(pack)
    (out / PREPARED).write_bytes(prepared_tables())
    made = len(list(out.glob("*.msgpack")))
    say(_PARSED, number=made, out=out)


@click.command(cls=SpokenCommand)
@given_clock
@click.argument("kind", type=click.Choice(["procedure", "form", "guide"]))
@click.argument("name")
@click.option("--english", "--en", default="", help="The name in English.")
@click.option(
    "--into", type=click.Path(path_type=Path, file_okay=False), help="Write into this content folder itself."
)
@overlay
@language_option()
def new(
    clock: Clock, kind: str, name: str, english: str, into: Path | None, overlay: Path | None, lang: Language
) -> None:
    """Write a new procedure, form or guide that passes the check: each key explained, each place to fill in.

    NAME is a title such as "Cấp thẻ thư viện", or an id. Without --into it goes into the commune's own folder.
    """
    from kiosk.cli.new_content import write_new

    if into and overlay:
        raise wrong_use("Chỉ ghi --into hoặc --overlay.", "Give --into or --overlay, not both.")
    pack = Pack(into) if into else pack_of(None, overlay)
    written = write_new(kind, name, english, pack, language=lang, today=clock.today())
    for path in written:
        click.echo(str(path))
    check_it = f"content check {into}" if into else f"content check --overlay {pack.layers[-1]}"
    say(_FILL_IN, command=check_it)


@click.command("import-catalogue", cls=SpokenCommand)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@json_option
def import_catalogue(file: Path, as_json: bool) -> None:
    """Add the national catalogue (JSON lines with code and name) to the search of this station."""
    from kiosk.procedures.aliases import Aliases
    from kiosk.procedures.national import FILE_NAME, index_rows, read_rows
    from kiosk.procedures.words import lexicon

    aliases = pack_of(None, None).file("aliases.toml", Aliases)
    place = paths.state() / FILE_NAME
    with waiting():
        rows = read_rows(file)
        index_rows(rows, lexicon(aliases.abbreviations), place).close()
    if as_json:
        tell_program(imported=len(rows), bytes=place.stat().st_size)
        return
    say(_IMPORTED, number=len(rows), size=number(place.stat().st_size / 1e6, 1))
