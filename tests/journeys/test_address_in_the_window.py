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


def test_an_address_is_put_together_from_the_lists(qapp: QGuiApplication, tmp_path: Path) -> None:
    with kiosk_window(tmp_path) as window:
        at_the_address(window)
        window.hands.type("Số 5, xóm 2")
        window.hands.press("Chọn tỉnh, xã")
        window.hands.wait_to_see("Tỉnh Nghệ An")
        window.hands.type("van tu")
        window.hands.press("Xã Vân Tụ")
        window.hands.settle()
        window.hands.press("Tiếp tục")
        journey = window.app.desk.session.form.journey
        assert journey is not None
        given = journey.answer("dia_chi")
        assert given is not None
        assert given.value == "Số 5, xóm 2, Xã Vân Tụ, Tỉnh Nghệ An"
        assert window.app.warnings == []


def test_another_province_can_be_chosen_whose_communes_are_not_known(qapp: QGuiApplication, tmp_path: Path) -> None:
    with kiosk_window(tmp_path) as window:
        at_the_address(window)
        window.hands.type("Số 1, Xã Thạch Hà")
        window.hands.press("Chọn tỉnh, xã")
        window.hands.press("Tỉnh Nghệ An")
        window.hands.type("ha tinh")
        window.hands.press("Tỉnh Hà Tĩnh")
        window.hands.settle()
        window.hands.press("Tiếp tục")
        journey = window.app.desk.session.form.journey
        assert journey is not None
        given = journey.answer("dia_chi")
        assert given is not None
        assert given.value == "Số 1, Xã Thạch Hà, Tỉnh Hà Tĩnh"


def test_a_house_typed_after_the_commune_was_chosen_stands_in_front(qapp: QGuiApplication, tmp_path: Path) -> None:
    with kiosk_window(tmp_path) as window:
        at_the_address(window)
        window.hands.press("Chọn tỉnh, xã")
        window.hands.type("van tu")
        window.hands.press("Xã Vân Tụ")
        window.hands.settle()
        window.hands.type("Số 5")
        window.hands.press("Tiếp tục")
        journey = window.app.desk.session.form.journey
        assert journey is not None
        given = journey.answer("dia_chi")
        assert given is not None
        assert given.value == "Số 5, Xã Vân Tụ, Tỉnh Nghệ An"
