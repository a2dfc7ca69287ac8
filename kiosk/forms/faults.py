"""What can be wrong with an answer, and the words that say what to do. No fault ever carries the value.

The same words stand at the field and in the list of problems.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kiosk.forms.definition import QuestionKind
from kiosk.i18n import Text


class FaultCode(Enum):
    """Why an answer is not taken; each has its message in both languages."""

    MISSING = "missing"
    TOO_LONG = "too-long"
    NAME = "name"
    DATE = "date"
    DATE_NOT_FULL = "date-not-full"
    DATE_IN_FUTURE = "date-in-future"
    DATE_IN_PAST = "date-in-past"
    DATE_ORDER = "date-order"
    TIME = "time"
    PERSONAL_NUMBER = "personal-number"
    PHONE = "phone"
    EMAIL = "email"
    OPTION = "option"
    NUMBER = "number"
    NUMBER_RANGE = "number-range"
    ROW_COUNT = "row-count"
    STALE = "stale"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerFault:
    """One fault of one answer; `row` and `column` are set inside a repeating question (row from 0)."""

    code: FaultCode
    message: Text
    row: int | None = None
    column: str | None = None


def _text(vi: str, en: str) -> Text:
    return Text(vi=vi, en=en)


_MESSAGES: dict[FaultCode, Text] = {
    FaultCode.MISSING: _text("Ông/bà nhập câu trả lời vào ô này.", "Type your answer in this box."),
    FaultCode.TOO_LONG: _text(
        "Câu trả lời quá dài. Ông/bà viết ngắn lại.", "The answer is too long. Make it shorter."
    ),
    FaultCode.NAME: _text(
        "Họ tên chỉ gồm chữ cái. Ông/bà bỏ chữ số và dấu lạ.",
        "A name has letters only. Remove digits and signs.",
    ),
    FaultCode.DATE: _text(
        "Ngày chưa đúng. Ông/bà nhập ngày, tháng, năm, ví dụ 23/11/2026.",
        "This is not a date. Enter day, month, year, like 23/11/2026.",
    ),
    FaultCode.DATE_NOT_FULL: _text(
        "Ông/bà nhập đủ ngày, tháng và năm, ví dụ 23/11/2026.",
        "Enter the day, month and year, like 23/11/2026.",
    ),
    FaultCode.DATE_IN_FUTURE: _text(
        "Ngày này chưa đến. Ông/bà nhập ngày hôm nay hoặc trước đó.",
        "This day has not come yet. Enter today or an earlier day.",
    ),
    FaultCode.DATE_IN_PAST: _text(
        "Ngày này đã qua. Ông/bà nhập ngày hôm nay hoặc sau đó.",
        "This day has passed. Enter today or a later day.",
    ),
    FaultCode.DATE_ORDER: _text(
        "Ngày kết thúc phải sau ngày bắt đầu. Ông/bà sửa một trong hai ngày.",
        "The end must come after the start. Change one of the two dates.",
    ),
    FaultCode.TIME: _text(
        "Giờ chưa đúng. Ông/bà nhập giờ và phút, ví dụ 14:30.",
        "This is not a time. Enter hours and minutes, like 14:30.",
    ),
    FaultCode.PERSONAL_NUMBER: _text(
        "Số định danh có 12 chữ số. Ông/bà xem trên thẻ căn cước rồi nhập đủ 12 số.",
        "The personal number has 12 digits. Look at the ID card and enter all 12.",
    ),
    FaultCode.PHONE: _text(
        "Số điện thoại có 10 số và bắt đầu bằng 0. Ông/bà nhập lại.",
        "A phone number has 10 digits and starts with 0. Enter it again.",
    ),
    FaultCode.EMAIL: _text(
        "Địa chỉ thư điện tử chưa đúng. Ví dụ: ten@gmail.com. Không có thì để trống.",
        "This is not an e-mail address. Example: name@gmail.com. Leave it empty if you have none.",
    ),
    FaultCode.OPTION: _text("Ông/bà chọn một câu trả lời trong danh sách.", "Choose one answer from the list."),
    FaultCode.NUMBER: _text("Ông/bà chỉ nhập chữ số.", "Enter digits only."),
    FaultCode.NUMBER_RANGE: _text(
        "Số này ngoài khoảng cho phép. Ông/bà kiểm tra lại.", "This number is out of range. Check it."
    ),
    FaultCode.ROW_COUNT: _text("Bảng này đã đầy. Ông/bà bỏ bớt một dòng.", "This table is full. Remove a line."),
    FaultCode.STALE: _text(
        "Ông/bà đã đổi câu trả lời khác. Ông/bà đọc lại và sửa nội dung này.",
        "You changed another answer. Read this text again and correct it.",
    ),
}

_MISSING: dict[QuestionKind, Text] = {
    QuestionKind.PERSON_NAME: _text("Ông/bà nhập họ, chữ đệm và tên.", "Enter the full name."),
    QuestionKind.DATE: _text("Ông/bà nhập ngày, tháng, năm.", "Enter the date."),
    QuestionKind.TIME: _text("Ông/bà nhập giờ và phút.", "Enter the time."),
    QuestionKind.PERSONAL_NUMBER: _text(
        "Ông/bà nhập đủ 12 số định danh cá nhân.", "Enter the 12-digit personal number."
    ),
    QuestionKind.PHONE: _text("Ông/bà nhập số điện thoại.", "Enter a phone number."),
    QuestionKind.EMAIL: _text("Ông/bà nhập địa chỉ thư điện tử.", "Enter an e-mail address."),
    QuestionKind.ADDRESS: _text(
        "Ông/bà chọn tỉnh, xã rồi nhập địa chỉ.", "Choose province and commune, then enter the address."
    ),
    QuestionKind.CHOICE: _text("Ông/bà chọn một câu trả lời.", "Choose one answer."),
    QuestionKind.CHOICES: _text("Ông/bà chọn ít nhất một câu trả lời.", "Choose at least one answer."),
    QuestionKind.YES_NO: _text("Ông/bà chọn Có hoặc Không.", "Choose Yes or No."),
    QuestionKind.NUMBER: _text("Ông/bà nhập số.", "Enter a number."),
    QuestionKind.ROWS: _text("Ông/bà thêm ít nhất một dòng.", "Add at least one line."),
}


def message(code: FaultCode, kind: QuestionKind) -> Text:
    """The general words for a fault of a question of this kind."""
    if code is FaultCode.MISSING:
        return _MISSING.get(kind, _MESSAGES[code])
    return _MESSAGES[code]
