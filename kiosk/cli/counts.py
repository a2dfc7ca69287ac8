"""`kiosk counts …`: look at the counts, close the day, enter hours, send, carry; and enrol this PC."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import click

from kiosk.cli import counts_words as words
from kiosk.cli.counts_file import demand_a_day, on_day, out_file, store_of
from kiosk.cli.counts_sending import enrol_reply, enrol_request, send, write_stick
from kiosk.cli.counts_sheet import print_sheet, write_sheet
from kiosk.cli.faults import refused, wrong_use
from kiosk.cli.for_programs import json_option, tell_program
from kiosk.cli.handed_in import given_clock
from kiosk.cli.help import SpokenGroup
from kiosk.cli.spoken import say
from kiosk.clock import Clock
from kiosk.content.pack import Pack
from kiosk.countable import read_countable
from kiosk.counts import days, event_docs
from kiosk.counts.events import EventKind
from kiosk.counts.outbox import Outbox
from kiosk.counts.store import CountStore
from kiosk.station.content import shipped_content

MOST_VOLUNTEERS = 200


@click.group(cls=SpokenGroup)
def command() -> None:
    """Look at the anonymous counts, close the day, enter hours, send or carry them."""


for _further in (send, write_stick, enrol_request, enrol_reply):
    command.add_command(_further)


@command.command
@on_day
@json_option
@given_clock
def show(clock: Clock, day: datetime | None, as_json: bool) -> None:
    """Every total of one day, and what waits to go up the line."""
    with store_of(clock) as store:
        which = day.date() if day else clock.today()
        if as_json:
            tell_program(**_day_as_json(store, which))
            return
        for total in store.day_totals(which, which):
            click.echo(f"{total.count:>7}  {total.kind.value}  {total.subject}".rstrip())
        state = Outbox(store.connection).state()
        say(
            words.WAITING,
            day=which,
            state=words.CLOSED if days.is_closed(store.connection, which) else words.OPEN,
            rows=words.rows(state.waiting),
            set_aside=state.set_aside,
            oldest=state.oldest or words.NONE,
        )
        if held := sum(number for _, number in days.held(store.connection)):
            say(words.HELD, events=words.events(held))


def _day_as_json(store: CountStore, which: date) -> dict[str, object]:
    state = Outbox(store.connection).state()
    return {
        "day": str(which),
        "closed": days.is_closed(store.connection, which),
        "totals": [
            {"kind": total.kind.value, "subject": str(total.subject), "count": total.count}
            for total in store.day_totals(which, which)
        ],
        "waiting": state.waiting,
        "set_aside": state.set_aside,
        "oldest": str(state.oldest) if state.oldest else None,
        "held": sum(number for _, number in days.held(store.connection)),
    }


@command.command
@on_day
@click.option("--volunteers", type=click.IntRange(0, MOST_VOLUNTEERS), required=True, help="People on duty.")
@click.option("--hours", type=click.FloatRange(0, MOST_VOLUNTEERS * 24), required=True, help="Hours of all together.")
@given_clock
def hours(clock: Clock, day: datetime | None, volunteers: int, hours: float) -> None:
    """Enter how many volunteers were on duty, and for how many hours; numbers only."""
    with store_of(clock) as store:
        demand_a_day(store)
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
        say(words.HOURS, day=which, volunteers=volunteers, hours=f"{hours:g}")


@command.command
@click.option("--sheet", type=click.Path(path_type=Path, dir_okay=False), help="Also write the day sheet (PDF).")
@click.option("--print", "printed", is_flag=True, help="Also print the day sheet.")
@json_option
@given_clock
def close(clock: Clock, sheet: Path | None, printed: bool, as_json: bool) -> None:
    """The closing routine: today's totals become final."""
    if as_json and (sheet or printed):
        raise wrong_use("--json không đi với --sheet, --print.", "--json does not go with --sheet or --print.")
    with store_of(clock) as store:
        demand_a_day(store)
        today = store.close_today()
        if as_json:
            tell_program(**_day_as_json(store, today))
            return
        say(words.DAY_CLOSED, day=today)
        if sheet:
            write_sheet(store, today, sheet)
        if printed:
            print_sheet(store, today)


@command.command
@click.option("--count-for", "day", type=click.DateTime(formats=["%Y-%m-%d"]), help="Count them for this day.")
@json_option
@given_clock
def held(clock: Clock, day: datetime | None, as_json: bool) -> None:
    """What was counted while the clock was wrong: held, never sent, until you say for which day it counts."""
    with store_of(clock) as store:
        found = days.held(store.connection)
        if not as_json:
            _tell_held(found)
        settled = _settle(store, day.date(), clock.today()) if day else None
        if as_json:
            told = [{"clock_said": wrong, "events": number} for wrong, number in found]
            tell_program(held=told, counted_for=settled[0] if settled else None)
        elif settled and day:
            told_already = settled[0] != day.date()
            said = words.COUNT_LATER if told_already else words.COUNT_FOR
            say(said, events=words.events(settled[1]), day=settled[0])


def _tell_held(found: Sequence[tuple[str, int]]) -> None:
    for wrong, number in found:
        say(words.WRONG_DAY, number=number, day=wrong)
    if not found:
        say(words.NOTHING_HELD)


def _settle(store: CountStore, day: date, today: date) -> tuple[date, int]:
    """For which day they count now, and how many."""
    demand_a_day(store)
    if day > today:
        raise wrong_use("Ngày đó chưa tới.", "That day has not come yet.")
    return days.count_held_for(store.connection, day, today)


@command.command
@on_day
@out_file
@given_clock
def sheet(clock: Clock, day: datetime | None, out: Path) -> None:
    """The day sheet of a closed day, with its signed code, as PDF."""
    with store_of(clock) as store:
        write_sheet(store, day.date() if day else clock.today(), out)


@command.command
@out_file
def events(out: Path) -> None:
    """Write the documentation of everything that may be counted."""
    out.write_text(event_docs.page(read_countable(Pack(shipped_content()))), encoding="utf-8")
    click.echo(str(out))
