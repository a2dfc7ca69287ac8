"""The unit tests of the rooms that run on both systems, in the Python of the folder; what cannot be is listed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from release.folder import ROOT
from tests.windows.conftest import TOLD
from tests.windows.unit_tests import LISTED, Played, play, read_report
from tests.windows.wine import Prefix


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
