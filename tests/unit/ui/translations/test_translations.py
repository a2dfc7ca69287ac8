"""Every fixed word of the screens has its English: what Qt's own tool finds in the QML stands in ui/translations."""

from __future__ import annotations

from tests.qml.screen_places import LUPDATE, ROOT, missing_english


def test_every_word_of_the_screens_is_translated() -> None:
    assert LUPDATE.exists(), "pyside6-lupdate belongs to PySide6"
    assert list(missing_english(ROOT)) == []
