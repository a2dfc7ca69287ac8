"""`kiosk counts send | stick | enrol-request | enrol-reply`: the closed days on their way to the province."""

from __future__ import annotations

import json
import random
import sys
import time
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import click

from kiosk import paths
from kiosk.cli import counts_words as words
from kiosk.cli.counts_file import keys_folder, out_file, pc_id_of, settings_of, store_of
from kiosk.cli.faults import CommandFault, for_staff, refused
from kiosk.cli.for_programs import json_option
from kiosk.cli.handed_in import given_clock
from kiosk.cli.help import SpokenCommand, chosen_language, in_languages
from kiosk.cli.progress import waiting
from kiosk.cli.spoken import say
from kiosk.clock import Clock
from kiosk.content.fault import ContentError
from kiosk.content.updates import PackVersion, current_pack, version_of
from kiosk.counts import days, station_keys, stick
from kiosk.counts.drain import Drained
from kiosk.counts.outbox import Outbox
from kiosk.errors import failure_book
from kiosk.station.content import shipped_content


@click.command(cls=SpokenCommand)
@click.option("--attempts", default=6, show_default=True, help="Connections in a row that may fail.")
@click.option("--again", is_flag=True, help="Also what the province refused before.")
@click.option("--if-set", is_flag=True, help="For the timer: nothing to do, and no fault, where no host is set.")
@json_option
@given_clock
def send(clock: Clock, attempts: int, again: bool, if_set: bool, as_json: bool) -> None:
    """Send closed days to the province's PostgreSQL."""
    from kiosk.counts.drain import drain
    from kiosk.counts.uplink import Identity, Uplink, UplinkError

    settings = settings_of()
    where, keys = settings.province, keys_folder()
    if not where.host and if_set:
        return
    if not where.host:
        raise refused(
            "kiosk.toml: province.host còn trống. Dùng USB hoặc phiếu ngày.",
            "kiosk.toml: province.host is empty. Use the stick or the day sheet.",
        )
    identity = Identity(host=where.host, port=where.port, pc_id=pc_id_of(settings), folder=keys)
    with store_of(clock) as store:
        store.upkeep()
        outbox = Outbox(store.connection)
        if again:
            outbox.try_again()
        with waiting():
            done = drain(outbox, lambda: Uplink(identity), sleep=time.sleep, random=random.random, attempts=attempts)
        if not done.fault:
            with suppress(UplinkError), Uplink(identity) as wire:
                wire.tell_versions(paths.version(), str(_content_version() or ""))
    if as_json:
        click.echo(json.dumps({"sent": done.sent, "set_aside": done.set_aside, "fault": done.fault}))
        sys.exit(1 if done.fault else 0)
    _told(done)


def _content_version() -> PackVersion | None:
    try:
        return version_of(current_pack(paths.state(), shipped_content()))
    except ContentError:
        return None


def _told(done: Drained) -> None:
    say(words.SENT, rows=words.rows(done.sent), set_aside=done.set_aside)
    if done.fault in failure_book():
        raise CommandFault(
            "\n".join(in_languages(for_staff(done.fault), chosen_language(click.get_current_context())))
        )
    if done.fault:
        raise refused(
            "Dừng: {fault}. Phần còn lại chờ lần sau.",
            "Stopped: {fault}. The rest waits for the next time.",
            fault=done.fault,
        )


@click.command("stick", cls=SpokenCommand)
@click.option(
    "--days", "span", type=click.IntRange(1, 400), default=35, show_default=True, help="Days back from today."
)
@out_file
@given_clock
def write_stick(clock: Clock, span: int, out: Path) -> None:
    """The closed days as a signed file for a USB stick."""
    with store_of(clock) as store:
        store.upkeep()
        today = clock.today()
        first = today - timedelta(days=span)
        closed = [t for t in store.day_totals(first, today) if days.is_closed(store.connection, t.day)]
        serial = stick.next_serial(store.connection)
        key = station_keys.signing_key(keys_folder())
        out.write_bytes(stick.write_stick(pc_id_of(settings_of()), serial, closed, key))
        say(words.ON_STICK, out=out, totals=words.totals(len(closed)), serial=serial)


@click.command("enrol-request", cls=SpokenCommand)
@out_file
def enrol_request(out: Path) -> None:
    """The file to carry to the province; makes this PC's keys when there are none."""
    out.write_bytes(station_keys.enrol_request(keys_folder(), pc_id_of(settings_of())))
    say(words.REQUEST, out=out, pc=pc_id_of(settings_of()))


@click.command("enrol-reply", cls=SpokenCommand)
@click.argument("reply", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def enrol_reply(reply: Path) -> None:
    """Take the certificate the province gave."""
    station_keys.take_reply(keys_folder(), pc_id_of(settings_of()), reply.read_bytes())
    say(words.ENROLLED)
