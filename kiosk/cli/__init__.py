"""Every command that needs no window; one module a command, loaded only when called."""

from __future__ import annotations

import importlib
import sys
from typing import Any

import click
from click.exceptions import NoArgsIsHelpError

from devices.system import streams
from kiosk import logs, paths
from kiosk.cli import faults
from kiosk.cli.help import SpokenGroup, SpokenUsageError, chosen_language, usage_fault
from kiosk.cli.spoken import chosen_for_all
from kiosk.cli.terminal import harmless_output

# name -> one line of help; the module is kiosk.cli.<name with _ for -> and its command is called `command`
COMMANDS = {
    "completion": "Complete commands with Tab in your shell.",
    "config": "Check or show the settings and where each came from.",
    "content": "Check, preview or import content.",
    "counts": "Look at the anonymous counts.",
    "doctor": "Find out what is broken and what to do.",
    "manual": "Print the manual page.",
    "print": "Write leaflets, posters and forms as PDF.",
    "province": "The province's side of the counts.",
    "publish": "The province's side of the content updates.",
    "read": "Read the card on the first reader, for technicians.",
    "report": "Weekly and monthly reports.",
    "roster-process": "Read an officer's list for the screens, which start this by themselves.",
    "scan": "Scan a page, for technicians.",
    "search": "Search the procedures.",
    "together": "Two PCs, one printer, one scanner.",
    "typesetter-process": "Set papers for the screens, which start this by themselves.",
    "update": "Take the newest signed content.",
}


class LazyGroup(SpokenGroup):
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

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Read what stands before the command; what is wrong with it is told in both languages."""
        try:
            return super().make_context(info_name, args, parent, **extra)
        except click.UsageError as fault:
            raise _spoken(fault) from fault
        except BrokenPipeError:
            raise  # as below
        except OSError as fault:  # a help or a version that cannot be written
            raise faults.CommandFault(faults.told(fault)) from fault

    def invoke(self, ctx: click.Context) -> object:
        """Run the command. What was foreseen to go wrong ends each of them in the same way: one sentence, and 1."""
        try:
            return super().invoke(ctx)
        except click.UsageError as fault:
            raise _spoken(fault) from fault
        except BrokenPipeError:
            raise  # whoever read the output has seen enough
        except (click.Abort, KeyboardInterrupt) as stopped:
            raise faults.refused("Đã dừng theo lệnh của người gõ.", "Stopped by whoever typed it.") from stopped
        except (click.ClickException, *faults.FORESEEN) as fault:
            raise faults.CommandFault(faults.told(fault, chosen_language(ctx))) from fault

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Names and one line of help each, without importing any of them."""
        names = self.list_commands(ctx)
        with formatter.section("Commands"):
            formatter.write_dl([(name, self._help_line(ctx, name)) for name in names])

    def _help_line(self, ctx: click.Context, name: str) -> str:
        if name in COMMANDS:
            return COMMANDS[name]
        own = super().get_command(ctx, name)
        return own.get_short_help_str(1000) if own else ""


def _spoken(fault: click.UsageError) -> click.UsageError:
    return (
        fault
        if isinstance(fault, SpokenUsageError | NoArgsIsHelpError)
        else SpokenUsageError(usage_fault(fault), fault.ctx)
    )


def _version(context: click.Context, _option: click.Parameter, asked: bool) -> None:
    if asked:
        click.echo(f"kiosk-dvc {paths.version()}")
        context.exit()


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="The version.")
@chosen_for_all
def kiosk() -> None:
    """Kiosk of the commune help point."""
    streams.prepare(paths.state() / "kiosk.log")
    logs.configure()  # what goes wrong beside a command is one line, and no traceback
    sys.excepthook = faults.tell_unexpected
