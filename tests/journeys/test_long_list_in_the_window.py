"""The list of guides is longer than a page: what lies overleaf is made later, and moves nothing on the first page."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize

from kiosk.guides.guide import Topic
from kiosk.session import Screen
from tests.helpers.kiosk_window import KioskWindow, kiosk_window


def every_guide(window: KioskWindow) -> set[str]:
    services = window.app.visit.services
    return {guide.title.vi for topic in Topic for guide in services.guides.on(topic, services.today())}


def guides_shown(window: KioskWindow) -> set[str]:
    return every_guide(window) & set(window.user.buttons())


@pytest.mark.parametrize("size", [QSize(1080, 1920), QSize(1280, 800)], ids=["upright", "lying"])
def test_the_first_page_of_the_guides_stays_as_it_is_when_the_rest_is_made(tmp_path: Path, size: QSize) -> None:
    with kiosk_window(tmp_path, size=size) as window:
        visit = window.app.visit
        visit.begin()
        window.user.settle()
        visit.act(lambda: visit.session.go(Screen.GUIDES))
        first, at_first = window.app.window.grabWindow(), guides_shown(window)
        window.user.wait_for(lambda: guides_shown(window) == every_guide(window), "the guides overleaf")
        window.user.settle()
        assert set() < at_first < every_guide(window)
        assert window.app.window.grabWindow() == first


def test_all_guides_are_read_aloud_from_the_start(tmp_path: Path) -> None:
    with kiosk_window(tmp_path) as window:
        window.app.look.setProperty("sound", True)
        visit = window.app.visit
        visit.begin()
        visit.act(lambda: visit.session.go(Screen.GUIDES))
        assert guides_shown(window) == every_guide(window)
