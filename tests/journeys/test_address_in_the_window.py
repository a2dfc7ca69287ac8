"""The address question in the real window: chosen from the lists, and typed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication

from tests.helpers.kiosk_window import KioskWindow, kiosk_window

WAY = ("Chạm vào đây để bắt đầu", "Đăng ký tạm trú", "Điền tờ khai", "Tôi tự nhập")


def at_the_address(window: KioskWindow) -> None:
    """Open the question "dia_chi" of CT01 in a visit by hand."""
    for name in WAY:
        window.user.press(name)
    form = window.app.visit.session.form
    window.app.visit.act(lambda: form.open("dia_chi", from_check=False))
    window.user.wait_to_see("Đăng ký ở địa chỉ nào?")
    window.user.settle()


def given(window: KioskWindow) -> str:
    """The answer the session holds."""
    journey = window.app.visit.session.form.journey
    answer = journey.answer("dia_chi") if journey else None
    assert answer is not None
    return answer.value


def test_an_address_is_put_together_from_the_lists_and_the_house_by_hand(
    qapp: QGuiApplication, tmp_path: Path
) -> None:
    with kiosk_window(tmp_path) as window:
        at_the_address(window)
        window.user.wait_to_see("Tỉnh Nghệ An")
        window.user.type("van tu")
        window.user.press("Xã Vân Tụ")
        window.user.settle()
        window.user.type("Số 5, xóm 2")
        window.user.press("Tiếp tục")
        assert given(window) == "Số 5, xóm 2, Xã Vân Tụ, Tỉnh Nghệ An"
        assert window.app.warnings == []


def test_another_province_can_be_chosen_and_one_of_its_communes(qapp: QGuiApplication, tmp_path: Path) -> None:
    with kiosk_window(tmp_path) as window:
        at_the_address(window)
        window.user.press("Đổi Tỉnh Nghệ An")
        window.user.settle()
        window.user.type("ha tinh")
        window.user.press("Tỉnh Hà Tĩnh")
        window.user.settle()
        window.user.type("thach ha")
        window.user.press("Xã Thạch Hà")
        window.user.settle()
        window.user.press("Tiếp tục")
        assert given(window) == "Xã Thạch Hà, Tỉnh Hà Tĩnh"


def test_a_commune_chosen_by_mistake_is_changed_and_the_house_typed_is_kept(
    qapp: QGuiApplication, tmp_path: Path
) -> None:
    with kiosk_window(tmp_path) as window:
        at_the_address(window)
        window.user.type("van tu")
        window.user.press("Xã Vân Tụ")
        window.user.settle()
        window.user.type("Số 5")
        window.user.press("Đổi Xã Vân Tụ")
        window.user.settle()
        window.user.type("yen thanh")
        window.user.press("Xã Yên Thành")
        window.user.settle()
        window.user.press("Tiếp tục")
        assert given(window) == "Số 5, Xã Yên Thành, Tỉnh Nghệ An"
