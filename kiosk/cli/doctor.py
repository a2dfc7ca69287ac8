"""`doctor`: what is broken at this station, and what to do; each device has a command of its own."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from devices.card_reader.interface import CardReader
from kiosk import paths
from kiosk.cli.card_key import card_key, key_options
from kiosk.cli.handed_in import clock_of, given_clock
from kiosk.cli.help import SpokenGroup
from kiosk.cli.spoken import language_option
from kiosk.clock import Clock
from kiosk.doctor.card import LadderResult, RungResult, RungState, climb
from kiosk.errors import failure_book
from kiosk.i18n import Language, Text
from kiosk.identification import (
    Rung,
    TrustStore,
)
from kiosk.station.content import trust_roots

RUNGS = {
    Rung.SERVICE: Text(vi="Dịch vụ thẻ", en="Card service"),
    Rung.DRIVER: Text(vi="Trình điều khiển", en="Driver"),
    Rung.READER: Text(vi="Máy đọc thẻ", en="Reader"),
    Rung.CARD: Text(vi="Thẻ trên máy đọc", en="Card in the field"),
    Rung.APPLICATION: Text(vi="Ứng dụng trên chip", en="Application on the chip"),
    Rung.ACCESS: Text(vi="Mở khóa chip", en="Access to the chip"),
    Rung.DATA: Text(vi="Dữ liệu", en="Data"),
}
STATES = {
    RungState.HOLDS: Text(vi="được", en="ok"),
    RungState.BROKEN: Text(vi="HỎNG", en="BROKEN"),
    RungState.NOT_TRIED: Text(vi="chưa thử", en="not tried"),
}
ALL_GOOD = Text(vi="Thẻ đọc được từ đầu đến cuối.", en="The card is read from end to end.")
NO_KEY = Text(
    vi="Chip trả lời. Thêm --can và 6 số cuối của thẻ để thử mở khóa và đọc dữ liệu.",
    en="The chip answers. Add --can and the card's last 6 digits to try access and data.",
)

TRUST = Text(
    vi="Chứng thư gốc đang tin: {roots} (mẫu: {specimen_roots}). Tệp không dùng được: {problems}.",
    en="Trusted roots: {roots} (specimen: {specimen_roots}). Files that could not be used: {problems}.",
)


@click.group(
    cls=SpokenGroup, name="doctor", short_help="Find out what is broken and what to do.", invoke_without_command=True
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object with both languages.")
@click.option("--report", type=click.Path(path_type=Path, dir_okay=False), help="Write the readiness sheet as PDF.")
@language_option()
@click.pass_context
def command(context: click.Context, *, as_json: bool, report: Path | None, lang: Language) -> None:
    """Find out what is broken and what to do.

    Without a command: every service of the station, one line each. Ends with 1 when something is broken.
    """
    if context.invoked_subcommand is None:
        from kiosk.cli.doctor_station import examine_station

        sys.exit(examine_station(clock_of(context), language=lang, as_json=as_json, report=report))


@command.command(name="paper")
@click.option("--scan-only", is_flag=True, help="The page printed earlier lies on the glass already.")
@language_option()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object; asks nothing.")
@given_clock
def paper(clock: Clock, *, scan_only: bool, lang: Language, as_json: bool) -> None:
    """Print a test page, scan it back and measure scale, skew, streaks and missing marks.

    Ends with 1 when something is not true.
    """
    from kiosk.cli.doctor_paper import PaperLoop, run
    from kiosk.settings import read_settings
    from kiosk.station.devices import printer, scanner

    settings = read_settings()
    device, page_scanner = printer(settings.devices.printer), scanner(settings.devices.scanner)
    said = (lambda _: None) if as_json else (lambda text: click.echo(text.say(lang)))
    loop = PaperLoop(device, page_scanner, settings.kiosk.commune.station, clock.today(), said)
    deadline = settings.devices.printer.deadline
    sys.exit(run(loop, prints=not scan_only, deadline_s=deadline, language=lang, as_json=as_json))


@command.command(name="card")
@key_options
@click.option("--record", type=click.Path(path_type=Path, dir_okay=False), help="Write a transcript without values.")
@click.option("--replay", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="Play a transcript.")
@language_option()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object with both languages.")
@click.pass_context
def card(
    context: click.Context,
    can: str | None,
    mrz: str | None,
    qr: str | None,
    record: Path | None,
    replay: Path | None,
    lang: Language,
    as_json: bool,
) -> None:
    """Climb from the card service to the data on the chip and name the rung that breaks.

    Prints no value of the person. Ends with 1 when a rung is broken.
    """
    from devices.card_reader.transcript import RecordingReader, write_transcript

    reader = RecordingReader(_reader(context, replay))
    trust = trust_roots()
    tell = (lambda _: None) if as_json else (lambda result: click.echo(_line(result, lang)))
    ladder = climb(reader, key=card_key(can, mrz, qr), trust=trust, now=clock_of(context).utc(), on_rung=tell)
    if record is not None:
        write_transcript(record, reader.transcript)
    if as_json:
        click.echo(json.dumps(_as_json(ladder) | {"trust": _trust(trust)}, ensure_ascii=False, indent=2))
    else:
        click.echo(_verdict(ladder, lang) + "\n" + _trust_line(trust, lang))
    sys.exit(1 if ladder.broken else 0)


def _reader(context: click.Context, replay: Path | None) -> CardReader:
    """The reader handed in by the caller, the replayed one, or the station's own with its persona's card on it."""
    from kiosk.cli.read import first_reader
    from kiosk.station.devices import replayed_reader

    return first_reader(context) if replay is None else replayed_reader(replay, paths.assets())


def _line(result: RungResult, language: Language) -> str:
    mark = {RungState.HOLDS: "✓", RungState.BROKEN: "✗", RungState.NOT_TRIED: "·"}[result.state]
    return f"{mark} {RUNGS[result.rung].say(language):<24} {STATES[result.state].say(language)}"


def _verdict(ladder: LadderResult, language: Language) -> str:
    """The rungs not tried, then one sentence and what to do."""
    rest = [_line(result, language) for result in ladder.rungs if result.state is RungState.NOT_TRIED]
    if ladder.broken is None:
        return "\n".join([*rest, "", (NO_KEY if rest else ALL_GOOD).say(language)])
    failure = failure_book()[ladder.broken.code]
    return "\n".join([*rest, "", failure.title.say(language), failure.at_console.say(language)])


def _as_json(ladder: LadderResult) -> dict[str, Any]:
    book = failure_book()
    broken = ladder.broken
    return {
        "rungs": [{"rung": each.rung.value, "state": each.state.value, "code": each.code} for each in ladder.rungs],
        "broken": broken.rung.value if broken else None,
        "code": broken.code if broken else None,
        "what": _both(book[broken.code].title) if broken else None,
        "what_to_do": _both(book[broken.code].at_console) if broken else None,
    }


def _trust(trust: TrustStore) -> dict[str, Any]:
    """How many roots are trusted, and which files of the folder are spoiled."""
    return {
        "roots": len(trust.roots),
        "specimen_roots": sum(root.specimen for root in trust.roots),
        "listed_at": trust.listed_at.isoformat() if trust.listed_at else None,
        "problems": list(trust.problems),
    }


def _trust_line(trust: TrustStore, language: Language) -> str:
    spoiled = ", ".join(trust.problems) or "0"
    return TRUST.say(language).format(**_trust(trust) | {"problems": spoiled})


def _both(text: Text) -> dict[str, str]:
    return {"vi": text.vi, "en": text.en}
