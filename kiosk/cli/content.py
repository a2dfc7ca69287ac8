"""`kiosk content check | new | preview | facts | import-catalogue`: is it right, a new file, what will change."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

import click

from kiosk import paths
from kiosk.cli.faults import wrong_use
from kiosk.cli.handed_in import given_clock
from kiosk.cli.help import SpokenGroup
from kiosk.cli.spoken import in_one_or_both, language_option, one_or_both
from kiosk.clock import Clock
from kiosk.content.pack import Pack
from kiosk.i18n import Language, Text, counted
from kiosk.station.content import shipped_content, station_pack
from kiosk.toml.fault import FileFault, fault_count

folder = click.argument("pack_folder", metavar="[DIR]", type=click.Path(path_type=Path), required=False)
overlay = click.option(
    "--overlay",
    type=click.Path(path_type=Path, file_okay=False),
    help="The commune's own folder laid over the pack; default: content in /etc/kiosk-dvc.",
)

_FILL_IN = Text("điền xong, chạy: {command}", "fill it in, then run: {command}")
_RIGHT = Text("nội dung đúng", "content is right")


@click.group(cls=SpokenGroup)
def command() -> None:
    """Check, preview or import content."""


def _pack(root: Path | None, overlay: Path | None) -> Pack:
    """The named pack with the named overlay; the current pack with this station's overlay when none is named."""
    if root:
        return Pack(root, overlays=[overlay] if overlay else [])
    return station_pack(paths.state(), overlays=[overlay] if overlay else None)


def _day(text: str | None, clock: Clock) -> date:
    try:
        return date.fromisoformat(text) if text else clock.today()
    except ValueError as fault:
        raise wrong_use(
            "“{text}” không phải ngày; ghi như 2027-03-01.",
            "“{text}” is no date; write it like 2027-03-01.",
            text=text or "",
        ) from fault


@command.command
@folder
@overlay
@click.option("--on", "on_day", metavar="DATE", help="Day on which facts must hold; default today.")
@one_or_both()
@click.option("--json", "as_json", is_flag=True, help="The faults as one JSON object.")
@given_clock
def check(
    clock: Clock,
    pack_folder: Path | None,
    overlay: Path | None,
    on_day: str | None,
    lang: Language | None,
    as_json: bool,
) -> None:
    """Name every fault with file, key path and what was expected; fail when there is one.

    What is over on the day and has nothing that follows it is named too, but is no fault: it hides itself.
    """
    from kiosk.cli.pack_check import check_pack

    checked = check_pack(_pack(pack_folder, overlay), _day(on_day, clock))
    if as_json:
        told = {"faults": _rows(checked.faults), "expired": _rows(checked.expired)}
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        for found in (*checked.faults, *checked.expired):
            click.echo(found.say(lang) if lang else found.in_both())
        _say(fault_count(len(checked.faults)) if checked.faults else _RIGHT, lang)
        if checked.expired:
            _say(_over(len(checked.expired)), lang)
    raise SystemExit(1 if checked.faults else 0)


def _say(text: Text, lang: Language | None) -> None:
    click.echo(in_one_or_both(text, lang))


_ONE_OVER = Text(
    "{number} chỗ đã hết hạn và được ẩn; xin tìm quy định mới",
    "{number} place over and hidden; look for what holds now",
)
_OVER = Text(
    "{number} chỗ đã hết hạn và được ẩn; xin tìm quy định mới",
    "{number} places over and hidden; look for what holds now",
)


def _over(number: int) -> Text:
    return (_ONE_OVER if number == 1 else _OVER).filled(number=number)


def _rows(found: Iterable[FileFault]) -> list[dict[str, str]]:
    return [
        {"file": one.file, "path": one.path, "expected": one.expected, "expected_vi": one.expected_vi}
        for one in found
    ]


@command.command
@folder
@overlay
@click.option("--on", "on_day", metavar="DATE", required=True, help="The day to look at, such as 2027-03-01.")
@click.option("--from", "from_day", metavar="DATE", help="The day to compare with; default today.")
@click.option("--json", "as_json", is_flag=True, help="The changes as one JSON object.")
@given_clock
def preview(
    clock: Clock, pack_folder: Path | None, overlay: Path | None, on_day: str, from_day: str | None, as_json: bool
) -> None:
    """List what would be shown differently on another day."""
    from kiosk.cli.pack_contents import read_contents
    from kiosk.content.preview import changes

    before, after = _day(from_day, clock), _day(on_day, clock)
    contents = read_contents(_pack(pack_folder, overlay))
    found = [change for file, value in contents.files() for change in changes(file, value, before, after)]
    if as_json:
        rows = [{"file": c.file, "path": c.path, "before": c.before, "after": c.after} for c in found]
        click.echo(json.dumps({"from": str(before), "on": str(after), "changes": rows}, ensure_ascii=False, indent=1))
        return
    for change in found:
        click.echo(f"{change.file}: {change.path or '(the whole file)'}")
        click.echo(f"    {before}: {' / '.join(change.before) or 'not shown'}")
        click.echo(f"    {after}: {' / '.join(change.after) or 'not shown'}")
    click.echo(f"{counted(len(found), 'change')} between {before} and {after}")


@command.command
@folder
@overlay
@click.option("--older-than", default=0, metavar="DAYS", help="Only facts checked longer ago than this.")
@click.option("--unconfirmed", is_flag=True, help="Only what is shown as unconfirmed.")
@click.option("--json", "as_json", is_flag=True, help="What is unconfirmed as one JSON object: questions, layouts.")
@given_clock
def facts(
    clock: Clock, pack_folder: Path | None, overlay: Path | None, older_than: int, unconfirmed: bool, as_json: bool
) -> None:
    """List what to check again, the oldest first: date, confidence, file, key path, source.

    With --unconfirmed --json: the open questions, each with its reason, what settles it and the facts that wait for
    it; and the forms whose layout is not confirmed, with what is missing.
    """
    from kiosk.cli.open_questions import open_layouts, open_questions
    from kiosk.cli.pack_contents import read_contents
    from kiosk.content.walk import all_facts

    before = clock.today() - timedelta(days=older_than)
    contents = read_contents(_pack(pack_folder, overlay))
    if as_json:
        if not unconfirmed:
            raise wrong_use("--json đi cùng với --unconfirmed.", "--json goes with --unconfirmed.")
        told = {"questions": open_questions(contents), "layouts": open_layouts(contents.forms)}
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
        return
    rows = [
        f"{fact.checked}  {fact.confidence.value:<6}  {file}: {path or '(the whole file)'}: {fact.source}"
        for file, value in contents.files()
        for path, fact in all_facts(value)
        if fact.checked <= before and not (unconfirmed and fact.is_confirmed)
    ]
    for row in sorted(dict.fromkeys(rows)):
        click.echo(row)
    click.echo(counted(len(set(rows)), "fact"))


@command.command
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
    click.echo(f"{counted(len(list(out.glob('*.msgpack'))), 'parsed file')} and the tables of the counts in {out}")


@command.command
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
    pack = Pack(into) if into else _pack(None, overlay)
    written = write_new(kind, name, english, pack, language=lang, today=clock.today())
    for path in written:
        click.echo(str(path))
    check_it = f"content check {into}" if into else f"content check --overlay {pack.layers[-1]}"
    _say(_FILL_IN.filled(command=check_it), None)


@command.command("import-catalogue")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
def import_catalogue(file: Path) -> None:
    """Add the national catalogue (JSON lines with code and name) to the search of this station."""
    from kiosk.procedures.aliases import Aliases
    from kiosk.procedures.national import FILE_NAME, index_rows, read_rows
    from kiosk.procedures.words import lexicon

    aliases = _pack(None, None).file("aliases.toml", Aliases)
    rows = read_rows(file)
    place = paths.state() / FILE_NAME
    index_rows(rows, lexicon(aliases.abbreviations), place).close()
    click.echo(f"{counted(len(rows), 'procedure')} imported ({place.stat().st_size / 1e6:.1f} MB)")
