"""One page fades into the next: both are seen meanwhile, and no picture of a page outlives the fade or the visit.

The fade is stopped and looked at as it stands: how far it has come by some moment hangs on the machine.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMetaObject, QObject
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


def go(window: KioskWindow, screen: Screen) -> tuple[QQuickItem, QObject]:
    """Turn to this screen and stop the fade before it has moved; the picture of the page before, and its fade."""
    window.app.visit.act(lambda: window.app.visit.session.go(screen))
    picture = before(window)
    assert picture is not None, "the picture of the page before lies over the next page"
    fade = picture.findChild(QObject, "fade")
    assert fade is not None
    assert QMetaObject.invokeMethod(fade, "pause")
    return picture, fade


def test_the_page_before_is_seen_while_the_next_one_comes(window: KioskWindow) -> None:
    was = window.app.window.grabWindow()
    picture, _ = go(window, Screen.GUIDES)
    assert picture.opacity() == 1
    window.user.settle()
    assert window.app.window.grabWindow() == was, "nothing jumps when the fade begins"
    picture.setOpacity(0.5)
    between = window.app.window.grabWindow()
    picture.setOpacity(0)
    assert between not in (was, window.app.window.grabWindow()), "both pages are seen"
    assert window.app.warnings == []


def test_the_fade_takes_its_time_leads_to_nothing_and_is_gone_at_its_end(window: KioskWindow) -> None:
    picture, fade = go(window, Screen.GUIDES)
    assert (fade.property("from"), fade.property("to"), fade.property("property")) == (1, 0, "opacity")
    assert 150 <= fade.property("duration") <= 300
    seen: list[float] = []
    picture.opacityChanged.connect(lambda: seen.append(picture.opacity()))
    QMetaObject.invokeMethod(fade, "resume")
    window.user.wait_for(lambda: before(window) is None, "the end of the fade")
    assert seen == sorted(seen, reverse=True), "it never grows again"
    assert seen[-1] == 0
    assert window.app.warnings == []


def test_the_picture_is_handed_out_once(window: KioskWindow) -> None:
    window.app.leaving.take(window.app.window)
    sizes = [window.app.leaving.requestImage("before", None, None).width() for _ in range(2)]  # type: ignore[arg-type]
    assert sizes == [window.app.window.width(), 1]


def test_nothing_of_the_last_page_is_seen_when_the_visit_has_ended(window: KioskWindow) -> None:
    go(window, Screen.SEARCH)
    window.user.type("kieu thi chim")
    assert before(window) is not None, "the fade is under way"
    window.app.visit.end(EndReason.LEFT)
    assert before(window) is None
    window.user.settle()
    assert before(window) is None, "the goodbye does not fade in"
