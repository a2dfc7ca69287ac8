"""Telephone numbers, e-mail addresses and times as people write and say them."""

from __future__ import annotations

import pytest

from kiosk.forms import FaultCode, QuestionKind
from kiosk.forms.faults import message
from kiosk.forms.values import judge, normalise

PHONES = {
    "0912345678": "0912345678",
    "+84 0912345678": "0912345678",
    "+84 (0) 912-345-678": "0912345678",
    "84912345678": "0912345678",
    "0084 912 345 678": "0912345678",
    "8490 123 4567": "0901234567",
    "0912.345.678": "0912345678",
    "０９１２３４５６７８": "0912345678",
    "0841234567": "0841234567",
    "0123 456 7890": "0834567890",
    "01681234567": "0381234567",
    "0199 123 4567": "0591234567",
    "+84 168 123 4567": "0381234567",
    "0238 3844 555": "02383844555",
    "(024) 3825-1234": "02438251234",
    "+84 24 3825 1234": "02438251234",
    "+856 20 5551 2345": "+8562055512345",
    "0066 81 234 5678": "+66812345678",
}
NO_PHONES = {
    "0000000000": FaultCode.PHONE_PREFIX,
    "0123456789": FaultCode.PHONE_PREFIX,
    "09123456789": FaultCode.PHONE_PREFIX,
    "0412345678": FaultCode.PHONE_PREFIX,
    "912345678": FaultCode.PHONE,
    "091234567": FaultCode.PHONE,
    "0912345678 hoặc 0987654321": FaultCode.PHONE,
    "٠٩١٢٣٤٥٦٧٨": FaultCode.PHONE,
    "không có": FaultCode.PHONE,
}
MAILS = {
    " Ten.Mau @ Gmail.com ": "Ten.Mau@gmail.com",
    "ten@gmail.com.": "ten@gmail.com",
    "mailto:ten@gmail.com": "ten@gmail.com",
    "ten＠gmail．com": "ten@gmail.com",
    "ten+kiosk@thu.example.vn": "ten+kiosk@thu.example.vn",
}
NO_MAILS = {
    "tên@gmail.com": FaultCode.EMAIL_LETTER,
    "t\u0435n@gmail.com": FaultCode.EMAIL_LETTER,
    "ten@gmaıl.com": FaultCode.EMAIL_LETTER,
    "ten@gmailcom": FaultCode.EMAIL_DOT,
    "ten@gmail,com": FaultCode.EMAIL_DOT,
    "ten.gmail.com": FaultCode.EMAIL,
    "ten@@gmail.com": FaultCode.EMAIL,
    "a..b@gmail.com": FaultCode.EMAIL,
    "ten@-gmail.com": FaultCode.EMAIL,
}
TIMES = {
    "14:30": "14:30",
    "14h30": "14:30",
    "14 giờ 30 phút": "14:30",
    "8h5": "08:05",
    "1430": "14:30",
    "930": "09:30",
    "14:30:00": "14:30",
    "2 giờ chiều": "14:00",
    "2 gio chieu": "14:00",
    "hai giờ chiều": "14:00",
    "chiều 2 giờ": "14:00",
    "2g30 chiều": "14:30",
    "2:30 pm": "14:30",
    "2.30 p.m.": "14:30",
    "12:30 PM": "12:30",
    "12 am": "00:00",
    "2 giờ rưỡi chiều": "14:30",
    "3 giờ kém 15": "02:45",
    "3 giờ kém 15 chiều": "14:45",
    "khoảng 5 giờ sáng": "05:00",
    "7 rưỡi tối": "19:30",
    "10 giờ đêm": "22:00",
    "1 giờ đêm": "01:00",
    "12 giờ đêm": "00:00",
    "12 giờ trưa": "12:00",
    "1 giờ trưa": "13:00",
    "17 giờ chiều": "17:00",
    "nửa đêm": "00:00",
    "giữa trưa": "12:00",
}
NO_TIMES = ["25:00", "24 giờ", "14", "chiều", "14 giờ sáng", "3 giờ tối", "8:75", "sáng 2 giờ chiều", "hôm qua"]


@pytest.mark.parametrize(("typed", "kept"), PHONES.items())
def test_a_phone_number_is_read_in_every_notation(typed: str, kept: str) -> None:
    assert normalise(QuestionKind.PHONE, typed) == kept
    assert judge(QuestionKind.PHONE, kept) is None


@pytest.mark.parametrize(("typed", "code"), NO_PHONES.items())
def test_a_number_that_cannot_be_dialled_is_refused_with_its_reason(typed: str, code: FaultCode) -> None:
    assert judge(QuestionKind.PHONE, normalise(QuestionKind.PHONE, typed)) is code


@pytest.mark.parametrize(("typed", "kept"), MAILS.items())
def test_stray_signs_of_the_keyboard_leave_an_e_mail_address(typed: str, kept: str) -> None:
    assert normalise(QuestionKind.EMAIL, typed) == kept
    assert judge(QuestionKind.EMAIL, kept) is None


@pytest.mark.parametrize(("typed", "code"), NO_MAILS.items())
def test_an_address_that_cannot_be_delivered_is_refused_with_its_reason(typed: str, code: FaultCode) -> None:
    assert judge(QuestionKind.EMAIL, normalise(QuestionKind.EMAIL, typed)) is code


@pytest.mark.parametrize(("said", "kept"), TIMES.items())
def test_a_time_is_understood_as_it_is_said(said: str, kept: str) -> None:
    assert normalise(QuestionKind.TIME, said) == kept
    assert judge(QuestionKind.TIME, kept) is None


@pytest.mark.parametrize("said", NO_TIMES)
def test_a_time_that_says_two_things_or_none_is_asked_again(said: str) -> None:
    assert judge(QuestionKind.TIME, normalise(QuestionKind.TIME, said)) is FaultCode.TIME


@pytest.mark.parametrize("kind", [QuestionKind.PHONE, QuestionKind.EMAIL, QuestionKind.TIME])
@pytest.mark.parametrize("typed", ["", " ", "\u200b", "+", "@", ":", "00", "x" * 300, "0" * 300, "١٢:٣٠"])
def test_normalising_twice_changes_nothing_and_never_raises(kind: QuestionKind, typed: str) -> None:
    once = normalise(kind, typed)
    assert normalise(kind, once) == once


@pytest.mark.parametrize("code", FaultCode)
def test_every_reason_but_the_letter_has_its_words_in_both_languages(code: FaultCode) -> None:
    if code is FaultCode.LETTER:
        return
    words = message(code, QuestionKind.TEXT)
    assert words.vi
    assert words.en
    assert words.vi != words.en
