"""The staff's side of the window, used as a screen reader does: sign in, look, print, set the station up, leave."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest

from kiosk.session import Screen
from kiosk.settings import read_settings
from kiosk.staff import PinStore, pin_path
from tests.helpers.kiosk_window import KioskWindow, kiosk_window
from ui.staff.pages import Page

PIN = "204617"


@pytest.fixture
def window(qapp: QGuiApplication, tmp_path: Path) -> Iterator[KioskWindow]:
    PinStore(pin_path(tmp_path / "state"), time.time).set(PIN)
    with kiosk_window(tmp_path) as window:
        yield window
        assert window.app.warnings == []


def page_of(window: KioskWindow) -> Page:
    assert window.app.room is not None
    return window.app.room.desk.page


def enter(window: KioskWindow, pin: str) -> None:
    for digit in pin:
        window.hands.press(digit)
    window.hands.press("Mở phần nhân viên")


def call_staff(window: KioskWindow) -> None:
    window.app.window.requestActivate()
    window.hands.settle()
    window.hands.key(Qt.Key.Key_F12)


def sign_in(window: KioskWindow) -> None:
    call_staff(window)
    enter(window, PIN)
    window.hands.wait_for(lambda: window.hands.can_press("In phiếu sẵn sàng"), "the end of the doctor's round")


def test_the_staff_prints_the_readiness_sheet_the_report_and_a_poster(window: KioskWindow) -> None:
    hands = window.hands
    sign_in(window)
    hands.press("In phiếu sẵn sàng")
    hands.wait_to_see("Phiếu sẵn sàng: đã in xong")
    hands.press("Xem số đếm, báo cáo")
    hands.wait_to_see("Chưa có lượt nào trong thời gian này.")
    hands.press("Tháng này")
    hands.press("In báo cáo")
    hands.wait_for(lambda: any("Báo cáo" in t and "đã in xong" in t for t in hands.texts()), "the printed report")
    hands.press("Quay lại")
    hands.press("In bảng niêm yết")
    hands.press("Kích hoạt VNeID mức 2 (A4)")
    hands.wait_for(lambda: any("VNeID" in t and "đã in xong" in t for t in hands.texts()), "the printed poster")
    hands.press("Kết thúc")
    assert page_of(window) is Page.CLOSED
    names = [path.name for path in sorted(window.paper.iterdir())]
    assert names == ["001-readiness.pdf", "002-report.pdf", "003-poster-vneid.pdf"]


def test_a_wrong_pin_stays_outside_and_three_lock(window: KioskWindow) -> None:
    call_staff(window)
    enter(window, "999998")
    window.hands.wait_to_see("Còn 2 lần thử.")
    enter(window, "999998")
    window.hands.wait_to_see("Còn 1 lần thử.")
    enter(window, "999998")
    window.hands.wait_to_see("Thử lại sau")
    assert page_of(window) is Page.SIGN_IN
    assert "1" not in window.hands.buttons()
    window.hands.press("Quay lại")
    window.hands.wait_for(lambda: window.hands.can_press("Chạm vào đây để bắt đầu"), "the idle screen")


def test_without_a_pin_the_screen_says_how_to_set_one(qapp: QGuiApplication, tmp_path: Path) -> None:
    with kiosk_window(tmp_path) as window:
        call_staff(window)
        window.hands.wait_to_see("sudo kiosk-dvc config set-pin")
        assert "1" not in window.hands.buttons()


def test_nothing_opens_the_staff_side_during_a_visit(window: KioskWindow) -> None:
    window.hands.press("Chạm vào đây để bắt đầu")
    call_staff(window)
    assert window.app.room is None
    assert window.app.desk.screen is Screen.WELCOME


def test_two_seconds_on_the_name_of_the_place_open_the_sign_in(window: KioskWindow) -> None:
    window.hands.settle()
    named = [item for item in window.hands.tree() if item.text(QAccessible.Text.Name).startswith("Xã Thần Lĩnh")]
    place = window.app.window.mapFromGlobal(named[0].rect().center())
    QTest.mousePress(window.app.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    window.hands.rest(2_300)
    QTest.mouseRelease(window.app.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    window.hands.wait_to_see("Nhập mã PIN của nhân viên")


def test_the_technician_sets_a_station_up_from_commune_to_acceptance(window: KioskWindow, tmp_path: Path) -> None:
    hands = window.hands
    sign_in(window)
    hands.press("Cài đặt trạm")
    hands.press("Bắt đầu cài đặt")
    hands.wait_to_see("Đang đặt: Xã Thần Lĩnh")
    hands.type("van tu")
    hands.press("Xã Vân Tụ")
    hands.press("Lưu và làm tiếp")
    for device in ("Máy đọc thẻ", "Máy in"):
        hands.wait_to_see(f"{device} (thiết bị")
        hands.press("Thiết bị tiếp theo")
    hands.wait_to_see("Máy quét (thiết bị 3 trên 3)")
    hands.press("Bước tiếp theo")
    hands.wait_to_see("Đặt thẻ ngân hàng")
    for _ in range(5):
        hands.press("Nới rộng 10 điểm")
    hands.press("Lưu và làm tiếp")
    hands.wait_to_see("In trang thử và xem bằng mắt")
    hands.press("In trang thử")
    hands.press("Trang in đúng, làm tiếp")
    window.reader.insert("nguyen-van-an")
    for digit in "012345":
        hands.press(digit)
    hands.press("Đọc thử")
    hands.wait_to_see("Đọc thẻ tốt")
    hands.press("Bước tiếp theo")
    hands.press("In phiếu nghiệm thu")
    hands.wait_to_see("Phiếu sẵn sàng: đã in xong")
    hands.press("Xong cài đặt")
    assert page_of(window) is Page.OVERVIEW
    settings = read_settings(overrides=tmp_path / "own")
    assert settings.kiosk.commune.name.vi == "Xã Vân Tụ"
    assert settings.devices.display.pixels_per_millimetre == pytest.approx(
        (round(3.78 * 85.6) + 50) / 85.6, abs=0.001
    )
    assert window.app.look.property("pixelsPerMm") == settings.devices.display.pixels_per_millimetre


def test_a_settings_folder_that_cannot_be_written_is_told(window: KioskWindow, tmp_path: Path) -> None:
    (tmp_path / "own").write_text("a file", encoding="utf-8")
    sign_in(window)
    room = window.app.room
    assert room is not None
    room.desk.go(Page.RULER)
    window.hands.press("Lưu và làm tiếp")
    window.hands.wait_to_see("Chưa lưu được thiết lập.")
    assert page_of(window) is Page.RULER


def test_a_staff_side_left_alone_closes_by_itself(window: KioskWindow) -> None:
    sign_in(window)
    room = window.app.room
    assert room is not None
    room.desk._alone.timeout.emit()
    assert page_of(window) is Page.CLOSED
    call_staff(window)
    window.hands.wait_to_see("Nhập mã PIN của nhân viên")


def test_staff_texts_are_never_spoken(window: KioskWindow) -> None:
    said: list[object] = []
    window.app.shell.said.connect(said.append)
    window.app.look.setProperty("sound", True)
    said.clear()
    sign_in(window)
    window.hands.press("Xem số đếm, báo cáo")
    window.hands.settle()
    assert said == []
