"""The project's own unit tests in the Python of the folder for Windows: what that needs, and how it is run.

The program is taken from the folder, byte code and all; the tests and their helpers from the repository. What calls a
program of Linux is skipped there and says which (`without_programs.py`).
"""

from __future__ import annotations

import tomllib
import zipfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from xml.etree import ElementTree as ET

from release.folder import ROOT
from release.windows.wheels import fetch_named
from tests.windows.wine import Prefix

TOOLS = frozenset(
    {"pytest", "iniconfig", "pluggy", "packaging", "pygments", "hypothesis", "sortedcontainers"}
    | {"pytest-xdist", "execnet", "openpyxl", "et-xmlfile", "pypdf", "defusedxml"}
)
"""What the tests need beside the program."""
LISTED = tomllib.loads((Path(__file__).parent / "unit_tests.toml").read_text("utf-8"))
"""Which folders and files are played, and what of them is left out, with the reason."""
PLAYED_AGAIN = 2
"""So many tests that failed are played once more; where more fail, something is wrong with what they test."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """How many tests passed, how many were skipped and why, and what those say that failed, by `FILE::TEST`."""

    passed: int
    skipped: Mapping[str, int]
    failed: Mapping[str, str]
    again: Mapping[str, str] = field(default_factory=dict)
    """What those said at first that passed when they were played once more, alone."""

    def told(self) -> str:
        """The figures as one line says them."""
        why = "; ".join(f"{count} {reason}" for reason, count in sorted(self.skipped.items()))
        line = f"{self.passed} passed, {sum(self.skipped.values())} skipped" + (f" ({why})" if why else "")
        return "\n".join(
            [line, *(f"passed the second time only: {name}: {said}" for name, said in self.again.items())]
        )


def lay_tools(place: Path) -> None:
    """Put pytest and its kind beside the folder's files in `place`, and name where everything lies."""
    tools = place / "tools"
    for wheel in fetch_named(TOOLS):
        with zipfile.ZipFile(wheel) as files:
            files.extractall(tools)
    settings = (ROOT / "pyproject.toml").read_text("utf-8").splitlines(keepends=True)
    own = [line for line in settings if not line.startswith("qt_")]  # the folder has no QtTest, which pytest-qt takes
    (place / "pyproject.toml").write_text("".join(own), "utf-8")
    (place / "python311._pth").unlink()  # a link into the folder
    places = ["python311.zip", ".", "site", "tools", "app", windows_path(ROOT)]
    (place / "python311._pth").write_text("\r\n".join(places) + "\r\n", "utf-8", newline="")


def play(
    prefix: Prefix,
    python: Path,
    report: Path,
    files: Sequence[str],
    left_out: Sequence[str],
    later: Sequence[str] = (),
) -> Played:
    """Run the tests of these files and folders of the repository, but those of the files `later`.

    A few that failed are played once more, alone: Wine loses a process now and then (one test of
    6,000, once in seven runs). Which those were, and what they said, is told."""
    rest = [*(f"--deselect={each}" for each in left_out), *(f"--ignore={each}" for each in later), *files]
    played = _play(prefix, python, report, rest)
    if not 0 < len(played.failed) <= PLAYED_AGAIN:
        return played
    second = _play(prefix, python, report, list(played.failed))
    again = {name: said for name, said in played.failed.items() if name not in second.failed}
    return replace(played, passed=played.passed + len(again), failed=second.failed, again=again)


def _play(prefix: Prefix, python: Path, report: Path, rest: Sequence[str]) -> Played:
    report.unlink(missing_ok=True)
    words = [str(python), "-B", "-X", "utf8", "-m", "pytest", "-q", "-rN", "--tb=short", "-p", "no:cacheprovider"]
    words += ["-p", "tests.windows.without_programs", "-c", windows_path(python.parent / "pyproject.toml")]
    words += [f"--rootdir={windows_path(ROOT)}", f"--junitxml={windows_path(report)}"]
    done = prefix.run(*words, *rest, folder=ROOT)
    assert report.exists(), done.out[-4000:] + done.err[-4000:]
    return read_report(report)


def read_report(report: Path) -> Played:
    """What pytest wrote as JUnit's XML."""
    passed = 0
    failed: dict[str, str] = {}
    skipped: Counter[str] = Counter()
    for case in ET.parse(report).iter("testcase"):
        kinds = {part.tag: part.get("message", "") for part in case}
        if ends := [part for part in case if part.tag in {"failure", "error"}]:
            name = f"{case.get('classname', '').replace('.', '/')}.py::{case.get('name')}"
            failed[name] = "\n".join(part.text or part.get("message") or "" for part in ends)
        elif "skipped" in kinds:
            skipped[kinds["skipped"]] += 1
        else:
            passed += 1
    return Played(passed=passed, skipped=skipped, failed=failed)


def windows_path(path: Path) -> str:
    """Where a file of this system lies for a program under Wine."""
    return "Z:" + str(path).replace("/", "\\")
