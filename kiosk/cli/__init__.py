"""Every command that needs no window; one module a command, loaded only when called."""

from __future__ import annotations

import importlib
import sqlite3
from typing import Any

import click

from kiosk import disk, logs
from kiosk.cli.terminal import harmless_output
from kiosk.errors import KioskError, failure_book
from kiosk.i18n import BOTH

# name -> one line of help; the module is kiosk.cli.<name with _ for -> and its command is called `command`
COMMANDS = {
    "config": "Check or show the settings and where each came from.",
    "content": "Check, preview or import content.",
    "counts": "Look at the anonymous counts.",
    "doctor": "Find out what is broken and what to do.",
    "print": "Write leaflets, posters and forms as PDF.",
    "province": "The province's side of the counts.",
    "publish": "The province's side of the content updates.",
    "read": "Read the card on the first reader, for technicians.",
    "report": "Weekly and monthly reports.",
    "scan": "Scan a page, for technicians.",
    "search": "Search the procedures.",
    "update": "Take the newest signed content.",
}


class LazyGroup(click.Group):
    """Loads the module of a command only when that command is called, so every command starts fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Groups and commands in one alphabet, without loading the modules that hold them."""
        return sorted({*super().list_commands(ctx), *COMMANDS})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now."""
        if cmd_name not in COMMANDS:
            return super().get_command(ctx, cmd_name)
        module = importlib.import_module(f"kiosk.cli.{cmd_name.replace('-', '_')}")
        command = module.command
        if not isinstance(command, click.Command):
            raise TypeError(f"kiosk.cli.{cmd_name} has no click command called `command`")
        return command

    def main(self, *words: Any, **options: Any) -> Any:
        """The command with its faults; nothing that it tells can command the terminal."""
        with harmless_output():
            return super().main(*words, **options)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command. A full disk ends every one of them with the same words, in both languages."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, OSError, sqlite3.Error, KioskError) as fault:
            if not disk.says_full(fault):
                raise
            raise click.ClickException(_disk_is_full()) from fault

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Names and one line of help each, without importing any of them."""
        names = self.list_commands(ctx)
        with formatter.section("Commands"):
            formatter.write_dl([(name, self._help_line(ctx, name)) for name in names])

    def _help_line(self, ctx: click.Context, name: str) -> str:
        if name in COMMANDS:
            return COMMANDS[name]
        own = super().get_command(ctx, name)
        return own.get_short_help_str(100) if own else ""


def _disk_is_full() -> str:
    failure = failure_book()[disk.CODE]
    return "\n".join(f"{failure.title.say(one)} {failure.staff.say(one)}" for one in BOTH)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
def kiosk() -> None:
    """Kiosk of the commune help point."""
    logs.configure()  # what goes wrong beside a command is one line, and no traceback
