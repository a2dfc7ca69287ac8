"""What each part of CI costs: wall and processor seconds, tests, skipped tests with their reasons.

The parts, their commands and their budgets stand in `.ci/parts`. Processor seconds are those of the part's whole tree
of processes, but for daemons that outlive their parents: on a loaded machine they say more than the clock. The steps
of `check` count as tests. Run: `./station bench suite --json`, or `--only suite` for one part; ends with 1 when one
fails.
"""

from __future__ import annotations

import json
import os
import re
import resource
import shlex
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import click

ROOT = Path(__file__).resolve().parents[2]
PARTS = ROOT / ".ci" / "parts"
SUMMARY = re.compile(r"^=*\s?\d+ (?:passed|failed|error|skipped|deselected|xfailed).* in [\d.]+s", re.MULTILINE)
COUNTED = re.compile(r"(\d+) (passed|failed|errors?|skipped)")
REASON = re.compile(r"^SKIPPED \[(\d+)\] \S+ (.+)$", re.MULTILINE)
STEP = re.compile(r"^check: \S+\s+(ok|FAILED)", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One line of `.ci/parts`; `minutes` is the budget on two quiet cores."""

    name: str
    minutes: int
    command: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """Tests (or steps) that ran, were skipped and failed; how often each reason for a skip was given."""

    tests: int = 0
    skipped: int = 0
    failed: int = 0
    reasons: tuple[tuple[str, int], ...] = ()


def parts() -> list[Part]:
    """The parts in their order."""
    lines = [line.split(maxsplit=2) for line in PARTS.read_text("utf-8").splitlines()]
    return [
        Part(name=words[0], minutes=int(words[1]), command=words[2])
        for words in lines
        if words and not words[0].startswith("#")
    ]


def counted(output: str) -> Count:
    """What the summaries of pytest and the steps of `./station check` in this output say together."""
    found: Counter[str] = Counter()
    for number, word in _numbers(output):
        found[word.removesuffix("s")] += number
    steps = Counter(STEP.findall(output))
    reasons: Counter[str] = Counter()
    for number, reason in REASON.findall(output):
        reasons[reason] += int(number)
    failed = found["failed"] + found["error"] + steps["FAILED"]
    return Count(
        tests=found["passed"] + steps["ok"] + failed,
        skipped=found["skipped"],
        failed=failed,
        reasons=tuple(reasons.most_common()),
    )


def _numbers(output: str) -> Iterator[tuple[int, str]]:
    for summary in SUMMARY.finditer(output):
        for number, word in COUNTED.findall(summary.group()):
            yield int(number), word


def played(part: Part) -> dict[str, object]:
    """Play one part; its output goes to the error output as it comes."""
    before, started = _processor_seconds(), time.perf_counter()
    lines = []
    with subprocess.Popen(
        shlex.split(part.command), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            sys.stderr.write(line)
            lines.append(line)
    count = counted("".join(lines))
    return {
        "name": part.name,
        "command": part.command,
        "wall_s": round(time.perf_counter() - started, 1),
        "budget_s": part.minutes * 60,
        "processor_s": round(_processor_seconds() - before, 1),
        "exit_code": process.returncode,
        **asdict(count),
    }


def _processor_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@click.option("--only", multiple=True, help="This part; may be given again.")
def main(as_json: bool, only: tuple[str, ...]) -> None:
    """What each part of CI costs."""
    known = parts()
    if unknown := set(only) - {part.name for part in known}:
        raise click.UsageError(f"no part {', '.join(sorted(unknown))}; there are {', '.join(p.name for p in known)}")
    results = [played(part) for part in known if not only or part.name in only]
    figures = {"cores": os.cpu_count(), "wall_s": round(sum(float(str(r["wall_s"])) for r in results), 1)}
    if as_json:
        click.echo(json.dumps({**figures, "parts": results}, ensure_ascii=False))
    else:
        click.echo(f"{'part':10} {'wall s':>8} {'budget':>7} {'cpu s':>8} {'tests':>6} {'skipped':>8} {'failed':>7}")
        for each in results:
            click.echo(
                f"{each['name']:10} {each['wall_s']:>8} {each['budget_s']:>7} {each['processor_s']:>8} "
                f"{each['tests']:>6} {each['skipped']:>8} {each['failed']:>7}"
            )
    sys.exit(any(each["exit_code"] for each in results))


if __name__ == "__main__":
    main()
