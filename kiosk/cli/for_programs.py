"""What a command tells another program: one JSON object on standard output, in place of its sentences."""

from __future__ import annotations

import json

import click

json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")


def tell_program(**values: object) -> None:
    """The object; days and paths as text, letters as they are."""
    click.echo(json.dumps(values, ensure_ascii=False, default=str))
