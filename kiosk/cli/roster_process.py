"""`kiosk roster-process`: the process that reads an officer's list; the screens start it and speak to it by pipes."""

from __future__ import annotations

import click

from kiosk.cli.help import SpokenCommand


@click.command(cls=SpokenCommand)
def command() -> None:
    """Read an officer's list for the screens, which start this by themselves."""
    from kiosk.officer.roster.process import main

    main()
