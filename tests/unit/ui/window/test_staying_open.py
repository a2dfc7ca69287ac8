"""A full-screen window is closed by the program and by nobody else."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication, QWindow
from pytestqt.qtbot import QtBot

from ui.window.staying_open import StayingOpen


@pytest.fixture
def no_collector() -> Iterator[None]:
    """Nothing is let go but with its last name."""
    gc.disable()
    yield
    gc.enable()


def test_the_wish_to_close_is_refused_until_the_program_lets_go(qapp: QGuiApplication) -> None:
    window = QWindow()
    window.show()
    stays = StayingOpen(window)
    assert not window.close()
    assert window.isVisible()
    stays.end()
    assert window.close()
    assert not window.isVisible()


def test_in_front_the_whole_screen_is_taken_back(qtbot: QtBot) -> None:
    window = QWindow()
    stays = StayingOpen(window)
    window.showFullScreen()
    qtbot.waitUntil(window.isActive)
    window.showNormal()  # as a compositor does for another window
    assert window.visibility() is not QWindow.Visibility.FullScreen
    window.activeChanged.emit()
    assert window.visibility() is QWindow.Visibility.FullScreen
    stays.end()
    window.close()


def test_behind_another_window_it_is_left_to_that_one(qapp: QGuiApplication) -> None:
    window = QWindow()
    stays = StayingOpen(window)
    assert not window.isActive()
    window.activeChanged.emit()
    assert window.visibility() is QWindow.Visibility.Hidden
    stays.end()


def test_the_window_goes_with_its_last_name_and_at_no_moment_of_the_collectors(
    qapp: QGuiApplication, no_collector: None
) -> None:
    """While Qt tells a window that another is in front, it must not be let go: the process would end."""
    window = QWindow()
    StayingOpen(window)
    seen = weakref.ref(window)
    del window
    assert seen() is None
