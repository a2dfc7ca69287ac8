"""`kiosk content check | new | preview | facts | import-catalogue`: is it right, a new file, what will change."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import click

from kiosk.cli.content_looks import facts, preview
from kiosk.cli.content_making import import_catalogue, new, parse
from kiosk.cli.content_pack import day_of, folder, overlay, pack_of, say
from kiosk.cli.handed_in import given_clock
from kiosk.cli.help import SpokenGroup
from kiosk.cli.progress import waiting
from kiosk.cli.spoken import one_or_both
from kiosk.clock import Clock
from kiosk.i18n import Language, Text
from kiosk.toml.fault import FileFault, fault_count

_RIGHT = Text("nội dung đúng", "content is right")


@click.group(cls=SpokenGroup)
def command() -> None:
    """Check, preview or import content."""


for _further in (preview, facts, new, parse, import_catalogue):
    command.add_command(_further)


@command.command
@folder
@overlay
@click.option("--on", "on_day", metavar="DATE", help="Day on which facts must hold; default today.")
@one_or_both()
@click.option("--json", "as_json", is_flag=True, help="The faults as one JSON object.")
@given_clock
def check(
    clock: Clock,
    pack_folder: Path | None,
    overlay: Path | None,
    on_day: str | None,
    lang: Language | None,
    as_json: bool,
) -> None:
    """Name every fault with file, key path and what was expected; fail when there is one.

    What is over on the day and has nothing that follows it is named too, but is no fault: it hides itself.
    """
    from kiosk.cli.pack_check import check_pack

    with waiting():
        checked = check_pack(pack_of(pack_folder, overlay), day_of(on_day, clock))
    if as_json:
        told = {"faults": _rows(checked.faults), "expired": _rows(checked.expired)}
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        for found in (*checked.faults, *checked.expired):
            click.echo(found.say(lang) if lang else found.in_both())
        say(fault_count(len(checked.faults)) if checked.faults else _RIGHT, lang)
        if checked.expired:
            say(_over(len(checked.expired)), lang)
    raise SystemExit(1 if checked.faults else 0)


_ONE_OVER = Text(
    "{number} chỗ đã hết hạn và được ẩn; xin tìm quy định mới",
    "{number} place over and hidden; look for what holds now",
)
_OVER = Text(
    "{number} chỗ đã hết hạn và được ẩn; xin tìm quy định mới",
    "{number} places over and hidden; look for what holds now",
)


def _over(number: int) -> Text:
    return (_ONE_OVER if number == 1 else _OVER).filled(number=number)


def _rows(found: Iterable[FileFault]) -> list[dict[str, str]]:
    return [
        {"file": one.file, "path": one.path, "expected": one.expected, "expected_vi": one.expected_vi}
        for one in found
    ]
