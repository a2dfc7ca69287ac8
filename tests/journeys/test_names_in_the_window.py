"""A name that spelling does not know, in the real window: offered right, kept when it is right as it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from tests.helpers.kiosk_window import KioskWindow, kiosk_window

DOORS = ("Chạm vào đây để bắt đầu", "Đăng ký tạm trú", "Điền tờ khai", "Tôi tự nhập")


@pytest.fixture
def window(qapp: QGuiApplication, tmp_path: Path) -> Iterator[KioskWindow]:
    """At the question of the name in CT01."""
    with kiosk_window(tmp_path) as opened:
        for name in DOORS:
            opened.user.press(name)
        session = opened.app.visit.session
        opened.app.visit.act(lambda: session.answer("toi"))
        opened.user.settle()
        yield opened
        assert opened.app.warnings == []


def page(window: KioskWindow) -> str:
    """Key of the question in front."""
    question = window.app.visit.session.form.page
    return question.key if question else ""


def given(window: KioskWindow) -> str:
    """The name that the form holds."""
    journey = window.app.visit.session.form.journey
    answer = journey.answer("ho_ten") if journey else None
    return answer.value if answer else ""


def test_one_touch_takes_the_name_that_was_meant(window: KioskWindow) -> None:
    window.user.type("Trần Văn Hòang")
    window.user.press("Tiếp tục")
    window.user.wait_to_see("Ý ông/bà là “Hoàng”?")
    assert page(window) == "ho_ten"
    window.user.press("Đúng, sửa giúp tôi")
    assert given(window) == "Trần Văn Hoàng"
    assert page(window) != "ho_ten"


def test_a_name_of_another_people_is_kept_by_one_touch_and_not_asked_again(window: KioskWindow) -> None:
    window.user.type("H'Hen Êmô")
    window.user.press("Tiếp tục")
    window.user.wait_to_see("Ông/bà xem lại chữ “H'Hen, Êmô”")
    assert not window.user.can_press("Đúng, sửa giúp tôi")
    window.user.press("Giữ nguyên")
    assert given(window) == "H'Hen Êmô"
    assert page(window) != "ho_ten"
    window.user.press("Quay lại")
    window.user.settle()
    assert page(window) == "ho_ten"
    assert not window.user.can_press("Giữ nguyên")
    window.user.press("Tiếp tục")
    assert page(window) != "ho_ten"


def test_who_goes_on_writing_is_asked_about_what_stands_there_then(window: KioskWindow) -> None:
    window.user.type("Tòan")
    window.user.press("Tiếp tục")
    window.user.wait_to_see("Ý ông/bà là “Toàn”?")
    window.user.type(" Hùynh")
    assert not window.user.can_press("Giữ nguyên")
    window.user.press("Tiếp tục")
    window.user.wait_to_see("Ý ông/bà là “Toàn, Huỳnh”?")
    window.user.press("Đúng, sửa giúp tôi")
    assert given(window) == "Toàn Huỳnh"


def test_a_name_left_half_way_is_asked_about_when_the_person_comes_back(window: KioskWindow) -> None:
    window.user.type("Trần Hòang")
    window.app.shell.callHelp()
    window.app.shell.goBack()
    window.user.settle()
    assert page(window) == "ho_ten"
    window.user.press("Tiếp tục")
    window.user.wait_to_see("Ý ông/bà là “Hoàng”?")
    assert page(window) == "ho_ten"


def test_opened_from_the_check_one_touch_keeps_it_too(window: KioskWindow) -> None:
    form = window.app.visit.session.form
    form.keep("Kđăm", ())
    window.app.visit.act(lambda: window.app.visit.session.open_question("ho_ten"))
    window.user.press("Giữ nguyên")
    assert given(window) == "Kđăm"
    assert page(window) != "ho_ten"
