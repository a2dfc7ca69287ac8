"""`kiosk province stations [make]`: which stations live; a list of stations made into settings, keys and labels."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from kiosk import paths
from kiosk.cli.faults import CommandFault, refused
from kiosk.cli.for_programs import json_option
from kiosk.cli.handed_in import given_clock
from kiosk.cli.help import SpokenGroup, chosen_language, in_languages
from kiosk.cli.progress import told
from kiosk.cli.province_options import ca_option, database_of, dsn_option
from kiosk.clock import Clock
from kiosk.counts import authority_folder, province, station_keys, stations_seen
from kiosk.counts.stations_seen import StationSeen
from kiosk.documents.labels import PcLabel, labels
from kiosk.documents.typesetter import Typesetter
from kiosk.forms.places import read_places
from kiosk.i18n import Language, Text
from kiosk.stations import central, making
from kiosk.stations.making import CommonSettings
from kiosk.stations.rows import ListedStation, StationListError, read_stations

MOST_FAULTS = 20
"""Lines of a list that are told; who mends those sees the next."""
MORE_FAULTS = Text("… và {number} chỗ nữa", "… and {number} more")
SETTINGS = "stations.json"
LABELS = "labels.pdf"
HEAD = Text(
    "{heard:<12}{commune:<7}{pc:<24}{program:<10}{content:<14}{troubles}",
    "{heard:<12}{commune:<7}{pc:<24}{program:<10}{content:<14}{troubles}",
)
NEVER = Text("chưa", "never")
COLUMNS = {
    "heard": Text("lần cuối", "last heard"),
    "commune": Text("xã", "place"),
    "pc": Text("máy", "PC"),
    "program": Text("bản", "program"),
    "content": Text("nội dung", "content"),
    "troubles": Text("trục trặc 30 ngày", "troubles, 30 days"),
}
SILENT = Text("{number} máy im lặng quá 7 ngày", "{number} silent for more than 7 days")
MADE = Text("{number} máy trong {out}: một thư mục mỗi máy, {labels}, {settings}",
            "{number} PCs in {out}: a folder each, {labels}, {settings}")  # fmt: skip
WITH_KEYS = Text(
    "Mỗi thư mục có khoá riêng của máy: chỉ chép lên USB đi tới máy đó, rồi xoá ở đây.",
    "Each folder holds the keys of its PC: copy it only to the stick that goes there, then delete it here.",
)


@click.group("stations", cls=SpokenGroup, invoke_without_command=True)
@dsn_option
@click.option("--silent", "only_silent", is_flag=True, help="Only those silent for more than 7 days.")
@json_option
@click.pass_context
@given_clock
def command(clock: Clock, context: click.Context, dsn: str, only_silent: bool, as_json: bool) -> None:
    """Which stations live, with what program and content, and their troubles; the longest silent first."""
    if context.invoked_subcommand:
        return
    today = clock.today()
    with database_of(dsn) as database:
        found = stations_seen.stations(database, today)
    silent = [one for one in found if one.is_silent(today)]
    shown = silent if only_silent else found
    if as_json:
        click.echo(json.dumps({"stations": [_as_json(one, one in silent) for one in shown]}))
        return
    language = chosen_language(context) or Language.VI
    click.echo(_row({name: text.say(language) for name, text in COLUMNS.items()}))
    for one in shown:
        heard = str(one.last_heard) if one.last_heard else NEVER.say(language)
        click.echo(_row({**_as_json(one, one in silent), "heard": heard, "pc": one.pc_id}))
    click.echo(SILENT.filled(number=len(silent)).say(language))


def _row(values: Mapping[str, object]) -> str:
    return HEAD.en.format(**{name: str(values[name]) for name in COLUMNS}).rstrip()


def _as_json(one: StationSeen, silent: bool) -> dict[str, object]:
    return {
        "pc": one.pc_id,
        "commune": one.commune,
        "last_heard": str(one.last_heard) if one.last_heard else None,
        "program": one.program,
        "content": one.content,
        "troubles": one.troubles,
        "silent": silent,
        "revoked": one.revoked,
    }


@command.command
@click.argument("listed", metavar="LIST", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--out", required=True, type=click.Path(path_type=Path, file_okay=False), help="Folder for the files.")
@click.option("--counts-host", default="", help="The server of the counts, for every station.")
@click.option("--updates", default="", help="Where new content comes from, for every station.")
@click.option(
    "--with-keys", is_flag=True, help="Make the keys too and enrol each PC here; needs --ca and the database."
)
@dsn_option
@ca_option
@given_clock
def make(
    clock: Clock, listed: Path, out: Path, counts_host: str, updates: str, with_keys: bool, dsn: str, ca: Path
) -> None:
    """From the CSV file LIST: settings of each PC, labels, one file to sign, and keys where they are wanted."""
    if Path(os.path.realpath(out)).is_relative_to(paths.program()):
        raise refused(
            "{out}: nằm trong thư mục của chương trình.", "{out}: lies in the program's own folder.", out=out
        )
    places = read_places(paths.assets() / "content" / "places")
    try:
        wanted = read_stations(listed, places)
    except StationListError as fault:
        language = chosen_language(click.get_current_context())
        shown = [line for one in fault.faults[:MOST_FAULTS] for line in in_languages(one, language)]
        if len(fault.faults) > MOST_FAULTS:
            shown += in_languages(MORE_FAULTS.filled(number=len(fault.faults) - MOST_FAULTS), language)
        raise CommandFault("\n".join(shown)) from fault
    common = CommonSettings(counts_host=counts_host, updates=updates)
    settings = {one.pc_id: making.settings_of(one, common) for one in told(wanted, len(wanted))}
    _write(out, wanted, settings, clock)
    _say(MADE, number=len(wanted), out=out, labels=LABELS, settings=SETTINGS)
    if with_keys:
        _enrol(wanted, out, dsn, ca, clock)
        _say(WITH_KEYS)


def _write(out: Path, wanted: Iterable[ListedStation], settings: Mapping[str, bytes], clock: Clock) -> None:
    for pc_id, content in settings.items():
        folder = out / pc_id
        folder.mkdir(parents=True, exist_ok=True)
        (folder / making.FILE).write_bytes(content)
    (out / SETTINGS).write_bytes(central.encoded(settings))
    made = labels(Typesetter(), [_label(one) for one in wanted], printed_on=clock.today())
    (out / LABELS).write_bytes(made.pdf)


def _label(one: ListedStation) -> PcLabel:
    phone = one.values.get("phone", "")
    return PcLabel(pc=one.pc_id, commune=one.commune.full_name, province=one.province.full_name, phone=phone)


def _enrol(wanted: tuple[ListedStation, ...], out: Path, dsn: str, ca: Path, clock: Clock) -> None:
    root = authority_folder.read(ca)
    with database_of(dsn) as database:
        for one in told(wanted, len(wanted)):
            keys = out / one.pc_id / making.KEYS
            asked = station_keys.enrol_request(keys, one.pc_id)
            reply = province.enrol(database, root, asked, one.pc_id, province.Models(), clock.utc())
            station_keys.take_reply(keys, one.pc_id, reply)


def _say(text: Text, **gaps: object) -> None:
    language = chosen_language(click.get_current_context()) or Language.VI
    click.echo(text.filled(**gaps).say(language))
