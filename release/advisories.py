"""`./station advisories`: compares what requirements.lock pins with published advisories, by pip-audit.

pip-audit is no part of this project: it asks a service on the network, which a build must not need. Where it is not
there, or its service does not answer, this says so and ends with 3; 1 is a finding, 0 is none.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import InvalidRequirement, Requirement

LOCK = Path(__file__).resolve().parents[1] / "requirements.lock"
COULD_NOT = 3
LONGEST_S = 300.0
"""For pip-audit and its service: one question a package, on a slow line."""
Run = Callable[[Sequence[str]], "subprocess.CompletedProcess[str]"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Advised:
    """What came of it: the exit status and what is said."""

    status: int
    said: str


def pinned(lock: str) -> list[str]:
    """`name==version` of every package of the lock, without hashes and marks."""
    found = []
    for line in lock.splitlines():
        text = line.split(" --hash")[0].split("\\")[0].strip()
        if not text or text.startswith(("#", "-")):
            continue
        try:
            requirement = Requirement(text)
        except InvalidRequirement:
            continue
        if any(each.operator == "==" for each in requirement.specifier):
            found.append(f"{requirement.name}{requirement.specifier}")
    return sorted(set(found))


def advisories(lock: str, run: Run) -> Advised:
    """Ask pip-audit about every pinned package."""
    packages = pinned(lock)
    with tempfile.TemporaryDirectory(prefix="advisories-") as folder:
        file = Path(folder) / "requirements.txt"
        file.write_text("\n".join(packages) + "\n", encoding="utf-8")
        words = ["pip-audit", "--no-deps", "--disable-pip", "--format", "json", "--requirement", str(file)]
        try:
            done = run(words)
        except FileNotFoundError:
            return Advised(
                status=COULD_NOT, said=f"not compared: pip-audit is not installed; {len(packages)} packages"
            )
        except subprocess.TimeoutExpired:
            return Advised(
                status=COULD_NOT,
                said=f"not compared: no answer in {LONGEST_S:.0f} s; {len(packages)} packages",
            )
    try:
        report = json.loads(done.stdout)["dependencies"]
        found = [f"{each['name']} {each['version']}: {one['id']}" for each in report for one in each.get("vulns", ())]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Advised(
            status=COULD_NOT, said=f"not compared: no advisories could be had here; {len(packages)} packages"
        )
    if found:
        return Advised(status=1, said="\n".join(found))
    return Advised(status=0, said=f"{len(report)} packages, no advisory")


def asked(words: Sequence[str], longest_s: float = LONGEST_S) -> subprocess.CompletedProcess[str]:
    """What the program said; raises `subprocess.TimeoutExpired` when it goes on for too long."""
    return subprocess.run(words, capture_output=True, text=True, check=False, timeout=longest_s)


def main() -> int:
    """Say it, and end as it says."""
    told = advisories(LOCK.read_text("utf-8"), asked)
    sys.stdout.write(f"{told.said}\n")
    return told.status


if __name__ == "__main__":
    sys.exit(main())
