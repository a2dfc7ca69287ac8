"""The window as it is made."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from ui.window.app import Shape, opened_size

UPRIGHT = QSize(1080, 1920)


def test_a_full_window_is_made_as_large_as_its_screen_and_another_as_it_was_asked_for(qtbot: QtBot) -> None:
    screen = QGuiApplication.primaryScreen().size()
    assert screen != UPRIGHT
    assert opened_size(Shape(size=UPRIGHT, pixels_per_mm=4.0, fullscreen=True)) == screen
    assert opened_size(Shape(size=UPRIGHT, pixels_per_mm=4.0)) == UPRIGHT
