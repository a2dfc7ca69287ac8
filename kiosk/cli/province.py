"""`kiosk province …`: the province's database made ready, PCs enrolled and shut out, files loaded, reports.

Runs at the province, over libpq's own words for the database (`--dsn`, else PGHOST and its like).
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from devices.system.files import replace_private
from kiosk.cli import province_words as words
from kiosk.cli.counts_words import rows
from kiosk.cli.faults import as_chosen
from kiosk.cli.handed_in import given_clock
from kiosk.cli.help import SpokenGroup
from kiosk.cli.province_loading import load, load_sheet, load_sticks
from kiosk.cli.province_options import FAULTS, ca_option, database_of, dsn_option
from kiosk.cli.province_reporting import report
from kiosk.cli.province_set_up import init, set_up
from kiosk.cli.province_stations import command as stations
from kiosk.cli.spoken import say
from kiosk.clock import Clock
from kiosk.counts import authority, authority_folder, province, province_roles


@click.group(cls=SpokenGroup)
def command() -> None:
    """The province's side of the counts."""


command.add_command(set_up)
command.add_command(init)
command.add_command(stations)
command.add_command(load)
command.add_command(load_sticks)
command.add_command(load_sheet)
command.add_command(report)


@command.command
@click.argument("pc")
@dsn_option
@ca_option
@click.option(
    "--request",
    required=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="What the PC wrote with `counts enrol-request`.",
)
@click.option(
    "--out", required=True, type=click.Path(path_type=Path, dir_okay=False), help="The reply to carry back."
)
@click.option("--card-reader", default="", help="Maker and model of its card reader.")
@click.option("--printer", default="", help="Maker and model of its printer.")
@click.option("--scanner", default="", help="Maker and model of its scanner.")
@given_clock
def enrol(
    clock: Clock, pc: str, dsn: str, ca: Path, request: Path, out: Path, card_reader: str, printer: str, scanner: str
) -> None:
    """A login role and a certificate for PC (like pc-17842-may-1) from its request file."""
    models = province.Models(card_reader=card_reader, printer=printer, scanner=scanner)
    with database_of(dsn) as database:
        out.write_bytes(
            province.enrol(database, authority_folder.read(ca), request.read_bytes(), pc, models, clock.utc())
        )
    say(words.ENROLLED, pc=pc, out=out)


@command.command
@click.argument("pc")
@dsn_option
def revoke(pc: str, dsn: str) -> None:
    """Shut PC out at once: login, open connections, signature. What it sent stays."""
    with database_of(dsn) as database:
        province.revoke(database, pc)
    say(words.SHUT_OUT, pc=pc)


@command.command("remove-rows")
@click.argument("pc")
@click.option("--from", "first", required=True, type=click.DateTime(["%Y-%m-%d"]), help="First day.")
@click.option("--to", "last", required=True, type=click.DateTime(["%Y-%m-%d"]), help="Last day.")
@dsn_option
def remove_rows(pc: str, first: datetime, last: datetime, dsn: str) -> None:
    """Take out what PC sent for these days, as after a theft of its key. Cannot be undone."""
    with database_of(dsn) as database:
        removed = province.remove_rows(database, pc, first.date(), last.date())
    say(words.TAKEN_OUT, rows=rows(removed), pc=pc)


@command.command
@dsn_option
def tidy(dsn: str) -> None:
    """Put back the PCs' settings and cut off who stays too long; for a timer, every minute."""
    with database_of(dsn) as database:
        cut = province_roles.tidy(database)
    if cut:
        say(words.CUT_OFF, number=cut)


@command.command
@click.argument("name")
@ca_option
@click.option("--out", required=True, type=click.Path(path_type=Path, file_okay=False), help="Folder for the files.")
@given_clock
def reader(clock: Clock, name: str, ca: Path, out: Path) -> None:
    """A certificate for NAME, a role that reads (a member of counts_reader, or counts_nation)."""
    try:
        out.mkdir(parents=True, exist_ok=True, mode=0o700)
        root, key = authority_folder.read(ca), authority.new_key()
        replace_private(out / f"{name}.key", authority.key_pem(key))
        made = authority.client_certificate(root, key.public_key(), name, clock.utc())
        replace_private(out / f"{name}.crt", authority.certificate_pem(made))
    except FAULTS as fault:
        raise as_chosen(fault) from fault
    click.echo(f"{out}/{name}.crt")
