"""Text enters a real field: from the keyboard on the screen and from a physical one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QMetaObject, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.spelling.letters import ToneStyle
from tests.helpers.qml_stage import RESOLUTIONS, Stage
from ui.keyboard.composer import Method
from ui.keyboard.physical import EveryLetter, PhysicalTyping
from ui.played.screen_user import ScreenUser

GALLERY = Path(__file__).parents[3] / "qml"


@pytest.fixture
def stage(opened: Stage) -> Iterator[Stage]:
    """As new, and without the keyboards of the test before."""
    yield opened.again(RESOLUTIONS["wxga"])
    for kind in (PhysicalTyping, EveryLetter):
        for typing in opened.view.findChildren(kind):
            shiboken6.delete(typing)
    assert opened.warnings == []


@pytest.fixture
def field(stage: Stage, qtbot: QtBot) -> QObject:
    root = stage.show(GALLERY / "GalleryTyping.qml")
    stage.view.requestActivate()
    (field,) = _every(root, "entryField")
    field.forceActiveFocus()
    field.setProperty("text", "")
    qtbot.waitUntil(lambda: QGuiApplication.focusObject() is field)
    return field


def _every(item: QQuickItem, name: str) -> list[QQuickItem]:
    found = [item] if item.objectName() == name else []
    return found + [hit for child in item.childItems() for hit in _every(child, name)]


def _keys(item: QQuickItem) -> dict[str, QQuickItem]:
    keys = {}
    if item.property("units") is not None and item.isVisible():
        keys[str(item.property("text"))] = item
    for child in item.childItems():
        keys |= _keys(child)
    return keys


def _touch(stage: Stage, text: str) -> None:
    key = _keys(stage.view.rootObject())[text]
    centre = key.mapToScene(key.boundingRect().center()).toPoint()
    QTest.mouseClick(stage.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(centre))


def _press(stage: Stage, text: str) -> None:
    for char in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, char)
            QGuiApplication.sendEvent(stage.view, event)


def test_letters_and_tones_are_touched_into_a_name(stage: Stage, field: QObject) -> None:
    for key in ["t", "r", "â", "n", "huyền", "Cách", "a", "n"]:
        _touch(stage, key)
    assert field.property("text") == "trần an"


def test_a_tone_moves_when_letters_follow(stage: Stage, field: QObject) -> None:
    for key in ["h", "o", "a", "nặng"]:
        _touch(stage, key)
    assert field.property("text") == "họa"


@pytest.mark.parametrize(
    ("touched", "text"),
    [("h o a huyền n g", "hoàng"), ("g i huyền a n g", "giàng"), ("t h ư huyền ơ n g", "thường"), ("a sắc sắc", "a")],
)
def test_a_tone_touched_early_moves_as_on_a_physical_keyboard(
    stage: Stage, field: QObject, touched: str, text: str
) -> None:
    for key in touched.split():
        _touch(stage, key)
    assert field.property("text") == text


def test_a_tone_touched_in_the_middle_of_a_word_acts_on_all_of_it(stage: Stage, field: QQuickItem) -> None:
    field.setProperty("text", "Trần Hoang An")
    field.setProperty("cursorPosition", 7)
    _touch(stage, "huyền")
    assert (field.property("text"), field.property("cursorPosition")) == ("Trần Hoàng An", 7)
    _touch(stage, "q")
    assert (field.property("text"), field.property("cursorPosition")) == ("Trần Hoqàng An", 8)


def test_a_touch_takes_the_place_of_what_is_selected(stage: Stage, field: QQuickItem) -> None:
    for key in ["t", "o", "huyền"]:
        _touch(stage, key)
    QMetaObject.invokeMethod(field, "selectAll")
    _touch(stage, "a")
    assert field.property("text") == "a"


def test_a_key_of_the_screen_never_takes_the_focus(stage: Stage, field: QObject) -> None:
    _touch(stage, "q")
    assert QGuiApplication.focusObject() is field


@pytest.mark.parametrize(
    ("method", "keys", "text"),
    [
        (Method.TELEX, "Nguyeenx Vawn An", "Nguyễn Văn An"),
        (Method.VNI, "D9a81k La81k", "Đắk Lắk"),
        (Method.PLAIN, "Nguyeenx", "Nguyeenx"),
        (Method.TELEX, "0912345678", "0912345678"),
        (Method.TELEX, "Hoàng Thị Yến", "Hoàng Thị Yến"),
        (Method.VNI, "Nguyễn Trường", "Nguyễn Trường"),
        (Method.PLAIN, "Hoa\u0300ng", "Hoàng"),
        (Method.TELEX, "Le\u0302 Truo\u031bng", "Lê Trương"),
    ],
)
def test_a_physical_keyboard_composes(stage: Stage, field: QObject, method: Method, keys: str, text: str) -> None:
    typing = PhysicalTyping(method, ToneStyle.OLD, stage.view)
    stage.view.installEventFilter(typing)
    _press(stage, keys)
    assert field.property("text") == text


def test_a_field_that_asks_for_no_vietnamese_gets_the_keys_untouched(stage: Stage, field: QObject) -> None:
    field.setProperty("vietnamese", False)
    stage.view.installEventFilter(PhysicalTyping(Method.TELEX, ToneStyle.OLD, stage.view))
    _press(stage, "aas")
    assert field.property("text") == "aas"


def test_over_a_web_page_every_letter_is_entered_and_only_where_the_page_asks_for_text(
    stage: Stage, field: QObject
) -> None:
    wants = [True]
    stage.view.installEventFilter(EveryLetter(Method.TELEX, ToneStyle.OLD, stage.view, wants=lambda: wants[0]))
    _press(stage, "Ngheej An, xoms 3")
    assert field.property("text") == "Nghệ An, xóm 3"
    wants[0] = False
    _press(stage, "aas")
    assert field.property("text") == "Nghệ An, xóm 3aas"


def test_the_block_of_digits_writes_and_empties_a_field(stage: Stage, field: QObject) -> None:
    stage.look.setProperty("pixelsPerMm", 6.0)  # a narrow screen: the block of a telephone
    stage.view.rootObject().setProperty("keyboard", 2)
    QTest.qWait(20)
    for key in ["0", "4", "0"]:
        _touch(stage, key)
    assert field.property("text") == "040"
    clear = next(key for key in _every_key(stage.view.rootObject()) if key.property("iconName") == "trash")
    centre = clear.mapToScene(clear.boundingRect().center()).toPoint()
    QTest.mouseClick(stage.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(centre))
    assert field.property("text") == ""


def _every_key(item: QQuickItem) -> list[QQuickItem]:
    found = [item] if item.property("touchOnly") is True and item.isVisible() else []
    return found + [hit for child in item.childItems() for hit in _every_key(child)]


def test_tones_stand_where_the_station_wants_them(stage: Stage, field: QObject) -> None:
    stage.look.setProperty("newTones", True)
    for key in ["h", "o", "a", "sắc"]:
        _touch(stage, key)
    assert field.property("text") == "hoá"


def test_who_cannot_type_picks_first_sound_rhyme_and_tone(stage: Stage, field: QObject) -> None:
    for key in ["Ghép vần", "b", "a", "bà"]:
        _touch(stage, key)
        QTest.qWait(20)
    assert field.property("text") == "bà"
    for key in ["ch", "ai", "chải", "Bàn phím", "q"]:
        _touch(stage, key)
        QTest.qWait(20)
    assert field.property("text") == "bà chảiq"


def test_a_syllable_is_picked_as_it_is_shown(stage: Stage, field: QObject) -> None:
    shift = next(key for key in _every_key(stage.view.rootObject()) if key.property("iconName") == "shift")
    centre = shift.mapToScene(shift.boundingRect().center()).toPoint()
    QTest.mouseClick(stage.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(centre))
    user = ScreenUser(stage.view)
    for key in ["Ghép vần", "qu", "ynh", "Quỳnh"]:
        user.press(key)
    assert field.property("text") == "Quỳnh"


def test_keys_under_the_picker_are_there_for_nobody(stage: Stage, field: QObject) -> None:
    user = ScreenUser(stage.view)
    tall = stage.view.rootObject().property("height")
    assert {"q", "huyền", "Ghép vần"} <= set(user.buttons())
    _touch(stage, "Ghép vần")
    user.settle()
    assert {"ngh", "Bàn phím"} <= set(user.buttons())
    assert not {"w", "huyền", "Ghép vần", "Dấu cách"} & set(user.texts())
    _touch(stage, "Bàn phím")
    user.settle()
    assert {"q", "huyền", "Ghép vần"} <= set(user.buttons())
    assert stage.view.rootObject().property("height") == tall
