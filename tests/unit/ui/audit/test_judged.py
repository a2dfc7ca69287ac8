"""A run of the audit that was cut keeps what it found, and the next one goes on from there."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from tests.helpers.qml_stage import RESOLUTIONS, Stage
from ui.audit.audit_run import AuditRun
from ui.audit.complaint import THEMES, Rule, Seen, Variant
from ui.audit.judged import JudgedStop, JudgedStops
from ui.audit.report import stop_line

FAULTS = Path(__file__).parents[3] / "qml" / "faults"
LOOKS = [Variant(theme=theme, text_size=1, language="vi", resolution="1280x800") for theme in THEMES]
TOUR = ("first", "second", "third")


class CutError(Exception):
    """Stands for the clock that ends a run."""


@pytest.fixture
def stage(qapp: QGuiApplication) -> Iterator[Stage]:
    stage = Stage(RESOLUTIONS["wxga"])
    stage.show(FAULTS / "TargetSize.qml")
    yield stage
    stage.close()


def run(
    stage: Stage, kept: JudgedStops, looks: list[Variant] = LOOKS, *, cut_at: str = ""
) -> tuple[list[Seen], list[str]]:
    """What the run says was seen, and the stops it looked at itself."""
    looked: list[str] = []

    def tell(judged: JudgedStop) -> None:
        looked.append(judged.stop)
        if judged.stop == cut_at:
            raise CutError

    examination = AuditRun(window=stage.view, look=stage.look, variants=looks, kept=kept, tell=tell)
    try:
        examination.run(TOUR)
    except CutError:
        return [], looked
    return examination.seen, looked


def test_a_cut_run_is_gone_on_with_and_finds_what_a_whole_one_finds(stage: Stage, tmp_path: Path) -> None:
    path = tmp_path / "judged.jsonl"
    assert run(stage, JudgedStops(path, going_on=False), cut_at="second")[1] == ["first", "second"]
    seen, looked = run(stage, JudgedStops(path, going_on=True))
    assert looked == ["third"]
    whole, _ = run(stage, JudgedStops(tmp_path / "whole.jsonl", going_on=False))
    assert seen == whole
    assert {one.screen for one in seen} == set(TOUR)


def test_a_half_written_line_is_judged_again(stage: Stage, tmp_path: Path) -> None:
    path = tmp_path / "judged.jsonl"
    run(stage, JudgedStops(path, going_on=False))
    path.write_bytes(path.read_bytes()[:-40])
    assert run(stage, JudgedStops(path, going_on=True))[1] == ["third"]


def test_a_stop_that_was_seen_in_other_variants_is_looked_at_again(stage: Stage, tmp_path: Path) -> None:
    path = tmp_path / "judged.jsonl"
    run(stage, JudgedStops(path, going_on=False))
    larger = [replace(look, text_size=4) for look in LOOKS]
    assert run(stage, JudgedStops(path, going_on=True), larger)[1] == list(TOUR)
    assert run(stage, JudgedStops(path, going_on=False))[1] == list(TOUR), "without --resume nothing is taken over"


def test_runs_in_one_theme_each_add_up_to_the_run_in_all_of_them(stage: Stage, tmp_path: Path) -> None:
    path = tmp_path / "judged.jsonl"
    for look in LOOKS:
        assert run(stage, JudgedStops(path, going_on=True), [look])[1] == list(TOUR)
    seen, looked = run(stage, JudgedStops(path, going_on=True))
    assert looked == []
    assert Counter(seen) == Counter(run(stage, JudgedStops(tmp_path / "whole.jsonl", going_on=False))[0])


def test_only_the_theme_that_nobody_looked_at_is_looked_at(stage: Stage, tmp_path: Path) -> None:
    path = tmp_path / "judged.jsonl"
    run(stage, JudgedStops(path, going_on=False), LOOKS[:2])
    run(stage, JudgedStops(path, going_on=True))
    added = [json.loads(line)["variants"] for line in path.read_bytes().splitlines()[len(TOUR) :]]
    assert [[look["theme"] for look in variants] for variants in added] == [[THEMES[2]]] * len(TOUR)


def test_words_and_places_are_told_in_every_theme_though_judged_once(stage: Stage, tmp_path: Path) -> None:
    seen, _ = run(stage, JudgedStops(tmp_path / "judged.jsonl", going_on=False))
    small = [one for one in seen if one.finding.rule is Rule.TARGET_SIZE and one.screen == "first"]
    assert {one.variant for one in small} == set(LOOKS)


def test_a_stop_is_told_with_each_kind_of_fault_once(stage: Stage, tmp_path: Path) -> None:
    path = tmp_path / "judged.jsonl"
    run(stage, JudgedStops(path, going_on=False))
    judged = JudgedStops(path, going_on=True).of("first", tuple(LOOKS))
    told = stop_line(judged).splitlines()
    assert told[0].startswith("first: 3 looks, ")
    assert sum("8.0 mm" in line for line in told) == 1
