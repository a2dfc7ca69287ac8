"""The unit tests of the rooms that run on both systems, in the Python of the folder; what cannot be is listed."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from release.folder import ROOT
from tests.windows.unit_tests import Played, lay_tools, play, read_report
from tests.windows.wine import Prefix

LISTED = tomllib.loads((Path(__file__).parent / "unit_tests.toml").read_text("utf-8"))
"""Which files are played, and what of them is left out, with the reason."""


@pytest.fixture(scope="module")
def played(prefix: Prefix, python: Path, tmp_path_factory: pytest.TempPathFactory) -> Played:
    lay_tools(python)
    report = tmp_path_factory.mktemp("units") / "report.xml"
    left_out = [each for one in LISTED["left_out"] for each in one["tests"]]
    return play(prefix, python, report, LISTED["played"], left_out)


def test_what_runs_on_both_systems_passes_there_too(played: Played, record_property: pytest.FixtureRequest) -> None:
    assert played.failed == frozenset()
    assert played.passed > LISTED["at_least"]


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
        '<testcase classname="tests.unit.a" name="two"><failure/></testcase>'
        '<testcase classname="tests.unit.a" name="three"><skipped/></testcase></testsuite></testsuites>'
    )
    assert read_report(report) == Played(passed=1, skipped=1, failed=frozenset({"tests/unit/a.py::two"}))
