"""`kiosk counts …`: look at the counts, close the day, enter hours, send, carry; and enrol this PC."""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path

import click

from kiosk import paths
from kiosk.cli.faults import CommandFault, for_staff, refused, wrong_use
from kiosk.cli.handed_in import given_clock
from kiosk.cli.help import SpokenGroup, chosen_language, in_languages
from kiosk.clock import Clock
from kiosk.content.fact import earliest_day
from kiosk.content.pack import Pack
from kiosk.countable import read_countable
from kiosk.counts import days, event_docs, station_keys, stick
from kiosk.counts.drain import Drained
from kiosk.counts.events import EventKind
from kiosk.counts.outbox import Outbox
from kiosk.counts.sheet_code import SheetError
from kiosk.counts.store import CountStore
from kiosk.errors import KioskError, failure_book
from kiosk.i18n import counted
from kiosk.procedures.catalogue import read_catalogue
from kiosk.settings import KioskSettings, read_settings
from kiosk.station.content import shipped_content, station_pack

MOST_VOLUNTEERS = 200
PRINT_POLL_S = 0.5
out_file = click.option(
    "--out", required=True, type=click.Path(path_type=Path, dir_okay=False), help="The file to write."
)
on_day = click.option("--day", type=click.DateTime(formats=["%Y-%m-%d"]), help="Default: today.")


def settings_of() -> KioskSettings:
    """The station's settings, or a message and the end."""
    return read_settings().kiosk


def open_store(clock: Clock) -> CountStore:
    """The counting file of this station, with what its content allows to be counted. Close it."""
    pack = station_pack(paths.state())
    path = paths.state() / "counts.sqlite"
    try:
        earliest = earliest_day(each.status for each in read_catalogue(pack).all())
        return CountStore(path, clock.now, read_countable(pack), earliest=earliest)
    except (sqlite3.Error, OSError, KioskError) as fault:
        raise click.ClickException(f"{path}: {fault}") from fault


def _demand_a_day(store: CountStore) -> None:
    """What is final or typed belongs to a day, so the clock must tell one that can be."""
    if store.clock_is_wrong():
        raise CommandFault("\n".join(in_languages(for_staff("doctor.clock-wrong"), None)))


@contextmanager
def _store(clock: Clock) -> Iterator[CountStore]:
    store = open_store(clock)
    try:
        yield store
    except (sqlite3.Error, OSError, KioskError, SheetError) as fault:
        raise click.ClickException(f"{store.path}: {fault}") from fault
    finally:
        store.close()


def pc_id_of(settings: KioskSettings) -> str:
    """The name of this PC up the line."""
    return station_keys.pc_name(settings.commune.code, settings.commune.station)


def _keys() -> Path:
    return paths.state() / "province"


@click.group(cls=SpokenGroup)
def command() -> None:
    """Look at the anonymous counts, close the day, enter hours, send or carry them."""


@command.command
@on_day
@given_clock
def show(clock: Clock, day: datetime | None) -> None:
    """Every total of one day, and what waits to go up the line."""
    with _store(clock) as store:
        which = day.date() if day else clock.today()
        for total in store.day_totals(which, which):
            click.echo(f"{total.count:>7}  {total.kind.value}  {total.subject}".rstrip())
        state = Outbox(store.connection).state()
        final = "closed" if days.is_closed(store.connection, which) else "open"
        waiting = f"{counted(state.waiting, 'row')} waiting, {state.set_aside} set aside, oldest {state.oldest}"
        click.echo(f"{which}: {final}; {waiting}")
        if held := sum(number for _, number in days.held(store.connection)):
            click.echo(f"{counted(held, 'event')} of days with a wrong clock held: kiosk counts held")


@command.command
@on_day
@click.option("--volunteers", type=click.IntRange(0, MOST_VOLUNTEERS), required=True, help="People on duty.")
@click.option("--hours", type=click.FloatRange(0, MOST_VOLUNTEERS * 24), required=True, help="Hours of all together.")
@given_clock
def hours(clock: Clock, day: datetime | None, volunteers: int, hours: float) -> None:
    """Enter how many volunteers were on duty, and for how many hours; numbers only."""
    with _store(clock) as store:
        _demand_a_day(store)
        which = day.date() if day else clock.today()
        if which > clock.today():
            raise wrong_use("Ngày đó chưa tới.", "That day has not come yet.")
        numbers = {EventKind.VOLUNTEERS: volunteers, EventKind.VOLUNTEER_MINUTES: round(hours * 60)}
        try:
            days.enter(store.connection, which, numbers)
        except days.DayClosedError:
            raise refused(
                "{day}: đã khoá sổ và đã có giờ trực.", "{day}: closed, and has its hours already.", day=which
            ) from None
        click.echo(f"{which}: {volunteers} volunteers, {hours:g} hours")


@command.command
@click.option("--sheet", type=click.Path(path_type=Path, dir_okay=False), help="Also write the day sheet (PDF).")
@click.option("--print", "printed", is_flag=True, help="Also print the day sheet.")
@given_clock
def close(clock: Clock, sheet: Path | None, printed: bool) -> None:
    """The closing routine: today's totals become final."""
    with _store(clock) as store:
        _demand_a_day(store)
        today = store.close_today()
        click.echo(f"{today} is closed")
        if sheet:
            _write_sheet(store, today, sheet)
        if printed:
            _print_sheet(store, today)


@command.command
@click.option("--count-for", "day", type=click.DateTime(formats=["%Y-%m-%d"]), help="Count them for this day.")
@given_clock
def held(clock: Clock, day: datetime | None) -> None:
    """What was counted while the clock was wrong: held, never sent, until you say for which day it counts."""
    with _store(clock) as store:
        found = days.held(store.connection)
        for wrong, number in found:
            click.echo(f"{number:>7}  on the day that the clock called {wrong}")
        if not found:
            click.echo("nothing is held")
        if not day:
            return
        _demand_a_day(store)
        if day.date() > clock.today():
            raise wrong_use("Ngày đó chưa tới.", "That day has not come yet.")
        click.echo(f"{days.count_held_for(store.connection, day.date())} events count for {day:%Y-%m-%d}")


@command.command
@on_day
@out_file
@given_clock
def sheet(clock: Clock, day: datetime | None, out: Path) -> None:
    """The day sheet of a closed day, with its signed code, as PDF."""
    with _store(clock) as store:
        _write_sheet(store, day.date() if day else clock.today(), out)


def _write_sheet(store: CountStore, day: date, out: Path) -> None:
    out.write_bytes(_sheet_of(store, day))
    click.echo(f"{out}: the day sheet of {day}")


def _sheet_of(store: CountStore, day: date) -> bytes:
    from kiosk.documents.daysheet import closed_day_sheet
    from kiosk.documents.typesetter import Typesetter

    return closed_day_sheet(Typesetter(), store, day, settings_of().commune, _keys()).pdf


def _print_sheet(store: CountStore, day: date) -> None:
    """On the station's printer; waits until it is on paper or the printer has given it up."""
    from kiosk.printing import PrintQueue, PrintState
    from kiosk.station.devices import printer

    device = printer(read_settings().devices.printer)
    queue = PrintQueue(device, time.monotonic)
    try:
        ticket = queue.print(_sheet_of(store, day), "day-sheet")
        look = queue.poll(ticket)
        while not look.state.is_terminal:
            time.sleep(PRINT_POLL_S)
            look = queue.poll(ticket)
    finally:
        device.close()
    if look.state is not PrintState.DONE:
        raise KioskError(f"not printed: {look.trouble or look.state.value}; `kiosk counts sheet` writes it as a file")
    click.echo("printed")


@command.command
@click.option("--attempts", default=6, show_default=True, help="Connections in a row that may fail.")
@click.option("--again", is_flag=True, help="Also what the province refused before.")
@click.option("--if-set", is_flag=True, help="For the timer: nothing to do, and no fault, where no host is set.")
@given_clock
def send(clock: Clock, attempts: int, again: bool, if_set: bool) -> None:
    """Send closed days to the province's PostgreSQL."""
    from kiosk.counts.drain import drain
    from kiosk.counts.uplink import Identity, Uplink

    settings = settings_of()
    where, keys = settings.province, _keys()
    if not where.host and if_set:
        return
    if not where.host:
        raise refused(
            "kiosk.toml: province.host còn trống. Dùng USB hoặc phiếu ngày.",
            "kiosk.toml: province.host is empty. Use the stick or the day sheet.",
        )
    identity = Identity(host=where.host, port=where.port, pc_id=pc_id_of(settings), folder=keys)
    with _store(clock) as store:
        store.upkeep()
        outbox = Outbox(store.connection)
        if again:
            outbox.try_again()
        done = drain(outbox, lambda: Uplink(identity), sleep=time.sleep, random=random.random, attempts=attempts)
    _told(done)


def _told(done: Drained) -> None:
    click.echo(f"{counted(done.sent, 'row')} sent, {done.set_aside} set aside")
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


@command.command("stick")
@click.option(
    "--days", "span", type=click.IntRange(1, 400), default=35, show_default=True, help="Days back from today."
)
@out_file
@given_clock
def write_stick(clock: Clock, span: int, out: Path) -> None:
    """The closed days as a signed file for a USB stick."""
    with _store(clock) as store:
        store.upkeep()
        today = clock.today()
        first = today - timedelta(days=span)
        closed = [t for t in store.day_totals(first, today) if days.is_closed(store.connection, t.day)]
        serial = stick.next_serial(store.connection)
        key = station_keys.signing_key(_keys())
        out.write_bytes(stick.write_stick(pc_id_of(settings_of()), serial, closed, key))
        click.echo(f"{out}: {counted(len(closed), 'total')}, number {serial}")


@command.command("enrol-request")
@out_file
def enrol_request(out: Path) -> None:
    """The file to carry to the province; makes this PC's keys when there are none."""
    out.write_bytes(station_keys.enrol_request(_keys(), pc_id_of(settings_of())))
    click.echo(f"{out}: request of {pc_id_of(settings_of())}")


@command.command("enrol-reply")
@click.argument("reply", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def enrol_reply(reply: Path) -> None:
    """Take the certificate the province gave."""
    station_keys.take_reply(_keys(), pc_id_of(settings_of()), reply.read_bytes())
    click.echo("this PC is enrolled; `kiosk counts send` sends")


@command.command
@out_file
def events(out: Path) -> None:
    """Write the documentation of everything that may be counted."""
    out.write_text(event_docs.page(read_countable(Pack(shipped_content()))), encoding="utf-8")
    click.echo(str(out))
