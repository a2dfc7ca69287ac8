"""The staff's side of the window, used as a screen reader does: sign in, look, print, set the station up, leave."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest

from devices.errors import SharingRefusedError
from kiosk.clock import Clock
from kiosk.counts.events import Role
from kiosk.doctor.examination import NAMES, attention
from kiosk.errors import failure_book
from kiosk.i18n import Text
from kiosk.session import Screen
from kiosk.settings import read_settings
from kiosk.staff import PinStore, pin_path
from kiosk.staff.own_commands import CommandOutcome, OwnCommand
from tests.helpers.kiosk_window import KioskWindow, kiosk_window
from tests.helpers.pages import text_of
from ui.staff.left_alone import ANSWER_S
from ui.staff.pages import StaffPage

PIN = "204617"


@pytest.fixture
def key(tmp_path: Path) -> str:
    return PinStore(pin_path(tmp_path / "state"), Clock().seconds).set(PIN)


@pytest.fixture
def window(qapp: QGuiApplication, tmp_path: Path, key: str) -> Iterator[KioskWindow]:
    with kiosk_window(tmp_path) as window:
        yield window
        assert window.app.warnings == []


def page_of(window: KioskWindow) -> StaffPage:
    assert window.app.staff is not None
    return window.app.staff.side.page


def enter(window: KioskWindow, pin: str) -> None:
    for digit in pin:
        window.user.press(digit)
    window.user.press("Mở phần nhân viên")


def call_staff(window: KioskWindow) -> None:
    window.app.window.requestActivate()
    window.user.settle()
    window.user.key(Qt.Key.Key_F12)


def sign_in(window: KioskWindow) -> None:
    call_staff(window)
    enter(window, PIN)
    window.user.wait_for(lambda: window.user.can_press("In phiếu sẵn sàng"), "the end of the doctor's round")


def test_the_staff_prints_the_readiness_sheet_the_report_and_a_poster(window: KioskWindow) -> None:
    user = window.user
    sign_in(window)
    user.press("In phiếu sẵn sàng")
    user.wait_to_see("Phiếu sẵn sàng: đã in xong")
    user.press("Xem số đếm, báo cáo")
    user.wait_to_see("Chưa có lượt nào trong thời gian này.")
    user.press("Tháng này")
    user.press("In báo cáo tháng trước")
    user.wait_for(lambda: any("Báo cáo" in t and "đã in xong" in t for t in user.texts()), "the printed report")
    user.press("Quay lại")
    user.press("In bảng niêm yết")
    user.press("Kích hoạt VNeID mức 2 (A4)")
    user.wait_for(lambda: any("VNeID" in t and "đã in xong" in t for t in user.texts()), "the printed poster")
    user.press("Kết thúc")
    assert page_of(window) is StaffPage.CLOSED
    names = [path.name for path in sorted(window.paper.iterdir())]
    assert names == ["001-readiness.pdf", "002-report.pdf", "003-poster-vneid.pdf"]


def shown_trouble(window: KioskWindow, *codes: str, role: Role = Role.VOLUNTEER) -> list[OwnCommand]:
    """The page of a round that found these; what is carried out is noted and succeeds."""
    carried: list[OwnCommand] = []

    def carry(command: OwnCommand) -> CommandOutcome:
        carried.append(command)
        return CommandOutcome(good=True, said=Text("Không có gì mới.", "Nothing new."))

    call_staff(window)
    assert window.app.staff is not None
    side = window.app.staff.side
    services = list(NAMES)
    checks = [(service, lambda code=code: attention(code)) for service, code in zip(services, codes, strict=False)]
    side.offered = replace(side.services, checks=lambda: checks, carry_out=carry)
    side.admit(role)
    window.user.wait_for(lambda: window.user.can_press("In phiếu sẵn sàng"), "the end of the doctor's round")
    return carried


def test_a_volunteer_takes_new_content_by_a_button_and_reads_what_came_of_it(window: KioskWindow) -> None:
    carried = shown_trouble(window, "doctor.content-old")
    window.user.press("Lấy nội dung mới")
    window.user.wait_to_see("Không có gì mới.")
    assert carried == [OwnCommand.UPDATE]


def test_what_only_a_technician_may_do_names_the_technician_to_a_volunteer_and_is_a_button_for_him(
    window: KioskWindow,
) -> None:
    shown_trouble(window, "doctor.screen-unmeasured", "printer.offline")
    assert not window.user.can_press("Đo màn hình")
    assert any("Gọi kỹ thuật viên" in text for text in window.user.texts())
    window.user.press("Đã xem, kiểm tra lại")
    window.user.wait_for(lambda: window.user.can_press("In phiếu sẵn sàng"), "the end of the next round")
    window.user.press("Kết thúc")
    shown_trouble(window, "doctor.screen-unmeasured", role=Role.TECHNICIAN)
    window.user.press("Đo màn hình")
    assert page_of(window) is StaffPage.RULER


def test_a_wrong_pin_stays_outside_and_three_lock(window: KioskWindow) -> None:
    call_staff(window)
    enter(window, "999998")
    window.user.wait_to_see("Còn 2 lần thử.")
    enter(window, "999998")
    window.user.wait_to_see("Còn 1 lần thử.")
    enter(window, "999998")
    window.user.wait_to_see("Thử lại sau")
    assert page_of(window) is StaffPage.SIGN_IN
    for digit in PIN:
        window.user.press(digit)
    assert not window.user.can_press("Mở phần nhân viên"), "even the right PIN waits"
    window.user.press("Quay lại")
    window.user.wait_for(lambda: window.user.can_press("Chạm vào đây để bắt đầu"), "the idle screen")


def test_while_the_pin_is_locked_the_key_lets_the_staff_in(window: KioskWindow, key: str) -> None:
    call_staff(window)
    for left in ("Còn 2 lần thử.", "Còn 1 lần thử.", "Thử lại sau"):
        enter(window, "999998")
        window.user.wait_to_see(left)
    enter(window, key)
    window.user.wait_for(lambda: page_of(window) is StaffPage.OVERVIEW, "the overview")


def test_without_a_pin_the_screen_says_whom_to_call(qapp: QGuiApplication, tmp_path: Path) -> None:
    with kiosk_window(tmp_path) as window:
        call_staff(window)
        window.user.wait_to_see("Trạm chưa có mã PIN cho vai này. Gọi kỹ thuật viên của xã.")
        assert "1" not in window.user.buttons()


def test_nothing_opens_the_staff_side_during_a_visit(window: KioskWindow) -> None:
    window.user.press("Chạm vào đây để bắt đầu")
    call_staff(window)
    assert window.app.staff is None
    assert window.app.visit.screen is Screen.HOME


def test_two_seconds_on_the_name_of_the_place_open_the_sign_in(window: KioskWindow) -> None:
    window.user.settle()
    named = [item for item in window.user.tree() if item.text(QAccessible.Text.Name).startswith("Xã Thần Lĩnh")]
    place = window.app.window.mapFromGlobal(named[0].rect().center())
    QTest.mousePress(window.app.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    window.user.wait_to_see("Nhập mã PIN của nhân viên")
    QTest.mouseRelease(window.app.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def test_the_technician_sets_a_station_up_from_commune_to_acceptance(window: KioskWindow, tmp_path: Path) -> None:
    user = window.user
    sign_in(window)
    user.press("Cài đặt trạm")
    user.press("Bắt đầu cài đặt")
    user.wait_to_see("Đang đặt: Xã Thần Lĩnh")
    user.type("van tu")
    user.press("Xã Vân Tụ")
    user.press("Lưu và làm tiếp")
    for device in ("Máy đọc thẻ", "Máy in"):
        user.wait_to_see(f"{device} (thiết bị")
        user.press("Thiết bị tiếp theo")
    user.wait_to_see("Máy quét (thiết bị 3 trên 3)")
    user.press("Bước tiếp theo")
    user.wait_to_see("chưa có máy in, máy quét thật để chia sẻ")
    user.press("Bước tiếp theo")
    user.wait_to_see("Đặt thẻ ngân hàng")
    for _ in range(5):
        user.press("Nới rộng 10 điểm")
    user.press("Lưu và làm tiếp")
    user.wait_to_see("In trang thử và xem bằng mắt")
    user.press("In trang thử")
    user.press("Trang in đúng, làm tiếp")
    window.reader.insert("nguyen-van-an")
    for digit in "012345":
        user.press(digit)
    user.press("Đọc thử")
    user.wait_to_see("Đọc thẻ tốt")
    user.press("Bước tiếp theo")
    user.press("In phiếu nghiệm thu")
    user.wait_to_see("Phiếu sẵn sàng: đã in xong")
    signed = text_of(max(window.paper.glob("*.pdf")).read_bytes())
    assert "Xã Vân Tụ" in signed, "the sheet is of the commune that was chosen a step before"
    assert "Thần Lĩnh" not in signed
    unmeasured = failure_book()["doctor.screen-unmeasured"].title.vi
    assert unmeasured not in signed, "and of the screen that was measured a step before"
    user.press("Xong cài đặt")
    assert page_of(window) is StaffPage.OVERVIEW
    settings = read_settings(overrides=tmp_path / "own")
    assert settings.kiosk.commune.name.vi == "Xã Vân Tụ"
    assert settings.devices.display.pixels_per_millimetre == pytest.approx(
        (round(3.78 * 85.6) + 50) / 85.6, abs=0.001
    )
    assert window.app.look.property("pixelsPerMm") == settings.devices.display.pixels_per_millimetre


OWN_DEVICES = """\
[printer]
driver = "ipp"
uri = "ipp://localhost/printers/kiosk"
[scanner]
driver = "escl"
uri = "http://192.0.2.10/eSCL"
"""


def to_the_sharing(window: KioskWindow, own: Path, be_found: Callable[[bool], None] | None = None) -> None:
    own.mkdir()
    (own / "devices.toml").write_text(OWN_DEVICES, "utf-8")
    sign_in(window)
    staff = window.app.staff
    assert staff is not None
    if be_found:
        staff.side.offered = replace(staff.side.services, be_found=be_found)
    staff.side.go(StaffPage.SHARING)
    window.user.wait_for(lambda: window.user.can_press("Bước tiếp theo"), "the devices as they are set")


def test_the_technician_lets_the_other_pc_use_the_devices_and_takes_it_back(
    window: KioskWindow, tmp_path: Path
) -> None:
    asked: list[bool] = []
    to_the_sharing(window, tmp_path / "own", asked.append)
    user = window.user
    user.press("Máy kia dùng chung máy in, máy quét của máy này")
    user.press("Lưu và làm tiếp")
    user.wait_to_see("Máy kia dùng chung được rồi")
    user.wait_to_see("“Máy in của máy may-1”")
    kept = read_settings(overrides=tmp_path / "own").devices
    assert kept.scanner.lease == str(tmp_path / "state" / "scanner-lease.json")
    user.press("Chỉ máy này dùng")
    user.press("Lưu và làm tiếp")
    user.wait_for(lambda: asked == [True, False], "the close of the line")
    user.wait_for(lambda: user.can_press("Bước tiếp theo"), "the end of the change")
    assert read_settings(overrides=tmp_path / "own").devices.scanner.lease == ""
    user.press("Bước tiếp theo")
    assert page_of(window) is StaffPage.RULER


def test_where_the_system_does_not_open_the_line_it_is_told_and_the_wizard_goes_on(
    window: KioskWindow, tmp_path: Path
) -> None:
    """As on a PC where the program was not installed by its package."""

    def refuse(_wanted: bool) -> None:
        raise SharingRefusedError

    to_the_sharing(window, tmp_path / "own", refuse)
    window.user.press("Máy kia dùng chung máy in, máy quét của máy này")
    window.user.press("Lưu và làm tiếp")
    window.user.wait_to_see("Không đổi được việc dùng chung ở màn hình này.")
    assert window.user.can_press("Thử lại")
    window.user.press("Bước tiếp theo")
    assert page_of(window) is StaffPage.RULER


def test_a_settings_folder_that_cannot_be_written_is_told(window: KioskWindow, tmp_path: Path) -> None:
    (tmp_path / "own").write_text("a file", encoding="utf-8")
    sign_in(window)
    staff = window.app.staff
    assert staff is not None
    staff.side.go(StaffPage.RULER)
    window.user.press("Lưu và làm tiếp")
    window.user.wait_to_see("Chưa lưu được thiết lập.")
    assert page_of(window) is StaffPage.RULER


def test_a_staff_side_left_alone_asks_and_then_closes_by_itself(window: KioskWindow) -> None:
    sign_in(window)
    staff = window.app.staff
    assert staff is not None
    staff.side.alone._alone.timeout.emit()
    window.user.wait_to_see("Còn ai ở đây không?")
    window.user.press("Tôi còn đây")
    assert page_of(window) is StaffPage.OVERVIEW
    staff.side.alone._alone.timeout.emit()
    for _ in range(ANSWER_S):
        staff.side.alone._answer.timeout.emit()
    assert page_of(window) is StaffPage.CLOSED
    call_staff(window)
    window.user.wait_to_see("Nhập mã PIN của nhân viên")


def test_staff_texts_are_never_spoken(window: KioskWindow) -> None:
    said: list[object] = []
    window.app.shell.said.connect(said.append)
    window.app.look.setProperty("sound", True)
    said.clear()
    sign_in(window)
    window.user.press("Xem số đếm, báo cáo")
    window.user.settle()
    assert said == []
