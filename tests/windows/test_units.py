"""The unit tests of the rooms that run on both systems, in the Python of the folder; what cannot be is listed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from release.folder import ROOT
from tests.windows.conftest import TOLD
from tests.windows.unit_tests import LISTED, Played, play, read_report
from tests.windows.wine import Done, Prefix


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "rooms" in metafunc.fixturenames:
        asked = [each for each in LISTED["rooms"] if not each.get("long") or metafunc.config.getoption("long")]
        metafunc.parametrize("rooms", asked, ids=lambda rooms: rooms["name"])


def test_what_runs_on_both_systems_passes_there_too(
    rooms: dict[str, Any],
    prefix: Prefix,
    python: Path,
    tmp_path: Path,
    record_property: Callable[[str, object], None],
) -> None:
    left_out = [each for one in LISTED["left_out"] for each in one["tests"]]
    played = play(prefix, python, tmp_path / "report.xml", rooms["played"], left_out, rooms.get("later", ()))
    record_property(TOLD, f"unit tests of {rooms['name']}: {played.told()}")
    assert not played.failed, "\n".join(f"{name}: {said}" for name, said in played.failed.items())
    assert played.passed > rooms["at_least"]


def test_what_is_left_out_is_there_and_says_why() -> None:
    for one in LISTED["left_out"]:
        assert len(one["why"]) > 20
        for each in one["tests"]:
            file, _, test = each.partition("::")
            assert (ROOT / file).exists(), each
            assert f"def {test.partition('[')[0]}(" in (ROOT / file).read_text("utf-8") if test else True, each


def test_a_failed_test_is_seen_in_the_report(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    report.write_text(
        '<testsuites><testsuite><testcase classname="tests.unit.a" name="one"/>'
        '<testcase classname="tests.unit.a" name="two"><failure>the line that failed</failure></testcase>'
        '<testcase classname="tests.unit.a" name="three"><skipped message="no such program"/></testcase>'
        "</testsuite></testsuites>"
    )
    assert read_report(report) == Played(
        passed=1, skipped={"no such program": 1}, failed={"tests/unit/a.py::two": "the line that failed"}
    )


class Reporting(Prefix):
    """A prefix in which each run leaves the next of these reports."""

    def __init__(self, report: Path, *cases: str) -> None:
        self._report, self._cases = report, iter(cases)
        self.played: list[tuple[str, ...]] = []

    def run(self, *words: str, overrides: str = "", folder: Path | None = None, **more: str) -> Done:
        del overrides, folder, more
        self.played.append(words)
        self._report.write_text(f"<testsuites><testsuite>{next(self._cases)}</testsuite></testsuites>")
        return Done(0, "", "")


ONE, TWO = '<testcase classname="tests.unit.a" name="one"', '<testcase classname="tests.unit.a" name="two"'
LOST = "><failure>a lost process</failure></testcase>"


def test_what_fails_once_is_played_again_alone_and_told(tmp_path: Path) -> None:
    prefix = Reporting(tmp_path / "report.xml", f"{ONE}/>{TWO}{LOST}", f"{TWO}/>")
    played = play(prefix, tmp_path / "python.exe", tmp_path / "report.xml", ["tests/unit"], ["tests/unit/b.py::c"])
    assert (played.passed, played.failed) == (2, {})
    assert "tests/unit/a.py::two: a lost process" in played.told()
    first, second = prefix.played
    assert {"tests/unit", "--deselect=tests/unit/b.py::c"} < set(first)
    assert second[-1] == "tests/unit/a.py::two"
    assert "tests/unit" not in second


def test_what_fails_twice_failed(tmp_path: Path) -> None:
    prefix = Reporting(tmp_path / "report.xml", f"{ONE}/>{TWO}{LOST}", f"{TWO}{LOST}")
    played = play(prefix, tmp_path / "python.exe", tmp_path / "report.xml", ["tests/unit"], [])
    assert (played.passed, played.again) == (1, {})
    assert played.failed == {"tests/unit/a.py::two": "a lost process"}


def test_where_many_fail_none_is_played_again(tmp_path: Path) -> None:
    three = "".join(f'<testcase classname="tests.unit.a" name="{name}"{LOST}' for name in "xyz")
    prefix = Reporting(tmp_path / "report.xml", three)
    assert len(play(prefix, tmp_path / "python.exe", tmp_path / "report.xml", ["tests/unit"], []).failed) == 3
