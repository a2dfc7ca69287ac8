"""`kiosk-dvc completion bash | zsh | fish`: what a shell needs to complete commands and options with Tab."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from kiosk.cli.help import SpokenCommand

PROGRAM = "kiosk-dvc"
VARIABLE = "_KIOSK_DVC_COMPLETE"
"""The variable with which the shell's script calls the program; click derives it from the program's name."""


@click.command(cls=SpokenCommand)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Print the script that completes commands in this shell. The package installs the one for bash."""
    made = get_completion_class(shell)
    if made is None:
        raise LookupError(shell)
    click.echo(made(context.find_root().command, {}, PROGRAM, VARIABLE).source())
