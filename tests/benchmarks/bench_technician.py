"""How long the technician's guide takes: every line of it typed at a PC with the real package, part by part.

The PC is a Debian 12 with its own systemd in a folder (`tests/fresh/technician.py`); it has no network, and installs
from the signed folder of the stick. Wall seconds depend on what else the computer does: the load is told beside them.
Processor seconds are those of what was typed. With `--write` the table of both guides gets the figures. Needs root.

    ./station package
    ./station bench technician --package dist/kiosk-dvc_0.1.0_amd64.deb --write
"""

from __future__ import annotations

import json
import os
import platform
import re
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import click

from kiosk.clock import Clock
from release.stick import make_stick
from tests.fresh.technician import Part, play

ROOT = Path(__file__).resolve().parents[2]
GUIDES = ("technician.md", "technician.vi.md")
ROW = re.compile(r"^(\| (\d+)[^|]*\| [^|]+\| \d+ \| )([^|]+) \| ([^|]+) \|$", re.MULTILINE)
PLAYED = re.compile(r"^\*(Played|Chạy thử): .*\*$", re.MULTILINE)
KEY = "stick@example.vn"
MOST_MINUTES = 30


def signed_stick(package: Path, target: Path, home: Path) -> None:
    """The folder that `./station package --stick` makes, signed with a key of this run."""
    home.mkdir(mode=0o700)
    os.environ["GNUPGHOME"] = str(home)
    try:
        words = ["--batch", "--passphrase", "", "--quick-generate-key", KEY, "ed25519", "sign"]
        subprocess.run(["gpg", *words], check=True, capture_output=True)
        make_stick([package], target, KEY)
    finally:
        subprocess.run(["gpgconf", "--kill", "all"], check=False)
        del os.environ["GNUPGHOME"]


def computer() -> str:
    """What the figures were taken on."""
    text = Path("/proc/cpuinfo").read_text("utf-8")
    model = re.search(r"^model name\s*: (.+)$", text, re.MULTILINE)
    return f"{os.cpu_count()} x {model[1].strip() if model else platform.machine()}"


def rows(parts: Sequence[Part]) -> dict[int, tuple[str, str]]:
    """First section -> the two figures of its row: minutes on the clock, seconds of the processor."""
    return {part.sections[0]: (_clock(part.wall_s), f"{part.processor_s:.0f} s") for part in parts}


def _clock(seconds: float) -> str:
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02}"


def written(text: str, figures: dict[int, tuple[str, str]], played: str) -> str:
    """The guide with these figures in its table and the run beside it."""

    def row(found: re.Match[str]) -> str:
        own = figures.get(int(found[2]))
        return f"{found[1]}{own[0]} | {own[1]} |" if own else found[0]

    return PLAYED.sub(lambda found: f"*{found[1]}: {played}*", ROW.sub(row, text))


@click.command
@click.option("--package", required=True, type=click.Path(path_type=Path, exists=True), help="The real package.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--write", is_flag=True, help="Put the figures into the guides.")
def main(*, package: Path, as_json: bool, write: bool) -> None:
    """Play the technician's guide and tell the time of each part."""
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="kiosk-technician-", dir="/var/tmp") as name:
        scratch = Path(name)
        signed_stick(package.resolve(), scratch / "stick", scratch / "gnupg")
        parts = play(scratch / "stick", package.resolve(), scratch)
    load = max(load, os.getloadavg()[0])
    played = f"{Clock().today():%d/%m/%Y}, {computer()}, load {load:.0f}"
    if as_json:
        click.echo(json.dumps({"computer": computer(), "load": load, "parts": [asdict(part) for part in parts]}))
    else:
        for part in parts:
            minutes, seconds = rows(parts)[part.sections[0]]
            click.echo(f"{part.sections[0]:>3} to {part.sections[1]:<3} {minutes:>7} {seconds:>7}")
        click.echo(played)
    if write:
        for guide in GUIDES:
            place = ROOT / "docs" / guide
            place.write_text(written(place.read_text("utf-8"), rows(parts), played), "utf-8")
    raise SystemExit(0 if sum(part.wall_s for part in parts) <= MOST_MINUTES * 60 else 1)


if __name__ == "__main__":
    main()
