"""The officer's side of the table, used as a screen reader does: signing in by role, tasks, leaving."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from kiosk.clock import Clock
from kiosk.counts.events import Role
from kiosk.staff import RolePins
from tests.helpers.kiosk_window import KioskWindow, kiosk_window
from tests.helpers.personas import persona
from ui.staff.pages import StaffPage

PINS = {Role.VOLUNTEER: "481516", Role.OFFICER: "204617", Role.TECHNICIAN: "730925"}
NAMES = {Role.VOLUNTEER: "Tình nguyện viên", Role.OFFICER: "Cán bộ", Role.TECHNICIAN: "Kỹ thuật viên"}


@pytest.fixture(scope="module")
def opened(qapp: QGuiApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[KioskWindow]:
    folder = tmp_path_factory.mktemp("officer")
    pins = RolePins(folder / "state", Clock().seconds)
    for role, pin in PINS.items():
        pins.of(role).set(pin)
    with kiosk_window(folder) as window:
        yield window
        assert window.app.warnings == []


@pytest.fixture
def window(opened: KioskWindow) -> Iterator[KioskWindow]:
    """The idle screen before and after; whatever lies on the reader is taken away."""
    yield opened
    if opened.app.staff is not None:
        opened.app.staff.side.leave()
    opened.reader.lift()
    opened.user.settle()


def page_of(window: KioskWindow) -> StaffPage:
    assert window.app.staff is not None
    return window.app.staff.side.page


def sign_in(window: KioskWindow, role: Role = Role.OFFICER) -> None:
    window.app.window.requestActivate()
    window.user.settle()
    window.user.key(Qt.Key.Key_F12)
    window.user.press(NAMES[role])
    for digit in PINS[role]:
        window.user.press(digit)
    window.user.press("Mở phần nhân viên")
    window.user.wait_for(lambda: page_of(window) is not StaffPage.SIGN_IN, "the first page of the role")


def read_card(window: KioskWindow, name: str) -> None:
    for digit in persona(name).holder.personal_number[-6:]:
        window.user.press(digit)
    window.reader.insert(name)
    window.user.press("Đọc thẻ")


def counted(window: KioskWindow, kind: str) -> dict[str, int]:
    return {subject: n for (found, subject), n in window.station.counts.totals().items() if found == kind}


def test_each_role_comes_to_its_own_pages(window: KioskWindow) -> None:
    sign_in(window, Role.VOLUNTEER)
    assert page_of(window) is StaffPage.OVERVIEW
    assert not window.user.can_press("Cài đặt trạm")
    assert window.app.staff is not None
    window.app.staff.side.go(StaffPage.IDENTITY)
    assert page_of(window) is StaffPage.OVERVIEW, "the work with people is the officer's"
    window.user.press("Kết thúc")
    sign_in(window, Role.TECHNICIAN)
    assert window.user.can_press("Cài đặt trạm")
    window.user.press("Kết thúc")
    sign_in(window, Role.OFFICER)
    assert page_of(window) is StaffPage.TASKS
    window.user.press("Xem trạm hôm nay")
    assert page_of(window) is StaffPage.OVERVIEW
    assert not window.user.can_press("Cài đặt trạm")
    assert counted(window, "staff-signed-in") == {"volunteer": 1, "officer": 1, "technician": 1}


def test_the_pin_of_another_role_does_not_open(window: KioskWindow) -> None:
    window.app.window.requestActivate()
    window.user.settle()
    window.user.key(Qt.Key.Key_F12)
    window.user.press(NAMES[Role.OFFICER])
    for digit in PINS[Role.VOLUNTEER]:
        window.user.press(digit)
    window.user.press("Mở phần nhân viên")
    window.user.wait_to_see("Còn 2 lần thử.")
    assert page_of(window) is StaffPage.SIGN_IN


def test_an_officer_looks_answers_adds_a_second_person_and_prints(window: KioskWindow) -> None:
    user = window.user
    sign_in(window)
    user.press("Đối chiếu người với thẻ")
    read_card(window, "nguyen-van-an")
    user.wait_to_see("Có đúng người này không?")
    number = persona("nguyen-van-an").holder.personal_number
    assert user.sees("Nguyễn Văn An")
    assert not user.sees(number)
    assert user.sees("Máy không nhận dạng khuôn mặt.")
    user.press("Hiện số thẻ")
    assert user.sees(number)
    user.press("Đúng người")
    user.press("Thêm người thứ hai")
    read_card(window, "truong-van-viet")
    user.wait_to_see("Trương Văn Việt")
    assert user.sees("Nguyễn Văn An"), "both stand side by side"
    assert not user.can_press("In phiếu kết quả"), "not before everybody has an answer"
    staff = window.app.staff
    assert staff is not None
    staff.models[StaffPage.IDENTITY].answer(1, 2)  # type: ignore[attr-defined]
    user.wait_to_see("Không giữ thẻ, trả lại cho người đưa.")
    user.press("In phiếu kết quả")
    user.wait_to_see("Phiếu đối chiếu: đã in xong")
    user.press("Xong, đối chiếu người khác")
    assert not user.sees("Nguyễn Văn An")
    assert counted(window, "identity-checked") == {"same-person": 1, "other-person": 1}


def test_a_card_lifted_in_the_middle_is_read_on_when_it_lies_there_again(window: KioskWindow) -> None:
    user = window.user
    sign_in(window)
    user.press("Đối chiếu người với thẻ")
    window.reader.lift_after(3_000, returns_after_looks=3)
    read_card(window, "vu-thi-xuan")
    window.reader.lift_after(3_000, returns_after_looks=3)
    user.wait_to_see("Vũ Thị Xuân")


def test_wrong_digits_cost_tries_and_the_reader_s_state_is_told(window: KioskWindow) -> None:
    user = window.user
    sign_in(window)
    user.press("Đối chiếu người với thẻ")
    window.reader.insert("nguyen-van-an")
    for digit in "111111":
        user.press(digit)
    user.press("Đọc thẻ")
    user.wait_to_see("Còn 2 lần thử.")


def test_signing_out_in_the_middle_forgets_the_card_and_its_photo(window: KioskWindow) -> None:
    user = window.user
    sign_in(window)
    user.press("Đối chiếu người với thẻ")
    read_card(window, "nguyen-van-an")
    user.wait_to_see("Có đúng người này không?")
    staff = window.app.staff
    assert staff is not None
    assert staff.pictures.provider.pictures
    user.press("Kết thúc")
    assert page_of(window) is StaffPage.CLOSED
    assert not staff.pictures.provider.pictures
    sign_in(window)
    user.press("Đối chiếu người với thẻ")
    assert not user.sees("Nguyễn Văn An")
    user.wait_to_see("Thẻ của người cần đối chiếu")
