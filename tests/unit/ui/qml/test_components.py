"""The components, alone in a window: they load without a warning, are pressed by touch, key and screen reader."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.helpers.qml_stage import RESOLUTIONS, Stage

GALLERY = Path(__file__).parents[3] / "qml"
PAGES = sorted(file.name for file in GALLERY.glob("Gallery*.qml"))


def named(item: QQuickItem, name: str) -> QQuickItem:
    for child in item.childItems():
        if child.objectName() == name:
            return child
        try:
            return named(child, name)
        except LookupError:
            continue
    raise LookupError(name)


def click(stage: Stage, item: QQuickItem) -> None:
    centre = item.mapToScene(item.boundingRect().center()).toPoint()
    QTest.mouseClick(stage.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(centre))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("shape", list(RESOLUTIONS))
def test_every_gallery_page_is_drawn_without_a_warning(opened: Stage, page: str, shape: str) -> None:
    stage = opened.again(RESOLUTIONS[shape])
    stage.look.setProperty("textSize", 3)
    stage.show(GALLERY / page)
    assert not stage.picture().isNull()
    assert stage.warnings == []


def test_the_main_button_answers_touch_and_enter(stage: Stage) -> None:
    root = stage.show(GALLERY / "GalleryTyping.qml")
    stage.view.requestActivate()
    asked: list[None] = []
    root.mainAsked.connect(lambda: asked.append(None))  # type: ignore[attr-defined]
    button = named(root, "mainButton")
    click(stage, button)
    button.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(stage.view, Qt.Key.Key_Return)
    QTest.keyClick(stage.view, Qt.Key.Key_Space)
    assert len(asked) == 3


def test_a_double_tap_counts_once(stage: Stage) -> None:
    stage.look.setProperty("doubleTapGuard", 5000)
    root = stage.show(GALLERY / "GalleryTyping.qml")
    asked: list[None] = []
    root.backAsked.connect(lambda: asked.append(None))  # type: ignore[attr-defined]
    button = named(root, "backButton")
    click(stage, button)
    assert asked == [], "a screen that has just appeared must not take the second tap of the one before"
    stage.look.setProperty("doubleTapGuard", 0)
    QTest.qWait(20)
    click(stage, button)
    stage.look.setProperty("doubleTapGuard", 5000)
    click(stage, button)
    click(stage, button)
    assert len(asked) == 2, "the first of the two counts, the second does not"


def test_a_screen_reader_presses_by_name(stage: Stage) -> None:
    QAccessible.setActive(True)
    root = stage.show(GALLERY / "GalleryTyping.qml")
    asked: list[None] = []
    root.helpAsked.connect(lambda: asked.append(None))  # type: ignore[attr-defined]
    button = QAccessible.queryAccessibleInterface(named(root, "helpButton"))
    assert button.text(QAccessible.Text.Name) == "Gọi người hỗ trợ"
    assert button.role() == QAccessible.Role.Button
    button.actionInterface().doAction("Press")
    assert len(asked) == 1


def test_the_comfort_buttons_change_the_look(stage: Stage) -> None:
    root = stage.show(GALLERY / "GalleryTyping.qml")
    for name, prop in [
        ("textSizeButton", "textSize"),
        ("themeButton", "theme"),
        ("languageButton", "language"),
        ("soundButton", "sound"),
    ]:
        click(stage, named(root, name))
        assert stage.look.property(prop) == 1


def test_with_sound_on_the_screen_reads_itself(stage: Stage) -> None:
    root = stage.show(GALLERY / "GalleryForms.qml")
    voice = stage.engine.singletonInstance("Kiosk.Style", "Voice")
    said: list[list[str]] = []
    voice.said.connect(lambda texts: said.append(texts.toVariant()))  # type: ignore[union-attr]
    click(stage, named(root, "soundButton"))
    assert said
    assert said[0][0] == "Các câu hỏi"
    assert "Ông/bà có ở cùng chủ hộ không?" in said[0]


def test_a_staff_screen_is_never_read_aloud(stage: Stage) -> None:
    root = stage.show(GALLERY / "GalleryForms.qml")
    root.setProperty("staff", True)
    voice = stage.engine.singletonInstance("Kiosk.Style", "Voice")
    said: list[object] = []
    voice.said.connect(said.append)  # type: ignore[union-attr]
    click(stage, named(root, "soundButton"))
    assert said == []


def test_escape_refuses_a_dialog_and_tab_stays_inside(stage: Stage) -> None:
    root = stage.show(GALLERY / "GalleryConfirm.qml")
    stage.view.requestActivate()
    names = []
    for _ in range(4):
        QTest.keyClick(stage.view, Qt.Key.Key_Tab)
        focused = stage.view.activeFocusItem()
        names.append(focused.objectName() if focused else "")
    assert set(names) == {"dialogYes", "dialogNo"}
    assert named(root, "dialogNo") is not None


def test_the_chosen_answer_stays_chosen_when_touched_again(stage: Stage) -> None:
    stage.view.resize(RESOLUTIONS["portrait"])  # nothing is scrolled away
    root = stage.show(GALLERY / "GalleryForms.qml")
    chosen = [row for row in every(root, "choice-0") if row.property("checked")]
    assert len(chosen) == 1
    click(stage, chosen[0])
    assert chosen[0].property("checked") is True


def every(item: QQuickItem, name: str) -> list[QQuickItem]:
    found = [item] if item.objectName() == name else []
    return found + [hit for child in item.childItems() for hit in every(child, name)]


def test_a_column_gives_part_of_its_width_to_page_buttons_and_takes_it_back(stage: Stage, qtbot: QtBot) -> None:
    root = stage.show(GALLERY / "LongPage.qml")
    for height, paged in ((100, False), (3000, True), (100, False)):
        root.setProperty("blockHeight", height)
        qtbot.waitUntil(lambda wanted=paged: root.property("paged") is wanted, timeout=60_000)


def test_a_column_that_is_too_tall_only_while_it_is_wide_does_not_go_to_and_fro(stage: Stage) -> None:
    root = stage.show(GALLERY / "LongPage.qml")
    turned: list[None] = []
    root.pagedChanged.connect(lambda: turned.append(None))  # type: ignore[attr-defined]
    root.setProperty("asTallAsWide", True)
    for _ in range(5):
        QTest.qWait(50)
    assert root.property("paged") is True
    assert len(turned) <= 3


@pytest.mark.parametrize("size", [*RESOLUTIONS.values(), QSize(736, 1328)], ids=[*RESOLUTIONS, "15.6 inches upright"])
def test_the_way_home_never_lies_under_the_comforts(opened: Stage, size: QSize) -> None:
    stage = opened.again(size)
    root = stage.show(GALLERY / "GalleryTyping.qml")
    root.setProperty("canGoHome", True)
    QTest.qWait(50)
    boxes = [
        button.mapRectToScene(button.boundingRect())
        for button in (named(root, name) for name in ("homeButton", "languageButton", "soundButton"))
    ]
    assert not any(boxes[0].intersects(box) for box in boxes[1:])
    assert all(stage.view.contentItem().boundingRect().contains(box) for box in boxes)
