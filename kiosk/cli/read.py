"""`read`: a technician's read of the card on the first reader, to standard output only.

Shows a person's data, so it does nothing without `--show-personal-data`. It writes no file and no log.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from devices.card_reader.interface import CardReader
from devices.emrtd.lds.dg1 import zone_of
from devices.emrtd.lds.files import ElementaryFile
from devices.iso7816.errors import MalformedError
from kiosk import paths
from kiosk.cli.card_key import key_options, needed_key
from kiosk.cli.faults import wrong_use
from kiosk.cli.for_programs import json_option
from kiosk.cli.handed_in import clock_of, device_of
from kiosk.cli.help import SpokenCommand
from kiosk.cli.spoken import say, spoken
from kiosk.errors import failure_book
from kiosk.i18n import Text, alike
from kiosk.identification import (
    ATTEMPTS,
    BlockSizes,
    Examination,
    NotIdentified,
    PartialRead,
    Task,
    TrustStore,
    examine,
    mark_damaged,
    person_from_files,
    read_trust_folder,
)
from kiosk.person import PersonField
from kiosk.settings import read_settings
from kiosk.station.content import trust_roots

_NO_ZONE = Text("(không có MRZ)", "(no MRZ)")
_SPECIMEN = Text("THẺ MẪU", "SPECIMEN")
_FAILED = Text("{code} ({rung}): {cause}", "{code} ({rung}): {cause}")
DEFAULT_FILES = "DG13,DG1,SOD,DG14,DG15,DG2"


@click.command(cls=SpokenCommand, short_help="Read the card on the first reader, for technicians.")
@key_options
@click.option("--files", default=DEFAULT_FILES, show_default=True, help="Files to read; SOD always is.")
@click.option(
    "--trust", type=click.Path(path_type=Path, exists=True, file_okay=False), help="Folder of trusted roots."
)
@json_option
@click.option("--show-personal-data", is_flag=True, help="Required: what is printed is a person's data.")
@click.pass_context
def command(
    context: click.Context,
    can: str | None,
    mrz: str | None,
    qr: str | None,
    files: str,
    trust: Path | None,
    as_json: bool,
    show_personal_data: bool,
) -> None:
    """Read the card on the first reader and print what it holds and what was proved of it."""
    if not show_personal_data:
        raise wrong_use(
            "Lệnh này in ra dữ liệu của một người; đúng ý thì thêm --show-personal-data.",
            "This prints a person's data; say --show-personal-data if that is meant.",
        )
    key = needed_key(can, mrz, qr)
    task = Task(
        key=key,
        files=_files(files),
        attempts_left=ATTEMPTS,
        trust=_trust(trust),
        now=clock_of(context).utc(),
    )
    outcome = examine(first_reader(context), task, lambda _phase: None, BlockSizes(), PartialRead())
    if isinstance(outcome, NotIdentified):
        _print_failure(outcome, as_json=as_json)
        sys.exit(1)
    report = _report(outcome)
    click.echo(json.dumps(report, ensure_ascii=False, indent=2) if as_json else _plain(report))


def first_reader(context: click.Context) -> CardReader:
    """The reader handed in by the caller, or the station's own; on a virtual one the persona's card is laid down."""
    handed_in: CardReader | None = device_of(context)
    if handed_in is not None:
        return handed_in
    from kiosk.station.devices import card_reader

    settings = read_settings().devices.card_reader
    reader = card_reader(settings, paths.assets())
    lay_down = getattr(reader, "insert", None)
    if lay_down is not None:
        lay_down(settings.persona)
    return reader


def _trust(folder: Path | None) -> TrustStore:
    """The folder named, or the shipped one and the station's own."""
    if folder is not None:
        return read_trust_folder(folder)
    return trust_roots()


def _files(text: str) -> tuple[ElementaryFile, ...]:
    names = [name.strip().upper() for name in text.split(",") if name.strip()]
    known = {file.name: file for file in ElementaryFile if file is not ElementaryFile.CARD_SECURITY}
    if unknown := [name for name in names if name not in known]:
        raise wrong_use(
            "Không có tệp {name} trên thẻ; có: {known}.",
            "There is no file {name} on a card; there are: {known}.",
            name=unknown[0],
            known=", ".join(known),
        )
    files = [known[name] for name in dict.fromkeys(names)]
    return tuple(files if ElementaryFile.SOD in files else [*files, ElementaryFile.SOD])


def _report(outcome: Examination) -> dict[str, Any]:
    person, damaged = person_from_files(outcome.files, frozenset(PersonField))
    verdict, cost = outcome.verdict, outcome.statistics
    findings = {
        "integrity": verdict.integrity,
        "chip": verdict.chip,
        "issuer": verdict.issuer,
        "access": verdict.access,
    }
    receipt = mark_damaged(outcome.receipt, damaged)
    return {
        "fields": {name.value: sourced.value for name, sourced in person.fields.items()},
        "mrz": _zone(outcome.files),
        "files": [{"name": line.name, "length": line.length, "status": line.status.value} for line in receipt],
        "access": outcome.access,
        "verdict": {
            **{name: {"state": each.state.value, "reason": each.reason.value} for name, each in findings.items()},
            "specimen": verdict.specimen,
            "list_age_days": verdict.list_age_days,
        },
        "apdus": cost.apdus,
        "bytes_out": cost.bytes_out,
        "bytes_in": cost.bytes_in,
        "milliseconds": round(cost.milliseconds, 1),
    }


def _zone(files: Mapping[ElementaryFile, bytes]) -> str | None:
    if ElementaryFile.DG1 not in files:
        return None
    try:
        zone = zone_of(files[ElementaryFile.DG1])
    except MalformedError:
        return None
    return "\n".join(zone[start : start + 30] for start in range(0, len(zone), 30))


def _plain(report: Mapping[str, Any]) -> str:
    lines = [f"{name:22} {value}" for name, value in report["fields"].items()]
    lines += ["", report["mrz"] or spoken(_NO_ZONE), ""]
    lines += [f"{line['name']:6} {line['length']:7} {line['status']}" for line in report["files"]]
    findings = {name: report["verdict"][name] for name in ("integrity", "chip", "issuer")}
    lines += ["", *(f"{name:10} {each['state']:12} {each['reason']}" for name, each in findings.items())]
    if report["verdict"]["specimen"]:
        lines.append(spoken(_SPECIMEN))
    cost = ", ".join(f"{key} {report[key]}" for key in ("access", "apdus", "bytes_out", "bytes_in", "milliseconds"))
    return "\n".join([*lines, "", cost])


def _print_failure(outcome: NotIdentified, *, as_json: bool) -> None:
    failure = failure_book().get(outcome.code)
    if as_json:
        parts = {"code": outcome.code, "rung": outcome.rung.value, "attempts_left": outcome.attempts_left}
        click.echo(json.dumps(parts))
    cause = failure.at_console if failure else alike("")
    say(_FAILED, err=True, code=outcome.code, rung=outcome.rung.value, cause=cause)
