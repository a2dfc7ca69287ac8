"""Which pack a command of `kiosk content` works on, for which day, and how it speaks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kiosk import paths
from kiosk.cli.faults import wrong_use
from kiosk.cli.spoken import in_one_or_both
from kiosk.clock import Clock
from kiosk.content.pack import Pack
from kiosk.i18n import Language, Text
from kiosk.station.content import station_pack

folder = click.argument("pack_folder", metavar="[DIR]", type=click.Path(path_type=Path), required=False)
overlay = click.option(
    "--overlay",
    type=click.Path(path_type=Path, file_okay=False),
    help="The commune's own folder laid over the pack; default: content in /etc/kiosk-dvc.",
)


def pack_of(root: Path | None, overlay: Path | None) -> Pack:
    """The named pack with the named overlay; the current pack with this station's overlay when none is named."""
    if root:
        return Pack(root, overlays=[overlay] if overlay else [])
    return station_pack(paths.state(), overlays=[overlay] if overlay else None)


def day_of(text: str | None, clock: Clock) -> date:
    """The day as typed, like 2027-03-01; without one, today. Raises `SpokenUsageError` for anything else."""
    try:
        return date.fromisoformat(text) if text else clock.today()
    except ValueError as fault:
        raise wrong_use(
            "“{text}” không phải ngày; ghi như 2027-03-01.",
            "“{text}” is no date; write it like 2027-03-01.",
            text=text or "",
        ) from fault


def say(text: Text, lang: Language | None) -> None:
    """Write one sentence in the language chosen, or in both on one line."""
    click.echo(in_one_or_both(text, lang))
