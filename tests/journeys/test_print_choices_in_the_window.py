"""The print screen in the real window: the papers are seen first, and what was chosen comes out of the printer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from devices.printer.interface import PrinterStatus, PrinterTrouble
from devices.status import Readiness
from kiosk.session import Screen
from tests.helpers.kiosk_window import KioskWindow, kiosk_window

A5_POINTS = b"419.52"
"""The width of an A5 page in points as it stands in the PDF: 148 mm."""


@pytest.fixture
def window(qapp: QGuiApplication, tmp_path: Path) -> Iterator[KioskWindow]:
    with kiosk_window(tmp_path) as opened:
        for name in ("Chạm vào đây để bắt đầu", "Đăng ký tạm trú", "In giấy hướng dẫn"):
            opened.user.press(name)
        opened.user.wait_for(lambda: opened.user.can_press("Bắt đầu in"), "the leaflet to look at")
        yield opened
        assert opened.app.warnings == []


def printed(window: KioskWindow) -> list[str]:
    window.user.press("Bắt đầu in")
    window.user.wait_for(lambda: window.user.can_press("Tôi đã nhận đủ giấy"), "the papers")
    return sorted(path.name for path in window.paper.iterdir())


def test_the_page_is_seen_and_nothing_prints_until_it_is_asked_for(window: KioskWindow) -> None:
    assert window.user.sees("Trang đầu: Giấy hướng dẫn")
    window.user.rest(300)
    assert not window.paper.exists()


def test_three_copies_come_out(window: KioskWindow) -> None:
    window.user.press("Thêm 1 bản")
    window.user.press("Thêm 1 bản")
    window.user.press("Thêm 1 bản")
    window.user.press("Bớt 1 bản")
    assert window.user.sees("3 bản")
    assert printed(window) == ["001-leaflet-2.pdf", "001-leaflet-3.pdf", "001-leaflet.pdf"]


def test_no_more_than_five_and_no_less_than_one(window: KioskWindow) -> None:
    assert not window.user.can_press("Bớt 1 bản")
    for _ in range(4):
        window.user.press("Thêm 1 bản")
    assert not window.user.can_press("Thêm 1 bản")


def test_the_small_leaflet_is_an_a5_page(window: KioskWindow) -> None:
    window.user.press("Tờ nhỏ A5")
    window.user.wait_for(lambda: window.user.can_press("Bắt đầu in"), "the small leaflet")
    printed(window)
    assert A5_POINTS in (window.paper / "001-leaflet.pdf").read_bytes()


def test_a_paper_that_does_not_lie_in_the_printer_is_not_offered(window: KioskWindow) -> None:
    loaded = PrinterStatus(readiness=Readiness.READY, media=frozenset({"iso_a4_210x297mm"}))
    window.app.papers._stands(loaded)
    window.user.settle()
    assert window.user.can_press("Chữ to, tờ A4")
    assert not window.user.can_press("Tờ nhỏ A5")


def test_the_other_language_gives_the_other_leaflet(window: KioskWindow) -> None:
    before = window.app.visit.session.paper.sheets
    window.user.press("Switch to English")
    window.user.wait_for(lambda: window.user.can_press("Start printing"), "the English leaflet")
    assert window.app.visit.session.paper.sheets[0].pdf != before[0].pdf
    window.user.press("Đổi sang tiếng Việt")


def test_a_printer_in_trouble_says_so_before_anything_is_sent(window: KioskWindow) -> None:
    window.printer.make(PrinterTrouble.OUT_OF_PAPER)
    window.user.press("Quay lại")
    window.user.press("In giấy hướng dẫn")
    window.user.wait_to_see("Máy in hết giấy")
    window.user.wait_for(lambda: window.user.can_press("Bắt đầu in"), "it prints as soon as there is paper")


def test_home_before_printing_prints_nothing(window: KioskWindow) -> None:
    window.user.press("Trang đầu")
    window.user.rest(300)
    assert window.app.visit.screen is Screen.HOME
    assert not window.paper.exists()
