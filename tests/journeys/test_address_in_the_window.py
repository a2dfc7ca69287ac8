"""The address question in the real window: chosen from the lists, and typed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication

from tests.helpers.kiosk_window import KioskWindow, kiosk_window

DOORS = ("Chạm vào đây để bắt đầu", "Tôi cần làm thủ tục", "Đăng ký tạm trú", "Điền tờ khai", "Tôi tự nhập")


def at_the_address(window: KioskWindow) -> None:
    """Open the question "dia_chi" of CT01 in a visit by hand."""
    for name in DOORS:
        window.hands.press(name)
    form = window.app.desk.session.form
    window.app.desk.act(lambda: form.open("dia_chi", from_check=False))
    window.hands.wait_to_see("Đăng ký ở địa chỉ nào?")
    window.hands.settle()


def given(window: KioskWindow) -> str:
    """The answer the session holds."""
    journey = window.app.desk.session.form.journey
    answer = journey.answer("dia_chi") if journey else None
    assert answer is not None
    return answer.value


def test_an_address_is_put_together_from_the_lists_and_the_house_by_hand(
    qapp: QGuiApplication, tmp_path: Path
) -> None:
    with kiosk_window(tmp_path) as window:
        at_the_address(window)
        window.hands.wait_to_see("Tỉnh Nghệ An")
        window.hands.type("van tu")
        window.hands.press("Xã Vân Tụ")
        window.hands.settle()
        window.hands.type("Số 5, xóm 2")
        window.hands.press("Tiếp tục")
        assert given(window) == "Số 5, xóm 2, Xã Vân Tụ, Tỉnh Nghệ An"
        assert window.app.warnings == []


def test_another_province_can_be_chosen_whose_communes_are_not_known(qapp: QGuiApplication, tmp_path: Path) -> None:
    with kiosk_window(tmp_path) as window:
        at_the_address(window)
        window.hands.press("Đổi Tỉnh Nghệ An")
        window.hands.settle()
        window.hands.type("ha tinh")
        window.hands.press("Tỉnh Hà Tĩnh")
        window.hands.settle()
        window.hands.type("Xã Thạch Hà")
        window.hands.press("Tiếp tục")
        assert given(window) == "Xã Thạch Hà, Tỉnh Hà Tĩnh"


def test_a_commune_chosen_by_mistake_is_changed_and_the_house_typed_is_kept(
    qapp: QGuiApplication, tmp_path: Path
) -> None:
    with kiosk_window(tmp_path) as window:
        at_the_address(window)
        window.hands.type("van tu")
        window.hands.press("Xã Vân Tụ")
        window.hands.settle()
        window.hands.type("Số 5")
        window.hands.press("Đổi Xã Vân Tụ")
        window.hands.settle()
        window.hands.type("yen thanh")
        window.hands.press("Xã Yên Thành")
        window.hands.settle()
        window.hands.press("Tiếp tục")
        assert given(window) == "Số 5, Xã Yên Thành, Tỉnh Nghệ An"
