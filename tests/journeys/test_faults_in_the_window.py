"""What a person sees when a device fails them: always what happened, what to do, and a way on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from devices.card_reader.interface import CardReaderState
from devices.printer.interface import PrinterTrouble
from kiosk.session import Screen
from tests.helpers.kiosk_window import KioskWindow, kiosk_window
from ui.played.visit import card_digits

PERSONA = "nguyen-van-an"
TYPE_MYSELF = "Tôi tự nhập"


@pytest.fixture
def window(qapp: QGuiApplication, tmp_path: Path) -> Iterator[KioskWindow]:
    with kiosk_window(tmp_path) as opened:
        yield opened
        assert opened.app.warnings == []


def go_to_the_card(window: KioskWindow) -> None:
    for name in ("Chạm vào đây để bắt đầu", "Đăng ký tạm trú", "Điền tờ khai"):
        window.user.press(name)
    window.user.press("Đồng ý và đọc thẻ")


def key_in(window: KioskWindow, digits: str) -> None:
    for digit in digits:
        window.user.press(digit)
    window.user.press("Đọc thẻ")


def test_three_wrong_numbers_lead_to_typing_by_hand(window: KioskWindow) -> None:
    go_to_the_card(window)
    window.reader.insert(PERSONA)
    for _ in range(2):
        key_in(window, "999999")
        window.user.press("Đọc lại thẻ")
    key_in(window, "999999")
    window.user.wait_for(lambda: window.app.visit.screen is Screen.LADDER, "the ladder")
    assert not window.user.can_press("Đọc lại thẻ")
    window.user.press(TYPE_MYSELF)
    assert window.app.visit.screen is Screen.QUESTION


def test_a_card_lifted_midway_is_put_back_and_the_reading_goes_on(window: KioskWindow) -> None:
    go_to_the_card(window)
    window.reader.insert(PERSONA)
    window.reader.lift_after(400)
    key_in(window, card_digits(PERSONA))
    window.user.wait_to_see("Thẻ bị nhấc ra. Đặt lại thẻ.")
    read = " ".join(window.user.texts()).lower()
    for of_a_technician in ("trình điều khiển", "ứng dụng trên chip", "hỏng ở đây", "dịch vụ thẻ"):
        assert of_a_technician not in read, "what the reader's layers are called is folded away, for the staff"
    window.user.press("Đọc lại thẻ")
    window.reader.put_back()
    window.user.wait_to_see("Thông tin trong thẻ")
    assert window.app.visit.screen is Screen.PERSON


@pytest.mark.parametrize("trouble", [CardReaderState.READER_ABSENT, CardReaderState.SERVICE_ABSENT])
def test_a_reader_that_is_gone_is_named_and_typing_goes_on(window: KioskWindow, trouble: CardReaderState) -> None:
    go_to_the_card(window)
    window.reader.set_trouble(trouble)
    window.user.wait_for(lambda: any("máy đọc thẻ" in text.lower() for text in window.user.texts()), "the trouble")
    window.user.press(TYPE_MYSELF)
    assert window.app.visit.screen is Screen.QUESTION


def test_a_reader_plugged_in_again_reads_without_another_touch(window: KioskWindow) -> None:
    go_to_the_card(window)
    window.reader.set_trouble(CardReaderState.READER_ABSENT)
    key_in(window, card_digits(PERSONA))
    window.user.wait_to_see("Không thấy máy đọc thẻ")
    window.reader.set_trouble(None)
    window.reader.insert(PERSONA)
    window.user.wait_to_see("Thông tin trong thẻ")


def test_a_scanner_that_types_the_qr_of_the_card_opens_the_chip(window: KioskWindow) -> None:
    go_to_the_card(window)
    window.reader.insert(PERSONA)
    for letter in "040090012345||Nguyễn Văn An|10021990|Nam|Nam Đàn, Nghệ An|15042021":
        window.user.key(Qt.Key.Key_unknown, letter)
    window.user.key(Qt.Key.Key_Return)
    window.user.wait_to_see("Thông tin trong thẻ")
    assert "Nguyễn Văn An" in window.user.texts()


def test_the_number_is_hidden_until_the_person_asks(window: KioskWindow) -> None:
    go_to_the_card(window)
    window.reader.insert(PERSONA)
    key_in(window, card_digits(PERSONA))
    window.user.wait_to_see("Thông tin trong thẻ")
    assert not window.user.sees("040090012345")
    window.user.press("Hiện số định danh")
    assert window.user.sees("040090012345")


def test_refusing_consent_leads_to_the_form_and_never_to_the_reader(window: KioskWindow) -> None:
    for name in ("Chạm vào đây để bắt đầu", "Đăng ký tạm trú", "Điền tờ khai", TYPE_MYSELF):
        window.user.press(name)
    assert window.app.visit.screen is Screen.QUESTION
    assert window.app.visit.session.card.person is None


def print_the_leaflet(window: KioskWindow) -> None:
    for name in (
        "Chạm vào đây để bắt đầu",
        "Đăng ký tạm trú",
        "In giấy hướng dẫn",
        "Bắt đầu in",
    ):
        window.user.press(name)


def test_out_of_paper_is_said_and_printing_goes_on_when_paper_is_there(window: KioskWindow) -> None:
    window.printer.make(PrinterTrouble.OUT_OF_PAPER)
    print_the_leaflet(window)
    window.user.wait_to_see("Máy in hết giấy")
    assert not window.user.can_press("Tôi đã nhận đủ giấy")
    window.printer.mend()
    window.user.press("Tôi đã nhận đủ giấy")
    assert window.app.visit.screen is Screen.NEXT_STEPS


def test_a_switched_off_printer_leaves_the_way_on_with_the_qr_and_says_that_no_paper_came(
    window: KioskWindow,
) -> None:
    window.printer.make(PrinterTrouble.OFFLINE)
    print_the_leaflet(window)
    window.user.press("Không chờ giấy, xem việc tiếp theo")
    window.user.wait_to_see("Giấy chưa in ra.")
    assert window.user.sees("Quét bằng điện thoại để mở")
    window.printer.mend()
    window.user.wait_to_see("Đọc giấy hướng dẫn và chuẩn bị giấy tờ.")


def test_a_waiting_print_is_cancelled_when_the_visit_ends(window: KioskWindow) -> None:
    window.printer.make(PrinterTrouble.OUT_OF_PAPER)
    print_the_leaflet(window)
    window.user.wait_to_see("Máy in hết giấy")
    window.user.press("Kết thúc")
    window.user.press("Kết thúc")
    window.user.wait_for(lambda: window.printer.waiting == 0, "the cancelled job")
    window.printer.mend()
    assert not window.paper.exists()


def test_help_called_while_printing_comes_back_to_the_printing(window: KioskWindow) -> None:
    window.printer.make(PrinterTrouble.JAM)
    print_the_leaflet(window)
    window.user.press("Gọi người hỗ trợ")
    window.user.press("Làm tiếp")
    assert window.app.visit.screen is Screen.PRINT


def test_silence_asks_and_then_ends_and_forgets(window: KioskWindow) -> None:
    go_to_the_card(window)
    window.app.inactivity.asking.emit(30)
    window.user.wait_to_see("Ông/bà còn ở đây không?")
    window.user.press("Tôi còn đây")
    window.app.inactivity.returned.emit()
    assert window.app.visit.screen is Screen.CARD
    window.app.inactivity.gone.emit()
    window.user.wait_to_see("Máy đã xóa hết thông tin")
    assert window.app.visit.session.procedure is None


def test_the_language_switches_on_every_screen_and_goes_back_with_the_person(window: KioskWindow) -> None:
    window.user.press("Chạm vào đây để bắt đầu")
    window.user.press("Switch to English")
    assert window.user.sees("How can we help you?")
    assert window.user.can_press("Register temporary residence")
    window.user.press("End")
    window.user.press("Finish")
    window.user.press("Done")
    assert window.user.can_press("Chạm vào đây để bắt đầu")


def test_the_screen_is_read_aloud_when_the_person_asks_and_silent_for_the_next(window: KioskWindow) -> None:
    said: list[list[str]] = []
    window.app.shell.said.connect(said.append)
    window.user.press("Chạm vào đây để bắt đầu")
    assert said == []
    window.user.press("Bật đọc thành tiếng")
    assert any("Ông/bà cần giúp việc gì?" in texts for texts in said)
    window.user.press("Kết thúc")
    window.user.press("Kết thúc")
    window.user.press("Xong")
    said.clear()
    window.user.press("Chạm vào đây để bắt đầu")
    assert said == []
