"""`kiosk typesetter-process`: the process that sets papers; the screens start it and speak to it by pipes."""

from __future__ import annotations

from pathlib import Path

import click

from kiosk.cli.help import SpokenCommand


@click.command(cls=SpokenCommand)
@click.argument("assets", type=click.Path(path_type=Path))
def command(assets: Path) -> None:
    """Set the papers of a visit for the screens, which start this by themselves."""
    from kiosk.typesetting.compiling import main

    main(assets)
