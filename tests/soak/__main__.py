"""`./station soak --visits N`: lives through visits with faults at random moments, and says what it came to.

Ends with 1 when a visit crashed, a device stayed stuck, a visitor who knows the way missed her papers, or memory,
threads or open files grew. With `--out` the figures, every visit and a drawing are left in that folder; the visits as
they are lived, so that a run that was cut can still be judged with `--told`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import Any, TextIO

import click

from tests.soak.figures import drawing, figures_of

MOST_CRASHES = 10


@click.command()
@click.option("--visits", default=200, show_default=True, type=click.IntRange(min=1))
@click.option("--seed", default=1, show_default=True, help="The same seed, the same visits and faults.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Figures, visits and drawing go there.")
@click.option("--told", type=click.Path(path_type=Path, exists=True), help="Only judge the visits.jsonl of a run.")
@click.pass_context
def main(context: click.Context, visits: int, seed: int, out: Path | None, told: Path | None) -> None:
    """Thousands of visits in one process, with faults at random moments."""
    if told:
        lived, crashes = [json.loads(line) for line in told.read_text("utf-8").splitlines()], 0
    else:
        with ExitStack() as stack:
            kept = stack.enter_context(_file_of_visits(out)) if out else None
            lived, crashes = live_through(visits, seed, kept)
    figures = figures_of(lived, crashes=crashes)
    if out:
        out.mkdir(parents=True, exist_ok=True)
        (out / "figures.json").write_text(json.dumps(asdict(figures) | {"holds": figures.holds}), encoding="utf-8")
        (out / "soak.svg").write_text(drawing(lived), encoding="utf-8")
    click.echo(figures.written())
    context.exit(0 if figures.holds else 1)


def _file_of_visits(out: Path) -> TextIO:
    out.mkdir(parents=True, exist_ok=True)
    return (out / "visits.jsonl").open("w", encoding="utf-8", buffering=1)


def live_through(visits: int, seed: int, kept: TextIO | None = None) -> tuple[list[dict[str, Any]], int]:
    """What each visit told, written to `kept` too, and how often the process ended before its time; another one then
    goes on."""
    lived: list[dict[str, Any]] = []
    crashes = 0
    while len(lived) < visits and crashes < MOST_CRASHES:
        with tempfile.TemporaryDirectory(prefix="soak-") as folder, (Path(folder) / "said").open("wb") as said:
            words = [folder, str(visits - len(lived)), str(seed + crashes)]
            process = subprocess.Popen(
                [sys.executable, "-P", "-m", "tests.soak.station_process", *words],
                stdout=subprocess.PIPE,
                stderr=said,
                env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            )
            begun = len(lived)
            with process:
                for line in process.stdout or ():
                    visit = json.loads(line)
                    lived.append(visit | {"visit": begun + visit["visit"]})
                    if kept:
                        kept.write(json.dumps(lived[-1]) + "\n")
                    if len(lived) % 100 == 0:
                        click.echo(f"{len(lived)} visits", err=True)
            crashes += process.returncode != 0
    return lived, crashes


if __name__ == "__main__":
    main()
