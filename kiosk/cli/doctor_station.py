"""`doctor` without a command: every service of this station, on the screen, as JSON, as the readiness sheet."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import click

from devices.status import Readiness
from kiosk import paths
from kiosk.cli.progress import awaited
from kiosk.clock import Clock
from kiosk.doctor.examination import NAMES, ServiceState, examine, overall
from kiosk.doctor.fact_words import FOR_TECHNICIAN, in_words
from kiosk.documents import Typesetter
from kiosk.documents.readiness import STATES, readiness_sheet
from kiosk.errors import Failure, failure_book
from kiosk.i18n import Language, Text
from kiosk.settings import read_settings
from kiosk.staff.papers import readiness_line
from kiosk.station.doctor import checks_of

_MARKS = {Readiness.READY: "✓", Readiness.ATTENTION: "!", Readiness.BROKEN: "✗"}


def examine_station(clock: Clock, *, language: Language, as_json: bool, report: Path | None) -> int:
    """Run every check and tell; 1 when something is broken, else 0."""
    settings = read_settings()
    failures = failure_book()
    findings: list[ServiceState] = []
    for finding in awaited(examine(checks_of(settings, paths.state(), clock))):
        findings.append(finding)
        if not as_json:
            click.echo(_line(finding, failures[finding.found.code] if finding.found.code else None, language))
    if as_json:
        click.echo(json.dumps([_as_json(finding, failures) for finding in findings], ensure_ascii=False, indent=1))
    if report:
        lines = [readiness_line(finding, failures) for finding in findings]
        sheet = readiness_sheet(Typesetter(), lines, commune=settings.kiosk.commune, at=clock.now())
        report.write_bytes(sheet.pdf)
    return int(overall(findings) is Readiness.BROKEN)


def _line(finding: ServiceState, failure: Failure | None, language: Language) -> str:
    name = NAMES[finding.service].say(language)
    state = STATES[finding.found.readiness].say(language)
    facts = in_words(finding.found, FOR_TECHNICIAN, language)
    line = f"{_MARKS[finding.found.readiness]} {name:<30} {state:<10} {finding.milliseconds:>7.0f} ms  {facts}"
    if failure is None:
        return line.rstrip()
    return f"{line.rstrip()}\n    {failure.title.say(language)} {failure.at_console.say(language)}"


def _as_json(finding: ServiceState, failures: Mapping[str, Failure]) -> dict[str, object]:
    failure = failures.get(finding.found.code or "")
    return {
        "service": finding.service.value,
        "state": finding.found.readiness.value,
        "code": finding.found.code,
        "facts": dict(finding.found.facts),
        "title": _both(failure.title) if failure else None,
        "remedy": _both(failure.at_console) if failure else None,
        "milliseconds": finding.milliseconds,
    }


def _both(text: Text) -> dict[str, str]:
    return {"vi": text.vi, "en": text.en}
