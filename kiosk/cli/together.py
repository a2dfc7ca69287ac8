"""`kiosk together keep | find | join | test | alone`: two PCs use one printer and one scanner.

`keep` and `alone` are for the PC the devices hang on; the package's own `kiosk-dvc` then opens its queue and its line
to the local network, or closes them, which needs root. `find` and `join` are for the other PC; `test` is for both.
"""

from __future__ import annotations

import socket
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import click

from devices.other_pcs import OtherPc
from devices.status import Readiness
from devices.timed_call import OverdueError, TimedCall
from kiosk import paths, together
from kiosk.cli.faults import for_staff, refused
from kiosk.cli.for_programs import json_option, tell_program
from kiosk.cli.handed_in import given_clock
from kiosk.cli.help import SpokenGroup
from kiosk.cli.progress import awaited, waiting
from kiosk.cli.spoken import language_option
from kiosk.clock import Clock
from kiosk.errors import KioskError
from kiosk.i18n import Language, Text
from kiosk.settings import Driver, Settings, read_settings
from kiosk.staff.overrides import change

NAME_S = 3.0
"""For a name server that may be silent."""

KEPT = Text(
    "Máy này giữ máy in, máy quét. Ở máy kia: sudo kiosk-dvc together join",
    "This PC keeps printer and scanner. At the other PC: sudo kiosk-dvc together join",
)
ALONE = Text("Máy này không còn chia sẻ thiết bị.", "This PC shares its devices no more.")
USES_THE_OTHERS = Text(
    "Máy này dùng thiết bị của máy kia; gõ lệnh này ở máy kia.",
    "This PC uses the devices of the other one; type this command there.",
)
NOTHING_OF_ITS_OWN = Text(
    "Máy này chưa có máy in, máy quét thật để chia sẻ; đặt chúng trước (docs/technician.md, mục 3).",
    "This PC has no real printer or scanner to share; set them up first (docs/technician.md, section 3).",
)
NOBODY = Text(
    "Không thấy máy nào. Ở máy kia đã chạy `together keep` chưa? Biết địa chỉ thì: together join ĐỊA_CHỈ",
    "No PC was found. Was `together keep` run at the other one? With its address: together join ADDRESS",
)
JOINED = Text("Máy này dùng thiết bị của {host} ({station}):", "This PC uses the devices of {host} ({station}):")
NOTHING_SHARED = Text("Máy này chưa dùng chung thiết bị với máy nào.", "This PC shares no device with another one.")
LINE = Text("đường hỏi giữa hai máy", "the line between the two PCs")
PRINTER = Text("máy in", "printer")
SCANNER = Text("máy quét", "scanner")
TURN = Text("lượt dùng máy quét", "whose turn the scanner is")
OFF = Text(
    "{host} không trả lời: máy kia có bật không, dây mạng có cắm không?",
    "{host} does not answer: is the other PC on, is the cable in?",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TriedOut:
    """One thing that was tried."""

    name: str
    called: Text
    fault: Text | None


@click.group(cls=SpokenGroup)
def command() -> None:
    """Two PCs, one printer, one scanner: share them, find them, test them from both sides."""


@command.command
@language_option()
def keep(lang: Language) -> None:
    """Printer and scanner hang on this PC, and the other one may use them."""
    devices = read_settings().devices
    if not together.has_own(devices):
        said = USES_THE_OTHERS if together.uses_the_others(devices) else NOTHING_OF_ITS_OWN
        raise refused(said.vi, said.en)
    change("devices.toml", together.keeper_changes(paths.state()), paths.config_overrides())
    click.echo(KEPT.say(lang))


@command.command
@language_option()
def alone(lang: Language) -> None:
    """Share nothing any more; the devices of this PC stay as they are set."""
    if changes := together.alone_changes(read_settings().devices):
        change("devices.toml", changes, paths.config_overrides())
    click.echo(ALONE.say(lang))


@command.command
@json_option
def find(as_json: bool) -> None:
    """The PCs of this network that share their devices."""
    with waiting():
        found = together.find()
    if as_json:
        told = [{"host": each.host, "address": each.address, "port": each.port} for each in found]
        tell_program(found=told)
    else:
        for each in found:
            click.echo(f"{each.host}  {each.address}")
    if not found:
        raise refused(NOBODY.vi, NOBODY.en)


@command.command
@click.argument("address", required=False)
@click.option(
    "--port", default=together.PORT, show_default=True, type=click.IntRange(1, 65535), help="Where it is asked."
)
@json_option
@language_option()
def join(address: str | None, port: int, as_json: bool, lang: Language) -> None:
    """Use the printer and scanner of the other PC: of the one that is found, or of the one at ADDRESS."""
    host, port = (address, port) if address else _the_only_one()
    try:
        with waiting():
            shared = together.ask(host, port)
        changes = together.guest_changes(shared, host, port)
    except together.OtherPcError as fault:
        raise refused(OFF.vi + " ({fault})", OFF.en + " ({fault})", host=host, fault=fault) from fault
    change("devices.toml", changes, paths.config_overrides())
    if as_json:
        tell_program(host=host, station=shared.station, **changes)
        return
    click.echo(JOINED.filled(host=host, station=shared.station).say(lang))
    for table, keys in changes.items():
        for key, value in keys.items():
            click.echo(f"  [{table}] {key} = {value}")


def _the_only_one() -> tuple[str, int]:
    with waiting():
        found = together.find()
    if len(found) != 1:
        if found:
            named = ", ".join(each.host for each in found)
            raise refused(
                "Thấy nhiều máy, chọn một: {named}", "Several PCs were found, choose one: {named}", named=named
            )
        raise refused(NOBODY.vi, NOBODY.en)
    return _reachable(found[0]), found[0].port


def _reachable(found: OtherPc) -> str:
    """Its name where this PC can look it up, for an address may change; else the address."""
    asked = TimedCall(lambda: socket.getaddrinfo(found.host, found.port), "name-of-other-pc")
    try:
        asked.result(time.perf_counter() + NAME_S)
    except (OSError, OverdueError):
        return found.address
    return found.host


@command.command("test")
@json_option
@language_option()
@given_clock
def try_out(clock: Clock, lang: Language, as_json: bool) -> None:
    """Try everything the two PCs share, from this side. Ends with 1 when something does not answer."""
    settings = read_settings()
    if not together.keeps(settings.devices) and not together.uses_the_others(settings.devices):
        raise refused(NOTHING_SHARED.vi, NOTHING_SHARED.en)
    done = list(awaited(_tried(settings, clock)))
    if as_json:
        told = {
            each.name: {"ready": each.fault is None, "fault": each.fault.say(lang) if each.fault else ""}
            for each in done
        }
        tell_program(**told)
    else:
        for each in done:
            mark, why = ("✗", f": {each.fault.say(lang)}") if each.fault else ("✓", "")
            click.echo(f"{mark} {each.called.say(lang)}{why}")
    sys.exit(1 if any(each.fault for each in done) else 0)


def _tried(settings: Settings, clock: Clock) -> Iterator[TriedOut]:
    from kiosk.station.devices import leases, printer, scanner

    devices = settings.devices
    host, port = _other(devices.scanner.lease)
    yield TriedOut(name="line", called=LINE, fault=_fault_of(lambda: together.ask(host, port), host))
    paper = printer(devices.printer)
    try:
        yield TriedOut(name="printer", called=PRINTER, fault=_trouble(paper.status()))
    finally:
        paper.close()
    if devices.scanner.driver is Driver.NONE:
        return
    yield TriedOut(name="scanner", called=SCANNER, fault=_trouble(scanner(devices.scanner).status()))
    holder = settings.kiosk.commune.station
    line = leases(devices.scanner.lease, clock)
    yield TriedOut(name="turn", called=TURN, fault=_fault_of(lambda: line.take(holder), host))
    line.release(holder)


def _other(lease: str) -> tuple[str, int]:
    """Where the line is: on the other PC, or on this one when it keeps the lease itself."""
    if lease.startswith("tcp://"):
        host, _, port = lease.removeprefix("tcp://").rpartition(":")
        return host, int(port)
    return "localhost", together.PORT


def _fault_of(attempt: Callable[[], object], host: str) -> Text | None:
    try:
        attempt()
    except KioskError:
        return OFF.filled(host=host)
    return None


def _trouble(status: object) -> Text | None:
    trouble = getattr(status, "trouble", None)
    broken = getattr(status, "readiness", None) is Readiness.BROKEN
    return for_staff(trouble.code) if broken and trouble else None
