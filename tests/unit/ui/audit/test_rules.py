"""Every rule of the audit finds the fault seeded for it, and says nothing of a sound screen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from kiosk.i18n import BOTH
from tests.helpers.qml_stage import Stage
from ui.audit import keyboard
from ui.audit.audit_run import AuditRun, small_matrix
from ui.audit.complaint import Rule, Variant
from ui.audit.report import table, write

FAULTS = Path(__file__).parents[3] / "qml" / "faults"
SEEDED = {
    Rule.NAME_AND_ROLE: "NameAndRole",
    Rule.SAME_NAME: "SameName",
    Rule.TARGET_SIZE: "TargetSize",
    Rule.TARGET_GAP: "TargetGap",
    Rule.WAY_OUT: "WayOut",
    Rule.CLIPPED: "Clipped",
    Rule.BROKEN_WORD: "BrokenWord",
    Rule.ELIDED: "Elided",
    Rule.OVERLAP: "Overlap",
    Rule.SMALL_LETTERS: "SmallLetters",
    Rule.NO_SPEECH: "NoSpeech",
    Rule.CONTRAST: "Contrast",
    Rule.COLOUR_ALONE: "ColourAlone",
    Rule.NOT_TRANSLATED: "NotTranslated",
    Rule.TWO_LANGUAGES: "NotTranslated",
    Rule.UNREACHABLE: "Unreachable",
    Rule.FOCUS_ORDER: "FocusOrder",
    Rule.FOCUS_INVISIBLE: "FocusInvisible",
    Rule.DECOMPOSED: "Decomposed",
    Rule.ROOM: "Room",
    Rule.NOT_GROWN: "NotGrown",
    Rule.STAYED: "Stayed",
    Rule.FOLD: "Fold",
    Rule.LOUD_CITATION: "LoudCitation",
    Rule.QML_WARNING: "QmlWarning",
}


WRITTEN = tuple(variant for variant in small_matrix() if variant.language in {each.code for each in BOTH})
"""A stage has no program that would say a third language."""
LOOKS = (*small_matrix(), Variant(theme="light", text_size=4, language="vi", resolution="1366x768"))
"""The corners, and the largest letters of one that stands there in the smallest."""


def examine(stage: Stage, name: str, variants: Sequence[Variant] = LOOKS) -> AuditRun:
    stage.show(FAULTS / f"{name}.qml")
    examination = AuditRun(window=stage.view, look=stage.look, variants=variants, warnings=stage.warnings)
    examination.run([name])
    return examination


def test_every_rule_has_its_fault() -> None:
    assert set(SEEDED) == set(Rule)


@pytest.mark.qt_log_ignore("TypeError: Cannot read property")
@pytest.mark.parametrize("rule", list(SEEDED), ids=lambda rule: rule.name)
def test_the_rule_finds_its_fault(stage: Stage, rule: Rule) -> None:
    found = {seen.finding.rule for seen in examine(stage, SEEDED[rule]).seen}
    assert rule in found


def test_of_a_heading_and_a_line_at_the_edge_both_are_told_when_they_stay_as_they_are(stage: Stage) -> None:
    found = [seen.finding.detail for seen in examine(stage, "Stayed").seen if seen.finding.rule is Rule.STAYED]
    assert [detail.partition("“")[2] for detail in found] == ["Tiêu đề không lớn theo”", "Quay lại”"]


@pytest.mark.parametrize(("fault", "over"), [("OverlapButton", "over In lại"), ("OverlapPicture", "over ")])
def test_a_text_is_not_overlapped_by_texts_alone(stage: Stage, fault: str, over: str) -> None:
    found = [seen.finding.detail for seen in examine(stage, fault).seen if seen.finding.rule is Rule.OVERLAP]
    assert found
    assert all(over in detail for detail in found)


def test_a_focus_is_looked_for_where_its_control_was_drawn(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyboard, "STEPS_OF_A_LAYOUT", 0)  # as where the machine was slow
    found = {seen.finding.rule for seen in examine(stage, "FocusMovesThePage").seen}
    assert Rule.FOCUS_INVISIBLE not in found


def test_a_missing_way_home_is_a_finding_of_its_own(stage: Stage) -> None:
    found = {seen.finding.detail for seen in examine(stage, "WayHome").seen if seen.finding.rule is Rule.WAY_OUT}
    assert found == {"no homeButton"}


def test_a_sound_screen_has_no_finding(stage: Stage) -> None:
    comforts = {"Cỡ chữ", "Màu nền", "Nghe đọc", "Quay lại", "Gọi người hỗ trợ", "Kết thúc"}
    seen = [
        s for s in examine(stage, "Sound", WRITTEN).seen if not any(word in s.finding.detail for word in comforts)
    ]
    assert seen == [], "the words of the frame are translated by the program, not by this window"


def test_the_report_names_the_fault_and_shows_the_picture(stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "shots").mkdir()
    stage.show(FAULTS / "TargetSize.qml")
    examination = AuditRun(window=stage.view, look=stage.look, variants=small_matrix(), pictures=tmp_path / "shots")
    examination.run(["a screen"])
    write(examination, tmp_path)
    assert "8.0 mm" in table(examination)
    assert "8.0 mm" in (tmp_path / "audit.json").read_text(encoding="utf-8")
    assert len(list((tmp_path / "shots").iterdir())) == len(small_matrix())
    assert (tmp_path / "index.html").read_text(encoding="utf-8").count("<img") == len(small_matrix())
