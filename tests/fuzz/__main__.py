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
    """Feed broken bytes to everything that reads what cards, devices and other PCs say."""
    chosen = [target for target in targets() if only.lower() in target.name.lower()]
    if not chosen:
        raise click.UsageError(f"no target has a name with {only!r}")
    started = time.perf_counter()
    runs = run(chosen, cases, seed)
    seconds = time.perf_counter() - started
    findings = [finding for done in runs for finding in done.findings]
    total = sum(done.cases for done in runs)
    if as_json:
        rows = {done.name: {"cases": done.cases, "refused": done.refused} for done in runs}
        click.echo(json.dumps({"cases": total, "seconds": round(seconds, 1), "findings": findings, "targets": rows}))
    else:
        for done in runs:
            slowest = f"{done.slowest * 1000:7.1f} ms"
            click.echo(f"{done.name:34} {done.cases:7} cases {done.refused:7} refused  slowest {slowest}")
        click.echo(f"{total} cases in {seconds:.0f} s, seed {seed}: {len(findings)} findings")
        for finding in findings[:20]:
            click.echo(finding)
    sys.exit(bool(findings))


if __name__ == "__main__":
    main()
