"""`scan page | status | lease`: the scanner for technicians, and the lease's answer for the other PC.

`page` writes a PDF only where it is told to; it is for trying the device with a paper of nobody. Ends with 1 when a
page did not come, with 2 when one came and is not clear.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from devices.scanner.interface import InputSource, Scanner, ScanSettings
from devices.status import Readiness
from kiosk import together
from kiosk.cli.faults import CommandFault, refused
from kiosk.cli.for_programs import json_option, tell_program
from kiosk.cli.handed_in import clock_of, device_of, given_clock
from kiosk.cli.help import SpokenGroup
from kiosk.cli.progress import waiting
from kiosk.cli.spoken import language_option, number_of_pages
from kiosk.clock import Clock
from kiosk.documents.readiness import STATES
from kiosk.errors import failure_book
from kiosk.i18n import Language, Text, number
from kiosk.scanning.lease import LeaseFile, Leases
from kiosk.scanning.lease_line import LONGEST_LINE, answer
from kiosk.scanning.page import JudgedPage
from kiosk.scanning.pdf import MEGABYTE, Packed, pack
from kiosk.scanning.station_scanner import HeldByOther, NotScanned, StationScanner
from kiosk.settings import Settings, read_settings

SOURCES = {"platen": InputSource.PLATEN, "feeder": InputSource.FEEDER}
CALLED = {InputSource.PLATEN: Text("mặt kính", "glass"), InputSource.FEEDER: Text("khay nạp", "feeder")}
CLEAR = Text("rõ", "clear")
WRITTEN = Text("{out}: {pages}, {bytes} byte, {quality}", "{out}: {pages}, {bytes} bytes, {quality}")


@click.group(cls=SpokenGroup)
def command() -> None:
    """Try the scanner; answer for its lease."""


@command.command("page")
@click.option(
    "--source", type=click.Choice(list(SOURCES)), default="platen", show_default=True, help="Glass or feeder."
)
@click.option("--dpi", type=click.IntRange(75, 600), default=200, show_default=True, help="Dots an inch.")
@click.option("--out", required=True, type=click.Path(path_type=Path, dir_okay=False), help="The PDF to write.")
@language_option()
@json_option
@click.pass_context
def scan_page(context: click.Context, source: str, dpi: int, out: Path, lang: Language, as_json: bool) -> None:
    """Scan, straighten and judge, and write one PDF under the portal's limit."""
    settings, language = read_settings(), lang
    scanner = StationScanner(
        _scanner(context, settings), _leases(settings, clock_of(context)), settings.kiosk.commune.station
    )
    with waiting():
        outcome = scanner.scan(ScanSettings(source=SOURCES[source], resolution=dpi))
    scanner.release()
    if isinstance(outcome, HeldByOther):
        raise CommandFault(outcome.lease.said.say(language))
    pages = outcome.pages
    for page in () if as_json else pages:
        _tell(page, language)
    if isinstance(outcome, NotScanned):
        click.echo(_staff(outcome.code, language), err=True)
    packed = _write(out, pages, int(settings.devices.scanner.pdf_limit_mb * MEGABYTE), language) if pages else None
    if as_json:
        worst = [page.verdict.worst.code if page.verdict.worst else None for page in pages]
        code = outcome.code if isinstance(outcome, NotScanned) else None
        tell_program(pages=worst, code=code, out=out if packed else None, bytes=len(packed.pdf) if packed else 0)
    elif packed:
        size, sheets = number(len(packed.pdf)), number_of_pages(packed.pages)
        said = WRITTEN.filled(out=out, pages=sheets, bytes=size, quality=packed.quality.said)
        click.echo(said.say(language))
    unclear = any(not page.is_good for page in pages)
    sys.exit(1 if isinstance(outcome, NotScanned) else 2 if unclear else 0)


@command.command("status")
@language_option()
@json_option
@click.pass_context
def scan_status(context: click.Context, lang: Language, as_json: bool) -> None:
    """Readiness, model and sources of the scanner in `devices.toml`; `--json` for programs."""
    status = _scanner(context, read_settings()).status()
    code = status.trouble.code if status.trouble else None
    sources = sorted(source.value for source in status.sources)
    if as_json:
        told = {"readiness": status.readiness.value, "code": code, "sources": sources, "model": status.model}
        click.echo(json.dumps(told, ensure_ascii=False))
    else:
        words = _staff(code, lang) if code else STATES[status.readiness].say(lang)
        named = ", ".join(CALLED[source].say(lang) for source in CALLED if source in status.sources)
        click.echo(f"{status.model or '-'}: {words} ({named or '-'})")
    sys.exit(0 if status.readiness is not Readiness.BROKEN else 1)


@command.command("lease")
@given_clock
def scan_lease(clock: Clock) -> None:
    """Answer one question of the other PC on standard input; started by a systemd socket."""
    sys.stdout.buffer.write(answered(sys.stdin.buffer.readline(LONGEST_LINE), read_settings(), clock))
    sys.stdout.buffer.flush()


def answered(line: bytes, settings: Settings, clock: Clock) -> bytes:
    """What this PC says to one line: what it shares, or whose turn its scanner is. Raises `CommandFault`."""
    shared = together.answer(line, together.shared_by(settings.kiosk.commune.station, settings.devices))
    if shared is not None:
        return shared
    kept = Path(settings.devices.scanner.lease)
    if not kept.is_absolute():
        raise refused(
            "devices.toml: scanner.lease: cần đường dẫn đầy đủ của một tệp trên máy này",
            "devices.toml: scanner.lease: expected a file's full path on this PC",
        )
    return answer(line, LeaseFile(kept, clock.seconds))


def _scanner(context: click.Context, settings: Settings) -> Scanner:
    """The scanner handed in by the caller, or the station's own."""
    handed_in: Scanner | None = device_of(context)
    if handed_in is not None:
        return handed_in
    from kiosk.station.devices import scanner

    return scanner(settings.devices.scanner)


def _leases(settings: Settings, clock: Clock) -> Leases:
    from kiosk.station.devices import leases

    return leases(settings.devices.scanner.lease, clock)


def _tell(page: JudgedPage, language: Language) -> None:
    worst = page.verdict.worst
    click.echo(_staff(worst.code, language) if worst else CLEAR.say(language))


def _staff(code: str, language: Language) -> str:
    failure = failure_book()[code]
    return f"{failure.title.say(language)} {failure.at_console.say(language)}"


def _write(out: Path, pages: tuple[JudgedPage, ...], limit: int, language: Language) -> Packed:
    packed = pack(pages, limit)
    if not isinstance(packed, Packed):
        raise CommandFault(_staff(packed.code, language))
    out.write_bytes(packed.pdf)
    return packed
