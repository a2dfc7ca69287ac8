"""`./station advisories`: compares what requirements.lock pins with published advisories, by pip-audit.

pip-audit is no part of this project: it asks a service on the network, which a build must not need. Where it is not
there, or its service does not answer for all of them, this says so and ends with 3; 1 is a finding, 0 is none. No
package was found that carries such data of today: the last, `safety-db`, ends in July 2021.
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
    """What came of it: the exit status and what is said, in both languages."""

    status: int
    vi: str
    en: str

    def written(self) -> str:
        """Two lines for a terminal, Vietnamese first."""
        return f"{self.vi}\n{self.en}\n"


def could_not(vi: str, en: str, packages: int) -> Advised:
    """Nothing was compared, and why."""
    return Advised(
        status=COULD_NOT,
        vi=f"chưa đối chiếu {packages} thư viện với các lỗ hổng đã công bố: {vi}",
        en=f"not compared with published advisories, {packages} packages: {en}",
    )


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
            return could_not(
                "chưa có pip-audit; xin gõ: pipx install pip-audit",
                "pip-audit is not here; type: pipx install pip-audit",
                len(packages),
            )
        except subprocess.TimeoutExpired:
            return could_not(
                f"quá {LONGEST_S:.0f} giây chưa có trả lời", f"no answer in {LONGEST_S:.0f} s", len(packages)
            )
    return judged(done.stdout, len(packages))


def judged(report: str, packages: int) -> Advised:
    """What pip-audit's report comes to; it makes none where its service does not answer."""
    try:
        compared = json.loads(report)["dependencies"]
        found = [
            f"{each['name']} {each['version']}: {one['id']}" for each in compared for one in each.get("vulns", ())
        ]
        passed_over = [each["name"] for each in compared if "skip_reason" in each]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return could_not("máy này không hỏi được nơi công bố lỗ hổng", "no advisories could be had here", packages)
    if found:
        told = "\n".join(found)
        return Advised(
            status=1,
            vi=f"{told}\ncó lỗ hổng đã công bố ở {len(found)} chỗ trên, xin đổi sang bản đã sửa",
            en=f"the {len(found)} advisories above are published: take a version in which they are mended",
        )
    if passed_over or len(compared) < packages:
        missing = packages - len(compared) + len(passed_over)
        return could_not(
            f"{missing} thư viện không được trả lời", f"{missing} of them were not answered for", packages
        )
    return Advised(
        status=0, vi=f"{packages} thư viện, không có lỗ hổng nào đã công bố", en=f"{packages} packages, no advisory"
    )


def asked(words: Sequence[str], longest_s: float = LONGEST_S) -> subprocess.CompletedProcess[str]:
    """What the program said; raises `subprocess.TimeoutExpired` when it goes on for too long."""
    return subprocess.run(words, capture_output=True, text=True, check=False, timeout=longest_s)


def main() -> int:
    """Say it, and end as it says."""
    told = advisories(LOCK.read_text("utf-8"), asked)
    sys.stdout.write(told.written())
    return told.status


if __name__ == "__main__":
    sys.exit(main())
