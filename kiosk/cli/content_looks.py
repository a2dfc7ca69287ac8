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
from kiosk.clock import Clock
from kiosk.i18n import counted


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
        click.echo(f"{change.file}: {change.path or '(the whole file)'}")
        click.echo(f"    {before}: {' / '.join(change.before) or 'not shown'}")
        click.echo(f"    {after}: {' / '.join(change.after) or 'not shown'}")
    click.echo(f"{counted(len(found), 'change')} between {before} and {after}")


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
    rows = [
        f"{fact.checked}  {fact.confidence.value:<6}  {file}: {path or '(the whole file)'}: {fact.source}"
        for file, value in contents.files()
        for path, fact in all_facts(value)
        if fact.checked <= before and not (unconfirmed and fact.is_confirmed)
    ]
    for row in sorted(dict.fromkeys(rows)):
        click.echo(row)
    click.echo(counted(len(set(rows)), "fact"))
