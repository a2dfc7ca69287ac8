"""`python -m tests.fuzz`: 200,000 cases unless told otherwise; exit code 1 when anything was found."""

from __future__ import annotations

import json
import sys
import time

import click

from tests.fuzz.runner import run
from tests.fuzz.targets import targets


@click.command()
@click.option("--cases", default=200_000, show_default=True, help="Cases in all.")
@click.option("--seed", default=1, show_default=True, help="Another seed, other cases.")
@click.option("--only", default="", help="Only targets whose name contains this.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def main(cases: int, seed: int, only: str, as_json: bool) -> None:
    """Feed broken bytes to everything that reads a card or the answer of a device."""
    started = time.perf_counter()
    tallies = run([target for target in targets() if only.lower() in target.name.lower()], cases, seed)
    seconds = time.perf_counter() - started
    findings = [finding for tally in tallies for finding in tally.findings]
    total = sum(tally.cases for tally in tallies)
    if as_json:
        rows = {tally.name: {"cases": tally.cases, "refused": tally.refused} for tally in tallies}
        click.echo(json.dumps({"cases": total, "seconds": round(seconds, 1), "findings": findings, "targets": rows}))
    else:
        for tally in tallies:
            slowest = f"{tally.slowest * 1000:7.1f} ms"
            click.echo(f"{tally.name:34} {tally.cases:7} cases {tally.refused:7} refused  slowest {slowest}")
        click.echo(f"{total} cases in {seconds:.0f} s, seed {seed}: {len(findings)} findings")
        for finding in findings[:20]:
            click.echo(finding)
    sys.exit(bool(findings))


if __name__ == "__main__":
    main()
