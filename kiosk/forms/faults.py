"""What can be wrong with an answer, and the words that say what to do. No fault ever carries the value; a letter that
cannot be printed is named by itself.

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
    DEATH_BEFORE_BIRTH = "death-before-birth"
    CARD_BEFORE_BIRTH = "card-before-birth"
    BEFORE_BIRTH = "before-birth"
    PARENT_NOT_OLDER = "parent-not-older"
    PARENT_YOUNG = "parent-young"
    UNDER_AGE = "under-age"
    STAY_TOO_LONG = "stay-too-long"
    TIME = "time"
    PERSONAL_NUMBER = "personal-number"
    PAPER_NUMBER = "paper-number"
    PHONE = "phone"
    PHONE_PREFIX = "phone-prefix"
    EMAIL = "email"
    EMAIL_LETTER = "email-letter"
    EMAIL_DOT = "email-dot"
    LETTER = "letter"
    OPTION = "option"
    NUMBER = "number"
    NUMBER_RANGE = "number-range"
    ROW_COUNT = "row-count"
    STALE = "stale"
    SPELLING = "spelling"


DOUBTS = frozenset({FaultCode.PARENT_YOUNG, FaultCode.SPELLING})
"""What is unlikely and yet may be; a letter that cannot be printed and a missing number may stay too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerFault:
    """One fault of one answer; `row` and `column` are set inside a repeating question (row from 0).

    A `doubt` is asked once more and may stay: who gives the same answer again goes on (`Journey.answered`).
    """

    code: FaultCode
    message: Text
    doubt: bool = False
    row: int | None = None
    column: str | None = None


def _text(vi: str, en: str) -> Text:
    return Text(vi=vi, en=en)


_KEEP_VI = "Đúng như vậy thì bấm Tiếp tục lần nữa và hỏi cán bộ khi nộp."
_KEEP_EN = "If it is right, press Continue again and ask the staff when you hand it in."
_WITHOUT_NUMBER = _text(
    "Ông/bà nhập đủ 12 số định danh cá nhân. Chưa được cấp số thì bấm Tiếp tục lần nữa và hỏi cán bộ.",
    "Enter the 12-digit personal number. If there is none, press Continue again and ask the staff.",
)
_WITHOUT_PAPER = _text(
    "Ông/bà nhập 12 số định danh, hoặc số hộ chiếu. Chưa có cả hai thì bấm Tiếp tục lần nữa và hỏi cán bộ.",
    "Enter the 12-digit number, or a passport number. With neither, press Continue again and ask the staff.",
)

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
    FaultCode.DEATH_BEFORE_BIRTH: _text(
        "Ngày mất không thể trước ngày sinh. Ông/bà xem lại và sửa một trong hai ngày.",
        "Nobody dies before being born. Check both dates and change one of them.",
    ),
    FaultCode.CARD_BEFORE_BIRTH: _text(
        "Ngày cấp giấy tờ không thể trước ngày sinh. Ông/bà xem lại và sửa một trong hai ngày.",
        "A card is not issued before birth. Check both dates and change one of them.",
    ),
    FaultCode.BEFORE_BIRTH: _text(
        "Ngày này không thể trước ngày sinh. Ông/bà xem lại và sửa một trong hai ngày.",
        "This day cannot be before the date of birth. Check both dates and change one of them.",
    ),
    FaultCode.PARENT_NOT_OLDER: _text(
        "Cha mẹ phải sinh trước con. Ông/bà xem lại ngày sinh của hai người và sửa một ngày.",
        "A parent is born before the child. Check both dates of birth and change one of them.",
    ),
    FaultCode.PARENT_YOUNG: _text(
        f"Hai ngày sinh của cha mẹ và con cách nhau chưa đến 12 năm. Ông/bà xem lại. {_KEEP_VI}",
        f"The parent is less than 12 years older than the child. Please check. {_KEEP_EN}",
    ),
    FaultCode.UNDER_AGE: _text(
        "Nam từ đủ 20 tuổi, nữ từ đủ 18 tuổi mới được kết hôn. Ông/bà xem lại ngày sinh, hoặc hỏi cán bộ.",
        "To marry, a man must be 20 and a woman 18. Check the date of birth, or ask the staff.",
    ),
    FaultCode.STAY_TOO_LONG: _text(
        "Mỗi lần đăng ký tạm trú tối đa 2 năm, hết hạn thì gia hạn. Ông/bà sửa ngày này hoặc ngày bắt đầu.",
        "Temporary residence lasts at most 2 years at a time and can be extended. Change this day or the first one.",
    ),
    FaultCode.TIME: _text(
        "Giờ chưa đúng. Ông/bà nhập giờ và phút, ví dụ 14:30 hoặc 2 giờ 30 chiều.",
        "This is not a time. Enter hours and minutes, like 14:30 or 2:30 pm.",
    ),
    FaultCode.PERSONAL_NUMBER: _text(
        "Số định danh có 12 chữ số. Ông/bà xem trên thẻ căn cước rồi nhập đủ 12 số.",
        "The personal number has 12 digits. Look at the ID card and enter all 12.",
    ),
    FaultCode.PAPER_NUMBER: _text(
        "Số định danh có 12 chữ số. Dùng hộ chiếu thì nhập số hộ chiếu, chỉ gồm chữ cái và chữ số.",
        "The personal number has 12 digits. With a passport, enter its number: letters and digits only.",
    ),
    FaultCode.PHONE: _text(
        "Số điện thoại bắt đầu bằng 0 và có 10 số (máy bàn 11 số). Ông/bà nhập lại.",
        "A phone number starts with 0 and has 10 digits (11 for a fixed line). Enter it again.",
    ),
    FaultCode.PHONE_PREFIX: _text(
        "Không có đầu số này. Số di động bắt đầu bằng 03, 05, 07, 08, 09; máy bàn bằng 02. Ông/bà nhập lại.",
        "No number starts like this. Mobiles start with 03, 05, 07, 08, 09, fixed lines with 02. Enter it again.",
    ),
    FaultCode.EMAIL: _text(
        "Địa chỉ thư điện tử chưa đúng. Ví dụ: ten@gmail.com. Không có thì để trống.",
        "This is not an e-mail address. Example: name@gmail.com. Leave it empty if you have none.",
    ),
    FaultCode.EMAIL_LETTER: _text(
        "Địa chỉ thư điện tử không có dấu tiếng Việt. Ông/bà gõ lại bằng chữ không dấu.",
        "An e-mail address has plain letters a to z only. Type it again without marks.",
    ),
    FaultCode.EMAIL_DOT: _text(
        "Sau dấu @ còn thiếu dấu chấm. Ví dụ: ten@gmail.com. Ông/bà sửa lại.",
        "A dot is missing after the @. Example: name@gmail.com. Correct it.",
    ),
    FaultCode.OPTION: _text("Ông/bà chọn một câu trả lời trong danh sách.", "Choose one answer from the list."),
    FaultCode.NUMBER: _text("Ông/bà chỉ nhập chữ số.", "Enter digits only."),
    FaultCode.NUMBER_RANGE: _text(
        "Số này ngoài khoảng cho phép. Ông/bà kiểm tra lại.", "This number is out of range. Check it."
    ),
    FaultCode.ROW_COUNT: _text("Bảng này đã đầy. Ông/bà bỏ bớt một dòng.", "This table is full. Remove a line."),
    FaultCode.SPELLING: _text(
        "Có chữ trong họ tên mà chính tả tiếng Việt không có. Ông/bà xem lại; đúng rồi thì giữ nguyên.",
        "A word of the name is not spelt as Vietnamese words are. Check it; if it is right, keep it.",
    ),
    FaultCode.STALE: _text(
        "Ông/bà đã đổi câu trả lời khác. Ông/bà đọc lại và sửa nội dung này.",
        "You changed another answer. Read this text again and correct it.",
    ),
}

_MISSING: dict[QuestionKind, Text] = {
    QuestionKind.PERSON_NAME: _text("Ông/bà nhập họ, chữ đệm và tên.", "Enter the full name."),
    QuestionKind.DATE: _text("Ông/bà nhập ngày, tháng, năm.", "Enter the date."),
    QuestionKind.TIME: _text("Ông/bà nhập giờ và phút.", "Enter the time."),
    QuestionKind.PERSONAL_NUMBER: _WITHOUT_NUMBER,
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


def letter_message(letter: str, instead: str, *, may_stay: bool) -> Text:
    """The words for a letter that is not printed as it stands; `instead` is what the paper shows in its place."""
    told = _text(f"Máy in không có chữ “{letter}”.", f"“{letter}” cannot be printed.")
    if instead.isalnum():
        todo = _text(f"Ông/bà viết “{instead}” thay chữ này.", f"Write “{instead}” in its place.")
        stays = _text("Bấm Tiếp tục lần nữa thì giấy in như vậy.", "Press Continue again and the paper shows it so.")
    elif letter.isalpha():
        todo = _text(
            "Ông/bà viết bằng chữ La-tinh, như trên hộ chiếu.", "Write it in Latin letters, as in the passport."
        )
        stays = _EMPTY_BOX
    else:
        todo, stays = _text("Ông/bà bỏ dấu này.", "Leave this sign out."), _EMPTY_BOX
    said = (told, todo, stays) if may_stay else (told, todo)
    return _text(" ".join(text.vi for text in said), " ".join(text.en for text in said))


_EMPTY_BOX = _text(
    "Bấm Tiếp tục lần nữa thì giấy để ô trống, cán bộ ghi tay.",
    "Press Continue again and the paper leaves a box, to be filled by hand.",
)


def message(code: FaultCode, kind: QuestionKind, *, other_paper: bool = False) -> Text:
    """The general words for a fault of a question of this kind."""
    if code is FaultCode.MISSING and other_paper:
        return _WITHOUT_PAPER
    if code is FaultCode.MISSING:
        return _MISSING.get(kind, _MESSAGES[code])
    return _MESSAGES[code]
