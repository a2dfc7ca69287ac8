"""Answers that nobody gave: one for every kind of question, so that the tour reaches the end of a form."""

from __future__ import annotations

from datetime import date, timedelta

from kiosk.forms.definition import Column, Question, QuestionKind

BY_KEY = {
    "ho_ten": "NGUYỄN THỊ NGỌC PHƯỢNG",
    "chu_ho_ten": "Lê Văn Bảy",
    "quan_he": "Người ở thuê",
    "co_thanh_vien": "yes",
    "la_chu_ho": "no",
}
BY_KIND = {
    QuestionKind.TEXT: "Thuê nhà",
    QuestionKind.LONG_TEXT: "Đăng ký tạm trú tại nhà thuê",
    QuestionKind.PERSON_NAME: "Trần Thị Mẫu",
    QuestionKind.TIME: "08:30",
    QuestionKind.PERSONAL_NUMBER: "040190001234",
    QuestionKind.PHONE: "0912345678",
    QuestionKind.EMAIL: "nguoi.mau@example.vn",
    QuestionKind.ADDRESS: "Số 12 đường Trường Học, Xã Vân Tụ, Tỉnh Nghệ An",
    QuestionKind.YES_NO: "no",
    QuestionKind.NUMBER: "2",
    QuestionKind.ROWS: "",
}


def answer_to(question: Question | Column, today: date) -> str:
    """A value without fault, in the shape `kiosk.forms.answers` describes; empty for rows."""
    if question.key in BY_KEY:
        return BY_KEY[question.key]
    if question.kind in {QuestionKind.CHOICE, QuestionKind.CHOICES}:
        return question.options[0].value
    if question.kind is QuestionKind.DATE:
        return f"{_day(question.key, today):%d/%m/%Y}"
    return BY_KIND[question.kind]


def row_of(question: Question, today: date) -> tuple[str, ...]:
    """A made-up row of a repeating question: one answer a column."""
    return tuple(answer_to(column, today) for column in question.columns)


def _day(key: str, today: date) -> date:
    if key == "ngay_sinh":
        return date(1990, 2, 10)
    return today + timedelta(days=365 if key == "den_ngay" else 1)
