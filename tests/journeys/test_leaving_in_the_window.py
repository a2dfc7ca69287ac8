"""What becomes of things when a person turns away in the middle: half an answer, half a reading, a copied text."""

from __future__ import annotations

import dataclasses
import gc
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.session import EndReason, Screen
from tests.helpers.held_card import held_card
from tests.helpers.kiosk_window import KioskWindow, kiosk_window
from ui.played.visit import card_digits

PERSONA = "nguyen-van-an"


@pytest.fixture
def window(qapp: QGuiApplication, tmp_path: Path) -> Iterator[KioskWindow]:
    with kiosk_window(tmp_path) as opened:
        yield opened
        assert opened.app.warnings == []


def open_form(window: KioskWindow) -> None:
    names = ("Chạm vào đây để bắt đầu", "Đăng ký tạm trú", "Điền tờ khai", "Tôi tự nhập")
    for name in names:
        window.user.press(name)


def type_a_name(window: KioskWindow) -> None:
    """To the question of the name, and half a name into it, not confirmed."""
    session = window.app.visit.session
    window.app.visit.act(lambda: session.answer("toi"))
    assert session.form.page is not None
    assert session.form.page.key == "ho_ten"
    window.user.settle()
    window.user.type("Hồ Văn")


def name_in_the_form(window: KioskWindow) -> str:
    journey = window.app.visit.session.form.journey
    answer = journey.answer("ho_ten") if journey else None
    return answer.value if answer else ""


def test_half_an_answer_is_still_there_after_back(window: KioskWindow) -> None:
    open_form(window)
    type_a_name(window)
    window.app.shell.goBack()
    assert name_in_the_form(window) == "Hồ Văn"


def test_half_an_answer_is_still_there_after_help_and_after_home(window: KioskWindow) -> None:
    open_form(window)
    type_a_name(window)
    window.app.shell.callHelp()
    window.app.shell.goBack()
    window.user.settle()
    assert "Hồ Văn" in _fields(window)
    window.app.shell.goHome()
    assert name_in_the_form(window) == "Hồ Văn"


def fall_silent(window: KioskWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """A minute without a touch."""
    inactivity, before = window.app.visit.inactivity, time.monotonic
    with monkeypatch.context() as patched:
        patched.setattr(inactivity, "_clock", lambda: before() + 61)
        inactivity.measure()


@pytest.mark.parametrize("question", ["silence", "end"])
def test_after_a_question_over_the_page_the_field_and_its_keyboard_are_back(
    window: KioskWindow, question: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_form(window)
    type_a_name(window)
    field = window.app.window.activeFocusItem()
    for _ in range(2):
        if question == "silence":
            fall_silent(window, monkeypatch)
            window.user.press("Tôi còn đây")
        else:
            window.user.press("Kết thúc")
            window.user.press("Ở lại làm tiếp")
        window.user.settle()
        assert window.app.window.activeFocusItem() is field
        assert "Ghép vần" in window.user.buttons()
    window.user.press("m")
    assert "Hồ Vănm" in _fields(window)


def test_silence_over_the_question_of_the_end_gives_the_focus_back_last(
    window: KioskWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_form(window)
    type_a_name(window)
    field = window.app.window.activeFocusItem()
    window.user.press("Kết thúc")
    fall_silent(window, monkeypatch)
    window.user.press("Tôi còn đây")
    assert window.app.window.activeFocusItem() is not field
    window.user.press("Ở lại làm tiếp")
    window.user.settle()
    assert window.app.window.activeFocusItem() is field


def test_home_keeps_half_an_answer_and_the_first_page_leads_on_with_it(window: KioskWindow) -> None:
    open_form(window)
    type_a_name(window)
    window.user.press("Trang đầu")
    window.user.press("Làm tiếp: Đăng ký tạm trú")
    assert window.app.visit.screen is Screen.QUESTION
    window.user.settle()
    assert "Hồ Văn" in _fields(window)


def test_home_in_the_middle_of_a_reading_drops_what_comes_of_it(window: KioskWindow) -> None:
    for name in ("Chạm vào đây để bắt đầu", "Đăng ký tạm trú", "Điền tờ khai"):
        window.user.press(name)
    window.user.press("Đồng ý và đọc thẻ")
    for digit in card_digits(PERSONA):
        window.user.press(digit)
    window.user.press("Đọc thẻ")
    with held_card(window.reader, PERSONA) as card:
        window.user.wait_for(card.asked.is_set, "the reading to begin")
        window.user.press("Trang đầu")
        card.free.set()
        window.user.wait_for(lambda: window.app.jobs.under_way == 0, "the end of the reading")
    assert window.app.visit.screen is Screen.HOME
    assert window.app.visit.session.card.person is None
    assert not window.user.sees("Làm tiếp")


def _fields(window: KioskWindow) -> list[str]:
    focused = window.app.window.focusObject()
    return [str(focused.property("text"))] if focused else []


def test_half_an_answer_is_still_there_after_a_switch_of_language(window: KioskWindow) -> None:
    open_form(window)
    type_a_name(window)
    window.app.look.setProperty("english", True)
    window.user.settle()
    assert "Hồ Văn" in _fields(window)
    window.app.shell.goBack()
    assert name_in_the_form(window) == "Hồ Văn"


def test_a_reading_that_breaks_in_an_unforeseen_way_still_leads_to_a_way_on(
    window: KioskWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("Chạm vào đây để bắt đầu", "Đăng ký tạm trú", "Điền tờ khai"):
        window.user.press(name)
    window.user.press("Đồng ý và đọc thẻ")

    def broken(*_words: object, **_more: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(type(window.reader), "connect", broken)
    window.reader.insert(PERSONA)
    for digit in card_digits(PERSONA):
        window.user.press(digit)
    window.user.press("Đọc thẻ")
    window.user.wait_for(lambda: window.app.visit.screen is Screen.LADDER, "the ladder")
    assert window.user.can_press("Tôi tự nhập")


def test_what_was_copied_from_a_field_goes_with_the_person(window: KioskWindow) -> None:
    open_form(window)
    QGuiApplication.clipboard().setText("Hồ Văn Mẫu")
    window.app.visit.end(EndReason.TIMED_OUT)
    assert QGuiApplication.clipboard().text() == ""


def test_the_voice_falls_silent_with_the_end_of_the_visit(
    window: KioskWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped: list[bool] = []
    monkeypatch.setattr(window.app.speech._process, "kill", lambda: stopped.append(True))
    open_form(window)
    stopped.clear()
    window.app.visit.end(EndReason.TIMED_OUT)
    assert stopped


def test_two_quick_visits_share_nothing(window: KioskWindow) -> None:
    open_form(window)
    type_a_name(window)
    window.app.visit.end(EndReason.LEFT)
    window.app.shell.nextPerson()
    open_form(window)
    assert name_in_the_form(window) == ""
    assert window.app.visit.session.form.page is not None
    assert window.app.visit.session.form.page.key != "ho_ten"
    window.app.shell.nextPerson()
    assert window.app.visit.screen is Screen.QUESTION, "a late touch on the goodbye ends no other visit"


def test_after_a_slip_nothing_is_said_of_a_procedure_looked_at_before(window: KioskWindow) -> None:
    for name in ("Chạm vào đây để bắt đầu", "Đăng ký tạm trú"):
        window.user.press(name)
    visit = window.app.visit
    visit.act(visit.session.home)
    guide, end = next((g, e) for g in visit.services.guides.guides.values() for e in g.exits if e.counter)
    visit.act(lambda: visit.session.start_guide(guide.id))
    assert visit.session.walk is not None
    visit.session.walk = replace(visit.session.walk, trail=(*visit.session.walk.trail, end.id))
    visit.session.route.screen = Screen.GUIDE_EXIT
    visit.act(visit.session.print_papers)
    window.user.press("Bắt đầu in")
    window.user.wait_for(lambda: visit.session.paper.all_done, "the slip")
    assert not window.user.sees("Đăng ký tạm trú")
    visit.act(visit.session.papers_received)
    window.user.wait_to_see("Mang phiếu đến")
    assert not window.user.sees("Đăng ký tạm trú")
    assert not window.user.sees("Nộp")


def test_after_the_end_nothing_in_the_window_holds_what_was_typed_or_read(window: KioskWindow) -> None:
    typed = "Hồ Văn" + " Thử Nghiệm"
    open_form(window)
    type_a_name(window)
    window.user.type(" Thử Nghiệm")
    window.app.shell.callHelp()
    window.app.shell.goBack()
    window.app.visit.act(window.app.visit.session.finish_form)
    window.user.settle()
    assert holders_of(typed) != [], "the search must be able to find it"
    window.app.visit.end(EndReason.LEFT)
    window.user.rest(300)
    window.app.shell.nextPerson()
    window.user.rest(300)
    gc.collect()
    assert holders_of(typed) == []


def holders_of(text: str) -> list[str]:
    """The kinds of all live containers and slotted objects that hold this text."""
    found = []
    for thing in gc.get_objects():
        if isinstance(thing, dict):
            values = list(thing.values())
        elif isinstance(thing, (list, tuple, set, frozenset)):
            values = list(thing)
        elif dataclasses.is_dataclass(thing) and not isinstance(thing, type):
            values = [getattr(thing, each.name, None) for each in dataclasses.fields(thing)]
        else:
            continue
        if any(isinstance(value, str) and text in value for value in values):
            found.append(type(thing).__name__)
    return found
