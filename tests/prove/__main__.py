"""`./station prove NAME`: runs one proof and says what it found. Ends with 1 when the promise does not hold."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from tests.withstand.visiting_station import ENDINGS, ONLINE_ENDINGS

EVERY_ENDING = (*ENDINGS, *ONLINE_ENDINGS)


@click.group
def prove() -> None:
    """Promises of the station, each a command that anyone can run."""


@prove.command()
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="The same as JSON.")
@click.option(
    "--ending", "endings", type=click.Choice(EVERY_ENDING), multiple=True, help="Only these; may be repeated."
)
@click.pass_context
def forgetting(context: click.Context, out: Path | None, endings: tuple[str, ...]) -> None:
    """A made-up person through the station, every ending, then everything searched for her in every form."""
    from tests.prove.forgetting import prove as look_everywhere

    proof = look_everywhere(endings or EVERY_ENDING, lambda look: click.echo(look.written(), err=True))
    if out:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_bytes(proof.encoded())
    click.echo(proof.written())
    context.exit(0 if proof.holds else 1)


@prove.command()
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="The same as JSON.")
@click.option("--piece", "names", multiple=True, help="Only this piece of work; may be repeated.")
@click.pass_context
def power(context: click.Context, out: Path | None, names: tuple[str, ...]) -> None:
    """The power fails before every single write of settings, PIN, counts, outbox, content and hand-over."""
    from tests.power.trial import HEAD, try_all

    tried = try_all(names=names)
    if out:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(json.dumps([asdict(each) for each in tried], indent=1), encoding="utf-8")
    click.echo("\n".join([HEAD, *(each.written() for each in tried)]))
    broken = sum(len(each.broken) for each in tried)
    moments, cuts = sum(each.moments for each in tried), sum(each.cuts for each in tried)
    click.echo(f"{moments} moments, {cuts} disks looked at, {broken} broken")
    context.exit(1 if broken or not tried else 0)


@prove.command()
@click.pass_context
def escapes(context: click.Context) -> None:
    """Every way out of the table, tried with real input events under the real compositor."""
    import pytest

    from tests.escapes.trying import TABLE, ways_out

    code = pytest.main(["-q", "-p", "no:cacheprovider", str(TABLE.parent)])
    for way in ways_out():
        if way.only_booted:
            click.echo(f"not tried here: {way.id}: {way.only_booted}")
    tried = sum(not way.only_booted for way in ways_out())
    click.echo(f"{tried} ways tried with real input events, {len(ways_out()) - tried} only a booted machine can show")
    context.exit(int(code))


if __name__ == "__main__":
    prove()
