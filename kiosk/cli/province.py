"""`kiosk province …`: the province's database made ready, PCs enrolled and shut out, files loaded, reports.

Runs at the province, over libpq's own words for the database (`--dsn`, else PGHOST and its like).
"""

from __future__ import annotations

import json
import stat
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import datetime
from itertools import chain
from pathlib import Path

import click
import msgspec

from devices.system.files import replace_private
from kiosk import paths
from kiosk.cli import province_words as words
from kiosk.cli.counts_words import rows
from kiosk.cli.faults import CommandFault, told, wrong_use
from kiosk.cli.for_programs import json_option, tell_program
from kiosk.cli.handed_in import given_clock
from kiosk.cli.help import SpokenGroup, chosen_language
from kiosk.cli.province_options import FAULTS, ca_option, database_of, dsn_option
from kiosk.cli.province_set_up import init, set_up
from kiosk.cli.province_stations import command as stations
from kiosk.cli.report import deliver, period_of, report_options
from kiosk.cli.spoken import say, spoken
from kiosk.clock import Clock
from kiosk.countable import read_countable
from kiosk.counts import authority, authority_folder, province, province_report
from kiosk.counts.province_import import Imported, import_sheet, import_stick
from kiosk.counts.sheet_code import read_codes
from kiosk.counts.sheet_photo import codes_in
from kiosk.counts.stick import NO_TOTALS, StickFileError, read_stick
from kiosk.forms.places import read_places
from kiosk.i18n import Language, Text, alike
from kiosk.settings import CommuneSettings, read_settings
from kiosk.station.content import station_pack

LARGEST_STICK_FILE = 64_000_000
"""Bytes: a thousand days of a PC that counts everything there is."""


@click.group(cls=SpokenGroup)
def command() -> None:
    """The province's side of the counts."""


command.add_command(set_up)
command.add_command(init)
command.add_command(stations)


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
        cut = province.tidy(database)
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
        raise CommandFault(told(fault, chosen_language(click.get_current_context()))) from fault
    click.echo(f"{out}/{name}.crt")


@command.command("import")
@click.argument("given", nargs=-1, required=True)
@json_option
@dsn_option
def load(given: tuple[str, ...], dsn: str, as_json: bool) -> None:
    """GIVEN: signed files of sticks, photos of one day sheet, or the texts of its codes, in any mixture."""
    sticks = tuple(Path(one) for one in given if _is_stick(one))
    sheets = tuple(one for one in given if not _is_stick(one))
    _told(chain(_sticks(sticks, dsn), (_sheet(one, dsn) for one in (sheets,) if one)), as_json=as_json)


def _is_stick(given: str) -> bool:
    try:
        with Path(given).open("rb") as file:
            return file.read(1) == b"{"
    except (OSError, ValueError):
        return False


@command.command("import-stick")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@json_option
@dsn_option
def load_sticks(files: tuple[Path, ...], dsn: str, as_json: bool) -> None:
    """Load signed files of offline PCs; an altered one, or one loaded before, is refused."""
    _told(_sticks(files, dsn), as_json=as_json)


def _sticks(files: tuple[Path, ...], dsn: str) -> Iterator[tuple[str, Imported]]:
    """One after the other; those before a refused one stay."""
    for file in files:
        with database_of(dsn) as database:
            done = import_stick(database, read_stick(_content(file)))
        yield file.name, done


@command.command("import-sheet")
@click.argument("given", nargs=-1, required=True)
@json_option
@dsn_option
def load_sheet(given: tuple[str, ...], dsn: str, as_json: bool) -> None:
    """GIVEN: photos of one day sheet, or the texts of its codes. What is known already is passed over."""
    _told([_sheet(given, dsn)], as_json=as_json)


def _sheet(given: tuple[str, ...], dsn: str) -> tuple[str, Imported]:
    with database_of(dsn) as database:
        texts = [text for one in given for text in ([one] if one.startswith("DVC1/") else codes_in(Path(one)))]
        sheet = read_codes(texts)
        return f"{sheet.pc_id} {sheet.day}", import_sheet(database, sheet)


def _content(file: Path) -> bytes:
    told = file.stat()
    if not stat.S_ISREG(told.st_mode) or told.st_size > LARGEST_STICK_FILE:
        raise StickFileError(NO_TOTALS)
    return file.read_bytes()


def _told(loaded: Iterable[tuple[str, Imported]], *, as_json: bool) -> None:
    """Each as it is loaded, or all as one object. A name on a stranger's stick is shown, and never obeyed by the
    terminal."""
    if as_json:
        tell_program(loaded=[{"name": name, **asdict(done)} for name, done in loaded])
        return
    for name, done in loaded:
        what = "".join(each if each.isprintable() else "�" for each in name)
        say(words.LOADED, what=what, new=done.new, known=done.known)
        if done.differing:
            say(words.DIFFERING, err=True, what=what, number=done.differing)


@command.command
@dsn_option
@report_options
@click.option("--anew", is_flag=True, help="With what came late; only where nobody has the report of before.")
@click.option("--silent", is_flag=True, help="Instead: the PCs, the longest silent first.")
@click.option("--troubles", is_flag=True, help="Instead: device troubles by model.")
@click.option("--json", "as_json", is_flag=True, help="The silent PCs or the troubles as one JSON object.")
@given_clock
def report(
    clock: Clock,
    dsn: str,
    week: str | None,
    month: str | None,
    commune: str | None,
    form: str,
    out: Path | None,
    language: Language,
    anew: bool,
    silent: bool,
    troubles: bool,
    as_json: bool,
) -> None:
    """The report of one commune or of the province, the silent PCs, or device troubles by model."""
    with database_of(dsn) as database:
        if as_json and not (silent or troubles):
            raise wrong_use("--json đi với --silent hoặc --troubles.", "--json goes with --silent or --troubles.")
        if silent:
            found_silent = province_report.silent_pcs(database)
            if as_json:
                each = [{"pc": pc.pc_id, "commune": pc.commune, "last_day": pc.last_day} for pc in found_silent]
                click.echo(json.dumps({"silent": each}, default=str))
                return
            for pc in found_silent:
                last = pc.last_day or spoken(words.NEVER)
                click.echo(f"{last!s:<12} {pc.commune}  {pc.pc_id}")
            return
        period = period_of(week, month)
        if troubles:
            by_model = province_report.troubles_by_model(database, period)
            if as_json:
                click.echo(json.dumps({"troubles": [asdict(one) for one in by_model]}))
                return
            for found in by_model:
                model = found.model or "?"
                click.echo(f"{found.number:>7}  {found.pcs:>4} PC  {found.device}  {model}  {found.code}")
            return
        own = read_settings().kiosk.commune
        pack = station_pack(paths.state())
        if period.last < clock.today():
            province_report.tell(database, period, anew=anew)
            _tell_of_late(province_report.late_pcs(database, period, commune))
        made = province_report.province_report(
            database,
            period,
            read_countable(pack),
            place=_place(own, commune),
            office=words.DESK,
            made_on=clock.today(),
            commune=commune,
        )
    # The head of the paper is the province's, also when the report is about one commune.
    office = msgspec.structs.replace(own, name=own.province)
    deliver(made, office, form, out, language)


def _tell_of_late(pcs: int) -> None:
    if pcs:
        say(words.LATE, err=True, number=pcs)


def _place(own: CommuneSettings, commune: str | None) -> Text:
    """The commune's name as the content has it, else its code; without a commune the province."""
    if commune is None:
        return own.province
    places = read_places(paths.assets() / "content" / "places")
    known = (each for province in places.provinces for each in places.communes(province))
    named = next((each.full_name for each in known if each.code == commune), None)
    return alike(named) if named else words.COMMUNE.filled(code=commune)
