"""`./station prove NAME`: runs one proof and says what it found. Ends with 1 when the promise does not hold."""

from __future__ import annotations

from pathlib import Path

import click

from tests.withstand.visiting_station import ENDINGS


@click.group
def prove() -> None:
    """Promises of the station, each a command that anyone can run."""


@prove.command()
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="The same as JSON.")
@click.option("--ending", "endings", type=click.Choice(ENDINGS), multiple=True, help="Only these; may be repeated.")
@click.pass_context
def forgetting(context: click.Context, out: Path | None, endings: tuple[str, ...]) -> None:
    """A made-up person through the station, every ending, then everything searched for her in every form."""
    from tests.prove.forgetting import prove as look_everywhere

    proof = look_everywhere(endings or ENDINGS)
    if out:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_bytes(proof.encoded())
    click.echo(proof.written())
    context.exit(0 if proof.holds else 1)


if __name__ == "__main__":
    prove()
