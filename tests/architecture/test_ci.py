"""CI: its parts, their budgets and the table in the documents agree; what fails in one part fails the whole."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.benchmarks.bench_suite import Count, Part, counted, parts, played

ROOT = Path(__file__).resolve().parents[2]
TABLE = re.compile(r"^\| (\w+) \| (`[^`]+`|not there yet) \| .+ \| (\d+) \|$", re.MULTILINE)
MOST_MINUTES = 45


def table() -> list[tuple[str, str, int]]:
    """Name, command and budget of each row of the table."""
    text = (ROOT / "docs" / "development.md").read_text("utf-8")
    return [(name, command.strip("`"), int(minutes)) for name, command, minutes in TABLE.findall(text)]


def test_the_table_says_what_ci_plays() -> None:
    there = [(name, command, minutes) for name, command, minutes in table() if command != "not there yet"]
    assert there == [(part.name, part.command, part.minutes) for part in parts()]


def test_all_parts_together_stay_within_the_budget_of_ci() -> None:
    assert len(table()) >= 9
    assert sum(minutes for _, _, minutes in table()) <= MOST_MINUTES


def test_every_part_is_a_command_of_the_station() -> None:
    known = re.findall(r"^([a-z][a-z |]*)\)$", (ROOT / "station").read_text("utf-8"), re.MULTILINE)
    words = {word for line in known for word in line.split(" | ")}
    assert {part.command.split()[0] for part in parts()} == {"./station"}
    assert {part.command.split()[1] for part in parts()} <= words


def play_ci(folder: Path, lines: str) -> subprocess.CompletedProcess[str]:
    """`.ci/run` with parts of our own."""
    (folder / ".ci").mkdir()
    shutil.copy(ROOT / ".ci" / "run", folder / ".ci" / "run")
    (folder / ".ci" / "parts").write_text(lines)
    return subprocess.run([folder / ".ci" / "run"], capture_output=True, text=True, check=False)


def test_a_part_that_fails_fails_the_whole_and_the_next_are_played_all_the_same(tmp_path: Path) -> None:
    done = play_ci(tmp_path, "# a remark\ngood 1 true\nbad 1 false\nlast 2 echo hello there\n")
    assert done.returncode == 1
    assert "hello there" in done.stdout
    ends = [(line.split()[1], "FAILED" in line) for line in done.stdout.splitlines() if " s of " in line]
    assert ends == [("good", False), ("bad", True), ("last", False)]


def test_a_part_without_a_fault_is_no_failure(tmp_path: Path) -> None:
    assert play_ci(tmp_path, "good 1 true\n").returncode == 0


@pytest.mark.parametrize(
    ("output", "count"),
    [
        ("=== 3 passed in 1.2s ===\n", Count(tests=3)),
        (
            "SKIPPED [2] tests/a.py:3: no\n=== 1 failed, 5 passed, 2 skipped, 1 error in 61.20s (0:01:01) ===\n",
            Count(tests=7, skipped=2, failed=2, reasons=(("no", 2),)),
        ),
        ("4 passed in 0.1s\nwords\n6 passed, 1 skipped in 2.0s\n", Count(tests=10, skipped=1)),
        ("check: types   ok   after 3 s\ncheck: qml   FAILED  after 4 s\n", Count(tests=2, failed=1)),
        ("nothing was said\n", Count()),
    ],
)
def test_the_bench_counts_what_pytest_and_the_check_say(output: str, count: Count) -> None:
    assert counted(output) == count


def test_the_bench_tells_what_a_part_took() -> None:
    told = played(Part(name="short", minutes=1, command="sh -c 'echo 2 passed in 0.1s; exit 3'"))
    assert (told["tests"], told["exit_code"], told["budget_s"]) == (2, 3, 60)
