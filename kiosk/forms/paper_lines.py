"""A paper written in one line, taken apart: "Thẻ căn cước số 040185000123, cấp ngày 1/2/2022, Bộ Công an".

Identity papers, death notices and entries of civil-status books alike: kind, number, book, date and office, as far as
the line tells them. What could be two things is nothing: a form that asks for the parts leaves it to the person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from kiosk.i18n import fold

_KINDS: Final = {
    "the can cuoc": "Thẻ căn cước",
    "can cuoc": "Thẻ căn cước",
    "can cuoc cong dan": "Căn cước công dân",
    "the can cuoc cong dan": "Căn cước công dân",
    "cccd": "Căn cước công dân",
    "chung minh nhan dan": "Chứng minh nhân dân",
    "giay chung minh nhan dan": "Chứng minh nhân dân",
    "cmnd": "Chứng minh nhân dân",
    "ho chieu": "Hộ chiếu",
    "giay chung nhan can cuoc": "Giấy chứng nhận căn cước",
    "giay bao tu": "Giấy báo tử",
    "giay khai sinh": "Giấy khai sinh",
}
_PIECES: Final = re.compile(r"[,;\n]")
_DATE: Final = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)")
_BOOK: Final = re.compile(r"\bquyển(?:\s+số)?\s*:?\s*(\d[\w./-]*)", re.IGNORECASE)
_NUMBERED: Final = re.compile(r"\bsố\s*:?\s*(?=[\w./-]*\d)([\w][\w./-]*)", re.IGNORECASE)
_BARE_NUMBER: Final = re.compile(r"(?<![\w/.-])(?=[A-Z]*\d)[A-Z0-9]{8,12}(?![\w/-])")
_BETWEEN: Final = re.compile(
    r"^(?:(?:được|do|cấp|ngày|tháng|năm|tại|bởi|nơi|cơ quan|đăng ký|vào|sổ|số|quyển|bản)\b[\s:]*)+"
    r"|[\s:]*\b(?:do|cấp|ngày|tại|số|quyển|đăng ký|vào)[\s:]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine:
    """The parts; empty where the line does not tell for certain. Never shown by `repr`."""

    kind: str = field(default="", repr=False)
    number: str = field(default="", repr=False)
    book: str = field(default="", repr=False)
    day: str = field(default="", repr=False)
    """dd/mm/yyyy"""
    office: str = field(default="", repr=False)


def taken_apart(line: str) -> PaperLine:
    """The parts of one line."""
    days = {f"{int(day):02}/{int(month):02}/{year}" for day, month, year in _DATE.findall(line)}
    rest = _DATE.sub(",", line)
    books = set(_BOOK.findall(rest))
    rest = _BOOK.sub(",", rest)
    numbers = {number.rstrip("./-") for number in _NUMBERED.findall(rest)}
    rest = _NUMBERED.sub(",", rest)
    if not numbers:
        numbers = set(_BARE_NUMBER.findall(rest))
        rest = _BARE_NUMBER.sub(",", rest)
    words = list(_words(rest))
    kinds = {_KINDS[fold(each)] for each in words if fold(each) in _KINDS}
    offices = {each for each in words if fold(each) not in _KINDS}
    return PaperLine(
        kind=_only(kinds), number=_only(numbers), book=_only(books), day=_only(days), office=_only(offices)
    )


def _words(rest: str) -> Iterator[str]:
    """What the pieces say beside numbers and dates."""
    for piece in _PIECES.split(rest):
        said = " ".join(piece.split())
        while (bare := _BETWEEN.sub("", said).strip(" .:-–()")) != said:
            said = bare
        if sum(letter.isalpha() for letter in said) > 1:
            yield said


def _only(found: set[str]) -> str:
    return found.pop() if len(found) == 1 else ""
