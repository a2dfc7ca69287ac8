"""What a step says when it saw what it looked for, and what it raises when it did not."""

from __future__ import annotations

import click


def report(what: str) -> None:
    """One line of the report."""
    click.echo(f"seen: {what}")


def demand(holds: object, what: str) -> None:
    """Raises `ClickException` naming what was not seen."""
    if not holds:
        raise click.ClickException(f"not seen: {what}")
