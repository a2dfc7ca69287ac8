"""What several commands of `kiosk province` take, and the database they open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from kiosk.counts import province

dsn_option = click.option(
    "--dsn", default="dbname=counts user=postgres", show_default=True, help="The database, in libpq's words."
)
ca_option = click.option(
    "--ca",
    default="/etc/counts/ca",
    show_default=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the province's authority.",
)
hosts_option = click.option(
    "--host", "hosts", multiple=True, required=True, help="Name or address the PCs know the server by."
)
FAULTS = (ValueError,)


@contextmanager
def database_of(dsn: str) -> Iterator[province.Database]:
    """The database for a command; whatever goes wrong inside the block ends it in one sentence."""
    try:
        with province.opened(dsn) as database:
            yield database
    except FAULTS as fault:
        raise click.ClickException(str(fault)) from fault
