"""`kiosk content preview | facts`: what another day will show, and what to look up again."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import click

from kiosk.cli.content_pack import day_of, folder, overlay, pack_of
from kiosk.cli.faults import wrong_use
from kiosk.cli.handed_in import given_clock
from kiosk.cli.help import SpokenCommand
from kiosk.cli.progress import waiting
from kiosk.cli.spoken import say, spoken
from kiosk.clock import Clock
from kiosk.i18n import Text, how_many

_PLACE = Text("{file}: {path}", "{file}: {path}")
_WHOLE_FILE = Text("(cả tệp)", "(the whole file)")
_SHOWN = Text("    {day}: {what}", "    {day}: {what}")
_NOT_SHOWN = Text("không hiện", "not shown")
_ONE_CHANGE = Text("{number} thay đổi", "{number} change")
_MORE_CHANGES = Text("{number} thay đổi", "{number} changes")
_ONE_FACT = Text("{number} điều", "{number} fact")
_MORE_FACTS = Text("{number} điều", "{number} facts")
_CHANGES = Text("{changes} giữa {before} và {after}", "{changes} between {before} and {after}")


@click.command(cls=SpokenCommand)
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

    before, after = day_of(from_day, clock), day_of(on_day, clock)
    with waiting():
        contents = read_contents(pack_of(pack_folder, overlay))
        found = [change for file, value in contents.files() for change in changes(file, value, before, after)]
    if as_json:
        rows = [{"file": c.file, "path": c.path, "before": c.before, "after": c.after} for c in found]
        click.echo(json.dumps({"from": str(before), "on": str(after), "changes": rows}, ensure_ascii=False, indent=1))
        return
    for change in found:
        say(_PLACE, file=change.file, path=change.path or _WHOLE_FILE)
        say(_SHOWN, day=before, what=" / ".join(change.before) or _NOT_SHOWN)
        say(_SHOWN, day=after, what=" / ".join(change.after) or _NOT_SHOWN)
    say(_CHANGES, changes=how_many(len(found), _ONE_CHANGE, _MORE_CHANGES), before=before, after=after)


@click.command(cls=SpokenCommand)
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
    contents = read_contents(pack_of(pack_folder, overlay))
    if as_json:
        if not unconfirmed:
            raise wrong_use("--json đi cùng với --unconfirmed.", "--json goes with --unconfirmed.")
        told = {"questions": open_questions(contents), "layouts": open_layouts(contents.forms)}
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
        return
    whole_file = spoken(_WHOLE_FILE)
    rows = [
        f"{fact.checked}  {fact.confidence.value:<6}  {file}: {path or whole_file}: {fact.source}"
        for file, value in contents.files()
        for path, fact in all_facts(value)
        if fact.checked <= before and not (unconfirmed and fact.is_confirmed)
    ]
    for row in sorted(dict.fromkeys(rows)):
        click.echo(row)
    say(how_many(len(set(rows)), _ONE_FACT, _MORE_FACTS))
