"""The tokens keep their promises: contrast in every theme, sizes in millimetres, letters with room for marks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Q_ARG, Q_RETURN_ARG, QMetaObject, QObject, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication

from tests.helpers.qml_stage import RESOLUTIONS, Stage

GROUNDS = ("paper", "surface", "sunken", "pressed")
TEXT_ON = [
    *((ink, ground) for ink in ("ink", "quiet") for ground in GROUNDS),
    *(("accent", ground) for ground in ("paper", "surface")),
    ("mainLetters", "main"),
    ("mainLetters", "mainPressed"),
    ("disabledLetters", "disabled"),
    ("goodInk", "good"),
    ("warnInk", "warn"),
    ("errorInk", "error"),
    ("errorInk", "paper"),
    ("infoInk", "info"),
]
EDGES = [("edge", "paper"), ("edge", "surface"), ("focus", "paper"), ("focus", "sunken"), ("mainEdge", "sunken")]


@pytest.fixture(scope="module")
def stage(qapp: QGuiApplication) -> Iterator[Stage]:
    stage = Stage(RESOLUTIONS["wxga"])
    yield stage
    stage.close()


def _singleton(stage: Stage, name: str) -> QObject:
    found = stage.engine.singletonInstance("Kiosk.Style", name)
    assert isinstance(found, QObject)
    return found


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.2 contrast ratio."""

    def luminance(colour: QColor) -> float:
        parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [0, 1, 2])
def test_text_stands_out_seven_to_one_in_every_theme(stage: Stage, theme: int) -> None:
    stage.look.setProperty("theme", theme)
    colour = _singleton(stage, "Colour")
    weak = {
        pair: round(ratio, 2)
        for pair in TEXT_ON
        if (ratio := contrast(colour.property(pair[0]), colour.property(pair[1]))) < 7
    }
    assert weak == {}


@pytest.mark.parametrize("theme", [0, 1, 2])
def test_edges_and_the_focus_stand_out_three_to_one(stage: Stage, theme: int) -> None:
    stage.look.setProperty("theme", theme)
    colour = _singleton(stage, "Colour")
    weak = [pair for pair in EDGES if contrast(colour.property(pair[0]), colour.property(pair[1])) < 3]
    assert weak == []


@pytest.mark.parametrize("pixels_per_mm", [3.6, 3.78, 4.0, 5.9])
def test_sizes_keep_their_floors_in_millimetres(stage: Stage, pixels_per_mm: float) -> None:
    stage.look.setProperty("pixelsPerMm", pixels_per_mm)
    size = _singleton(stage, "Size")
    assert min(size.property(name) for name in ("touch", "touchLarge", "key")) >= 12.7 * pixels_per_mm
    assert min(size.property(name) for name in ("gap", "keyGap")) >= 2.5 * pixels_per_mm
    letters = _singleton(stage, "TypeScale")
    for role in ("chrome", "body", "lead", "button", "heading", "title"):
        font = QFont("Be Vietnam Pro")
        font.setPixelSize(letters.property(role))
        assert QFontMetricsF(font).capHeight() >= 4.8 * pixels_per_mm


def test_four_text_sizes_grow(stage: Stage) -> None:
    letters = _singleton(stage, "TypeScale")
    sizes = []
    for size in range(4):
        stage.look.setProperty("textSize", size)
        sizes.append(letters.property("body"))
    stage.look.setProperty("textSize", 0)
    assert sizes == sorted(set(sizes))


def test_two_marks_on_a_capital_keep_clear_of_the_line_above(stage: Stage) -> None:
    letters = _singleton(stage, "TypeScale")
    font = QFont("Be Vietnam Pro")
    font.setPixelSize(100)
    metrics = QFontMetricsF(font)
    assert metrics.capHeight() == pytest.approx(100 * letters.property("capHeight"), abs=1)
    stacked = -metrics.tightBoundingRect("ẪỖỆ").top()
    line = (metrics.ascent() + metrics.descent()) * letters.property("leading")
    assert stacked + metrics.descent() <= line


def test_a_reset_brings_the_next_person_the_usual_look(stage: Stage) -> None:
    wanted = {"theme": 0, "textSize": 0, "language": 0, "sound": False, "volume": 70, "speed": 100}
    for name, value in {"theme": 2, "textSize": 3, "language": 1, "sound": True, "volume": 10, "speed": 70}.items():
        stage.look.setProperty(name, value)
    stage.look.reset()  # type: ignore[attr-defined]
    assert {name: stage.look.property(name) for name in wanted} == wanted


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Đừng cho ai mượn tài khoản.", "Đừng cho ai mượn tài\u00a0khoản."),
        ("Ông/bà đặt lại thẻ", "Ông/\u2060bà đặt lại\u00a0thẻ"),
        ("Kiểm tra ngày 20/07/2026.", "Kiểm tra ngày 20/07/2026."),
        ("Lost or missing papers", "Lost or missing papers"),
        ("In giấy", "In giấy"),
        ("", ""),
    ],
)
def test_a_last_word_is_not_left_alone_and_a_stroke_breaks_no_line(stage: Stage, said: str, shown: str) -> None:
    scale = _singleton(stage, "TypeScale")
    assert QMetaObject.invokeMethod(
        scale, "tied", Qt.ConnectionType.DirectConnection, Q_RETURN_ARG("QString"), Q_ARG("QString", said)
    ) == (shown)
