"""What several commands of `kiosk province` take, and the database they open."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from kiosk.cli.faults import as_chosen, wrong_use
from kiosk.counts import province_database

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
_HOST = re.compile(r"(?=.{1,64}$)[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?")
"""A name as a certificate holds it: at most 64 letters (X.520, common name)."""


def _hosts(_context: click.Context, _option: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    for host in given:
        if not _HOST.fullmatch(host) and not _is_address(host):
            raise wrong_use(
                "--host: cần tên máy hoặc địa chỉ, như counts.example.vn hoặc 192.0.2.10.",
                "--host: expected a host's name or address, like counts.example.vn or 192.0.2.10.",
            )
    return given


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True


hosts_option = click.option(
    "--host",
    "hosts",
    multiple=True,
    required=True,
    callback=_hosts,
    help="Name or address the PCs know the server by.",
)
FAULTS = (ValueError,)


@contextmanager
def database_of(dsn: str) -> Iterator[province_database.Database]:
    """The database for a command; whatever goes wrong inside the block ends it in one sentence."""
    try:
        with province_database.opened(dsn) as database:
            yield database
    except FAULTS as fault:
        raise as_chosen(fault) from fault
