"""Where a long page is cut: the arithmetic of `Folds.js`, and the page buttons at the side of a low place."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QJSEngine
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from tests.helpers.qml_stage import Stage

ROOT = Path(__file__).resolve().parents[4]
FOLDS = ROOT / "ui" / "qml" / "Kiosk" / "Components" / "Folds.js"
CARDS = [(0, 100), (110, 210), (220, 320), (330, 430)]
"""Top and bottom of cards one below the other."""
ROWS = [(0, 100), (0, 140), (150, 250), (150, 400)]
"""Two columns: a high card beside a low one."""


@pytest.fixture(scope="module")
def folds(qapp: QGuiApplication) -> QJSEngine:
    engine = QJSEngine()
    found = engine.evaluate(FOLDS.read_text("utf-8").replace(".pragma library", ""), str(FOLDS))
    assert not found.isError(), found.toString()
    return engine


def ask(
    folds: QJSEngine, name: str, cards: list[tuple[int, int]], *numbers: float, headings: tuple[int, ...] = ()
) -> float:
    """The answer of one function about these cards, of which some are `headings`."""
    blocks = ", ".join(
        f"{{top: {top}, bottom: {bottom}, heads: {str(place in headings).lower()}}}"
        for place, (top, bottom) in enumerate(cards)
    )
    told = folds.evaluate(f"{name}([{blocks}], {', '.join(map(str, numbers))})")
    assert not told.isError(), told.toString()
    return told.toNumber()


@pytest.mark.parametrize(
    ("top", "room", "shown"),
    [
        (0, 215, 214),  # two whole cards, and four pixels for what stands out below a card
        (0, 300, 214),  # the third does not fit whole
        (0, 430, 434),  # everything
        (220, 215, 214),  # the next page begins with the third
        (0, 60, 60),  # one card is longer than the room: all of the room
        (0, 130, 104),
    ],
)
def test_a_page_ends_between_two_cards(folds: QJSEngine, top: int, room: int, shown: int) -> None:
    assert ask(folds, "below", CARDS, top, room) == shown


@pytest.mark.parametrize(
    ("room", "shown"),
    [
        (215, 104),  # the second card is a heading: it goes with the third to the next page
        (325, 324),  # the third fits too
        (109, 104),
    ],
)
def test_no_heading_stands_alone_at_the_end_of_a_page(folds: QJSEngine, room: int, shown: int) -> None:
    assert ask(folds, "below", CARDS, 0, room, headings=(1,)) == shown


def test_a_heading_that_is_all_that_fits_is_shown_rather_than_nothing(folds: QJSEngine) -> None:
    assert ask(folds, "below", [(0, 40), (50, 400)], 0, 100, headings=(0,)) == 100


@pytest.mark.parametrize("top", [0, -6])
def test_a_heading_that_fills_the_first_page_stands_there_and_what_it_heads_on_the_next(
    folds: QJSEngine, top: int
) -> None:
    cards = [(0, 255), (278, 389), (412, 523)]
    assert ask(folds, "below", cards, top, 311, headings=(0,)) == 255 - top + 4


def test_a_card_longer_than_the_room_is_shown_from_above_the_first_card_too(folds: QJSEngine) -> None:
    assert ask(folds, "below", [(0, 400)], -6, 100) == 100


def test_a_neighbour_that_does_not_fit_takes_its_row_to_the_next_page(folds: QJSEngine) -> None:
    assert ask(folds, "below", ROWS, 0, 300) == 144


def test_two_columns_without_a_common_end_are_cut_rather_than_half_empty(folds: QJSEngine) -> None:
    beside = [(0, 200), (0, 90), (100, 290), (210, 500)]
    assert ask(folds, "below", beside, 0, 295) > 295 / 2


def test_without_cards_all_of_the_room_is_shown(folds: QJSEngine) -> None:
    assert ask(folds, "below", [], 0, 300) == 300


@pytest.mark.parametrize(("end", "top"), [(104, 110), (214, 220), (430, 0)])
def test_the_next_page_begins_with_the_first_card_not_yet_whole(folds: QJSEngine, end: int, top: int) -> None:
    assert ask(folds, "next", CARDS, end) == top


@pytest.mark.parametrize(("place", "top"), [(0, 0), (150, 110), (210, 220), (400, 330), (500, 0)])
def test_a_place_inside_a_card_is_that_cards(folds: QJSEngine, place: int, top: int) -> None:
    assert ask(folds, "startOf", CARDS, place) == top


@pytest.mark.parametrize(("end", "room", "top"), [(430, 215, 330), (430, 230, 220), (110, 300, 0), (430, 50, 380)])
def test_the_page_before_is_as_full_as_whole_cards_allow(folds: QJSEngine, end: int, room: int, top: int) -> None:
    assert ask(folds, "before", CARDS, end, room) == top


@pytest.mark.parametrize("end", [50, 160, 380])
def test_a_cut_through_a_card_is_told(folds: QJSEngine, end: int) -> None:
    blocks = ", ".join(f"{{top: {top}, bottom: {bottom}}}" for top, bottom in CARDS)
    assert folds.evaluate(f"cuts([{blocks}], {end}, 1000, false)").toBool()
    assert not folds.evaluate(f"cuts([{blocks}], {end}, 1000, true)").toBool()


@pytest.mark.parametrize(
    ("height", "beside", "paged"),
    [(1920, False, False), (420, False, True), (200, True, True), (110, False, True)],
    ids=["room for all", "paged below", "low: at the side", "too low even for that"],
)
def test_the_page_buttons_stand_at_the_side_of_a_low_place_only(
    qtbot: QtBot, height: int, beside: bool, paged: bool
) -> None:
    stage = Stage(QSize(1080, height))
    column = stage.show(ROOT / "tests" / "qml" / "LowColumn.qml").findChild(QQuickItem, "column")
    assert column is not None
    qtbot.waitUntil(lambda: (bool(column.property("beside")), bool(column.property("paged"))) == (beside, paged))
    assert stage.warnings == []


def test_a_column_that_is_turned_wide_and_high_again_has_its_buttons_below(qtbot: QtBot) -> None:
    stage = Stage(QSize(1080, 200))
    column = stage.show(ROOT / "tests" / "qml" / "LowColumn.qml").findChild(QQuickItem, "column")
    assert column is not None
    qtbot.waitUntil(lambda: bool(column.property("beside")))
    stage.view.resize(QSize(900, 420))
    qtbot.waitUntil(lambda: not column.property("beside"))


def test_a_list_whose_place_grew_shows_every_row_that_has_room(qtbot: QtBot) -> None:
    stage = Stage(QSize(1080, 160))
    shown = stage.show(ROOT / "tests" / "qml" / "GrowingList.qml").findChild(QQuickItem, "list")
    assert shown is not None
    row = 72  # 18 mm at 4 pixels a millimetre
    qtbot.waitUntil(lambda: bool(shown.property("overflows")))
    stage.view.resize(QSize(1080, 900))
    qtbot.waitUntil(lambda: float(shown.property("fold")) > 7 * row)
    assert float(shown.property("fold")) <= float(shown.property("room"))
