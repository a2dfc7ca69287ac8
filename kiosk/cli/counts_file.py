"""The counting file of this station for the commands that look at it, and what several of them ask."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from kiosk import paths
from kiosk.cli.faults import CommandFault, for_staff, refused
from kiosk.cli.help import in_languages
from kiosk.clock import Clock
from kiosk.content.fact import earliest_day
from kiosk.countable import read_countable
from kiosk.counts import station_keys
from kiosk.counts.store import CountStore
from kiosk.procedures.catalogue import read_catalogue
from kiosk.settings import KioskSettings, read_settings
from kiosk.station.content import station_pack

out_file = click.option(
    "--out", required=True, type=click.Path(path_type=Path, dir_okay=False), help="The file to write."
)
on_day = click.option("--day", type=click.DateTime(formats=["%Y-%m-%d"]), help="Default: today.")


def settings_of() -> KioskSettings:
    """`kiosk.toml` of this station. Raises `FaultyFileError` with every fault of the settings."""
    return read_settings().kiosk


def open_store(clock: Clock) -> CountStore:
    """The counting file of this station, with what its content allows to be counted. Close it."""
    pack = station_pack(paths.state())
    path = paths.state() / "counts.sqlite"
    try:
        earliest = earliest_day(each.status for each in read_catalogue(pack).all())
        return CountStore(path, clock.now, read_countable(pack), earliest=earliest)
    except sqlite3.Error as fault:
        raise unusable(path, fault) from fault


def unusable(path: Path, fault: sqlite3.Error) -> CommandFault:
    """What SQLite says of a counting file; its own reason is English."""
    return refused(
        "{path}: không dùng được sổ đếm này ({reason}).",
        "{path}: this counting file cannot be used ({reason}).",
        path=path,
        reason=fault,
    )


def demand_a_day(store: CountStore) -> None:
    """Refuse what is final or typed while the clock tells a day that cannot be. Raises `CommandFault`."""
    if store.clock_is_wrong():
        raise CommandFault("\n".join(in_languages(for_staff("doctor.clock-wrong"), None)))


@contextmanager
def store_of(clock: Clock) -> Iterator[CountStore]:
    """The same for one command, closed after it; a fault of the file ends the command with its path."""
    store = open_store(clock)
    try:
        yield store
    except sqlite3.Error as fault:
        raise unusable(store.path, fault) from fault
    finally:
        store.close()


def pc_id_of(settings: KioskSettings) -> str:
    """The name of this PC in the province's database, like pc-17842-may-1."""
    return station_keys.pc_name(settings.commune.code, settings.commune.station)


def keys_folder() -> Path:
    """Where this PC's key and certificate for the province lie."""
    return paths.state() / "province"
