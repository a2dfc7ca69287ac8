"""One page fades into the next: both are seen meanwhile, and no picture of a page outlives the fade or the visit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem

from kiosk.session import EndReason, Screen
from tests.helpers.kiosk_window import KioskWindow, kiosk_window


@pytest.fixture
def window(qapp: QGuiApplication, tmp_path: Path) -> Iterator[KioskWindow]:
    with kiosk_window(tmp_path) as opened:
        opened.app.look.setProperty("motion", True)
        opened.app.visit.begin()
        opened.user.wait_for(lambda: before(opened) is None, "the end of the first fade")
        yield opened


def before(window: KioskWindow) -> QQuickItem | None:
    """The picture of the page before, when one is in the window."""
    return find(window.app.window.contentItem(), "pageBefore")


def find(item: QQuickItem, name: str) -> QQuickItem | None:
    for child in item.childItems():
        if child.objectName() == name:
            return child
        if (found := find(child, name)) is not None:
            return found
    return None


def go(window: KioskWindow, screen: Screen) -> None:
    window.app.visit.act(lambda: window.app.visit.session.go(screen))


def test_the_page_before_is_seen_while_the_next_one_comes(window: KioskWindow) -> None:
    was = window.app.window.grabWindow()
    go(window, Screen.HOME)
    window.user.wait_for(lambda: 0 < opacity(window) < 1, "the middle of the fade")
    between = window.app.window.grabWindow()
    window.user.wait_for(lambda: before(window) is None, "the end of the fade")
    window.user.settle()
    assert between not in (was, window.app.window.grabWindow())
    assert window.app.warnings == []


def opacity(window: KioskWindow) -> float:
    picture = before(window)
    return picture.opacity() if picture is not None else 0.0


def test_the_picture_is_handed_out_once(window: KioskWindow) -> None:
    window.app.leaving.take(window.app.window)
    sizes = [window.app.leaving.requestImage("before", None, None).width() for _ in range(2)]  # type: ignore[arg-type]
    assert sizes == [window.app.window.width(), 1]


def test_nothing_of_the_last_page_is_seen_when_the_visit_has_ended(window: KioskWindow) -> None:
    go(window, Screen.SEARCH)
    window.user.type("kieu thi chim")
    assert before(window) is not None, "the fade is still under way"
    window.app.visit.end(EndReason.LEFT)
    assert before(window) is None
    window.user.settle()
    ended = window.app.window.grabWindow()
    window.user.rest(300)
    assert window.app.window.grabWindow() == ended, "the goodbye does not fade in"
