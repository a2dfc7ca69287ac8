"""The project's own unit tests in the Python of the folder for Windows: what that needs, and how it is run.

The program is taken from the folder, byte code and all; the tests and their helpers from the repository.
"""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """How many tests passed and were skipped, and the names of those that failed, `FILE::TEST`."""

    passed: int
    skipped: int
    failed: frozenset[str]


def lay_tools(python: Path) -> None:
    """Put pytest and its kind beside a `python.exe` of the folder, and name where everything lies."""
    tools = python.parent / "tools"
    for wheel in fetch_named(TOOLS):
        with zipfile.ZipFile(wheel) as files:
            files.extractall(tools)
    settings = (ROOT / "pyproject.toml").read_text("utf-8").splitlines(keepends=True)
    own = [line for line in settings if not line.startswith("qt_")]  # the folder has no QtTest, which pytest-qt takes
    (python.parent / "pyproject.toml").write_text("".join(own), "utf-8")
    (python.parent / "python311._pth").unlink(missing_ok=True)
    places = ["python311.zip", ".", "site", "tools", "app", windows_path(ROOT)]
    (python.parent / "python311._pth").write_text("\r\n".join(places) + "\r\n", "utf-8", newline="")


def play(prefix: Prefix, python: Path, report: Path, files: Sequence[str], left_out: Sequence[str]) -> Played:
    """Run the tests of these files and folders of the repository."""
    options = ["-p", "no:cacheprovider", "-q", "-rN", "--tb=line", f"--rootdir={windows_path(ROOT)}"]
    options += ["-c", windows_path(python.parent / "pyproject.toml")]
    given = [f"--junitxml={windows_path(report)}", *(f"--deselect={each}" for each in left_out)]
    done = prefix.run(
        str(python),
        "-B",
        "-X",
        "utf8",
        "-m",
        "pytest",
        *options,
        *given,
        *files,
        folder=ROOT,
        QT_QPA_PLATFORM="offscreen",
    )
    assert report.exists(), done.out[-4000:] + done.err[-4000:]
    return read_report(report)


def read_report(report: Path) -> Played:
    """What pytest wrote as JUnit's XML."""
    failed, skipped, passed = set(), 0, 0
    for case in ET.parse(report).iter("testcase"):
        kinds = {part.tag for part in case}
        if kinds & {"failure", "error"}:
            failed.add(f"{case.get('classname', '').replace('.', '/')}.py::{case.get('name')}")
        elif "skipped" in kinds:
            skipped += 1
        else:
            passed += 1
    return Played(passed=passed, skipped=skipped, failed=frozenset(failed))


def windows_path(path: Path) -> str:
    """Where a file of this system lies for a program under Wine."""
    return "Z:" + str(path).replace("/", "\\")
