"""One value of one kind: brought into its kept shape, and judged. Knows no question and no person.

Personal numbers: twelve digits (Law on Identification 26/2023, article 12); the digits are not checked against birth
or sex. What takes their place for a person without one (`identity_papers`), phone numbers, e-mail addresses, times
and dates have modules of their own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from kiosk.forms import calendar_dates, identity_papers, mail_addresses, phone_numbers, times_of_day
from kiosk.forms.definition import QuestionKind
from kiosk.forms.faults import FaultCode
from kiosk.i18n import nfc

MAX_LENGTH: dict[QuestionKind, int] = {
    QuestionKind.TEXT: 200,
    QuestionKind.LONG_TEXT: 1000,
    QuestionKind.PERSON_NAME: 100,
    QuestionKind.EMAIL: 120,
    QuestionKind.ADDRESS: 300,
    QuestionKind.NUMBER: 15,
}

_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|[ '`´‘’ʻʼ.\-\u0300-\u036f])*\Z")
"""Letters of any people; some of theirs (ơ̆) have no composed form and keep a combining mark. Cards write the
apostrophe of H'Hen in many ways; each stays as it is on the card."""
_PERSONAL_NUMBER = re.compile(r"[0-9]{12}\Z")
_TIME = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]\Z")
_NUMBER = re.compile(r"[0-9]+\Z")

_JUDGES: dict[QuestionKind, Callable[[str], FaultCode | None]] = {
    QuestionKind.PHONE: phone_numbers.judge,
    QuestionKind.EMAIL: mail_addresses.judge,
}
_PATTERNS: dict[QuestionKind, tuple[re.Pattern[str], FaultCode]] = {
    QuestionKind.PERSON_NAME: (_NAME, FaultCode.NAME),
    QuestionKind.PERSONAL_NUMBER: (_PERSONAL_NUMBER, FaultCode.PERSONAL_NUMBER),
    QuestionKind.TIME: (_TIME, FaultCode.TIME),
    QuestionKind.NUMBER: (_NUMBER, FaultCode.NUMBER),
}


def normalise(kind: QuestionKind, typed: str) -> str:
    """The value in the shape it is kept in; what cannot be read as its kind stays as typed, to be corrected."""
    text = _half_width(nfc("".join(char for char in typed if not _is_control(char)))).strip()
    match kind:
        case QuestionKind.LONG_TEXT:
            return "\n".join(" ".join(line.split()) for line in text.splitlines() if line.strip())
        case QuestionKind.PERSONAL_NUMBER:
            return identity_papers.normalised(text)
        case QuestionKind.PHONE:
            return phone_numbers.normalised(text)
        case QuestionKind.EMAIL:
            return mail_addresses.normalised(text)
        case QuestionKind.NUMBER:
            return re.sub(r"(?<=\d)[.\s](?=\d{3}(?!\d))", "", text)
        case QuestionKind.TIME:
            return times_of_day.parse(text) or text
        case QuestionKind.DATE:
            when = calendar_dates.parse(text)
            return str(when) if when else text
        case QuestionKind.ADDRESS:
            return " ".join(text.split()).strip(" ,")
        case _:
            return " ".join(text.split())


def _half_width(text: str) -> str:
    """Full-width letters, digits and signs of East Asian keyboards are the same letters."""
    return "".join(chr(ord(char) - 0xFEE0) if "\uff01" <= char <= "\uff5e" else char for char in text)


def _is_control(char: str) -> bool:
    """Control and direction signs: they do not print, or turn the line around."""
    return unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co"} and char not in "\n\t"


def judge(
    kind: QuestionKind, value: str, max_length: int | None = None, *, other_paper: bool = False
) -> FaultCode | None:
    """What is wrong with the shape of a value that is not empty; dates and choices are judged with their question.

    `other_paper`: the number of a passport or another paper may stand for a personal number.
    """
    limit = max_length if max_length is not None else MAX_LENGTH.get(kind)
    if limit is not None and len(value) > limit:
        return FaultCode.TOO_LONG
    if kind is QuestionKind.PERSONAL_NUMBER and other_paper:
        return identity_papers.judge(value)
    if (judged := _JUDGES.get(kind)) is not None:
        return judged(value)
    if pattern := _PATTERNS.get(kind):
        return None if pattern[0].match(value) else pattern[1]
    return None
