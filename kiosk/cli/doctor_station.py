"""`doctor` without a command: every service of this station, on the screen, as JSON, as the readiness sheet."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, time
from pathlib import Path

import click

from devices.status import Readiness
from kiosk import paths
from kiosk.content.fact import Fact
from kiosk.content.pack import Pack
from kiosk.content.updates import current_pack, update_age
from kiosk.doctor.computer import examine_disk, examine_fonts, examine_screen, examine_sound
from kiosk.doctor.devices import examine_printer, examine_reader, examine_scanner
from kiosk.doctor.examination import NAMES, Check, Finding, Service, examine, overall, ready
from kiosk.doctor.knowledge import (
    examine_content,
    examine_counts,
    examine_outbox,
    examine_trust,
    examine_updates,
)
from kiosk.doctor.network import Portal
from kiosk.documents import Press
from kiosk.documents.readiness import STATES, readiness_sheet
from kiosk.errors import Failure, KioskError, read_failures
from kiosk.i18n import Language, Text
from kiosk.identification import read_trust_folder
from kiosk.procedures.catalogue import read_catalogue
from kiosk.settings import Driver, Settings, read_settings
from kiosk.staff.papers import readiness_line
from kiosk.station import card_reader, printer, scanner

_MARKS = {Readiness.READY: "✓", Readiness.ATTENTION: "!", Readiness.BROKEN: "✗"}


def examine_station(*, language: Language, as_json: bool, report: Path | None) -> int:
    """Run every check and tell; 1 when something is broken, else 0."""
    try:
        settings = read_settings()
    except KioskError as fault:
        raise click.ClickException(str(fault)) from fault
    failures = read_failures(paths.shipped_config() / "failures.toml")
    findings: list[Finding] = []
    for finding in examine(checks_of(settings, paths.state())):
        findings.append(finding)
        if not as_json:
            click.echo(_line(finding, failures[finding.found.code] if finding.found.code else None, language))
    if as_json:
        click.echo(json.dumps([_as_json(finding, failures) for finding in findings], ensure_ascii=False, indent=1))
    if report:
        lines = [readiness_line(finding, failures) for finding in findings]
        sheet = readiness_sheet(Press(), lines, commune=settings.kiosk.commune, at=datetime.now().astimezone())
        report.write_bytes(sheet.pdf)
    return int(overall(findings) is Readiness.BROKEN)


def checks_of(settings: Settings, state: Path) -> Sequence[tuple[Service, Check]]:
    """All checks of one station. Devices come from the settings; nothing is asked of them yet."""
    portal = Portal(settings.kiosk.portal.national, lambda: datetime.now(UTC))
    devices = settings.devices
    reader = card_reader(devices.card_reader, paths.assets())
    device = printer(devices.printer, state)
    glass = scanner(devices.scanner)
    trust = read_trust_folder(paths.shipped_config() / "trust", paths.config_overrides() / "trust")
    pack = Pack(
        current_pack(state, paths.assets() / "content"),
        overlays=(paths.config_overrides() / "content",),
        kept=state / "pack",
    )
    facts: list[Fact] = [procedure.status for procedure in read_catalogue(pack).all()]
    newest = max((fact.checked for fact in facts), default=datetime.now(UTC).date())
    return (
        (Service.CARD_READER, _unless_absent(devices.card_reader.driver, lambda: examine_reader(reader))),
        (Service.PRINTER, _unless_absent(devices.printer.driver, lambda: examine_printer(device))),
        (Service.SCANNER, _unless_absent(devices.scanner.driver, lambda: examine_scanner(glass))),
        (Service.NETWORK, portal.examine_network),
        (Service.CLOCK, lambda: portal.examine_clock(datetime.combine(newest, time(), UTC))),
        (Service.DISK, lambda: examine_disk(state)),
        (Service.FONTS, lambda: examine_fonts(paths.assets())),
        (Service.SOUND, lambda: examine_sound(devices.sound, shutil.which("espeak-ng"))),
        (Service.SCREEN, lambda: examine_screen(devices.display)),
        (Service.CONTENT, lambda: examine_content(facts, len(pack.faults), datetime.now(UTC).date())),
        (Service.TRUST, lambda: examine_trust(trust, datetime.now(UTC))),
        (
            Service.UPDATES,
            lambda: examine_updates(update_age(state), expected=bool(settings.kiosk.updates.source)),
        ),
        (Service.COUNTS, lambda: examine_counts(state / "counts.sqlite")),
        (
            Service.OUTBOX,
            lambda: examine_outbox(
                state / "counts.sqlite",
                datetime.now().astimezone().date(),
                expected=bool(settings.kiosk.province.host),
            ),
        ),
    )


def _unless_absent(driver: Driver, check: Check) -> Check:
    """A device this station was never given is not a broken one."""
    return check if driver is not Driver.NONE else lambda: ready(fitted="no")


def _line(finding: Finding, failure: Failure | None, language: Language) -> str:
    name = NAMES[finding.service].say(language)
    state = STATES[finding.found.readiness].say(language)
    facts = ", ".join(f"{key} {value}" for key, value in finding.found.facts.items())
    line = f"{_MARKS[finding.found.readiness]} {name:<30} {state:<10} {finding.milliseconds:>7.0f} ms  {facts}"
    if failure is None:
        return line.rstrip()
    return f"{line.rstrip()}\n    {failure.title.say(language)} {failure.staff.say(language)}"


def _as_json(finding: Finding, failures: Mapping[str, Failure]) -> dict[str, object]:
    failure = failures.get(finding.found.code or "")
    return {
        "service": finding.service.value,
        "state": finding.found.readiness.value,
        "code": finding.found.code,
        "facts": dict(finding.found.facts),
        "title": _both(failure.title) if failure else None,
        "remedy": _both(failure.staff) if failure else None,
        "milliseconds": finding.milliseconds,
    }


def _both(text: Text) -> dict[str, str]:
    return {"vi": text.vi, "en": text.en}
