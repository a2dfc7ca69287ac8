"""One value of one kind: brought into its kept shape, and judged. Knows no question and no person.

Phone numbers: ten digits from 0 (national numbering plan; +84 is read as 0), or eleven for landlines. Personal
numbers: twelve digits (Law on Identification 26/2023, article 12); the digits are not checked against birth or sex.
"""

from __future__ import annotations

import re
import unicodedata

from kiosk.forms import calendar_dates
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

_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|[ '’.\-\u0300-\u036f])*\Z")
"""Letters of any people; some of theirs (ơ̆) have no composed form and keep a combining mark."""
_PHONE = re.compile(r"0[0-9]{9,10}\Z")
_PERSONAL_NUMBER = re.compile(r"[0-9]{12}\Z")
_EMAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;.]{2,}\Z")
_TIME = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]\Z")
_NUMBER = re.compile(r"[0-9]+\Z")

_PATTERNS: dict[QuestionKind, tuple[re.Pattern[str], FaultCode]] = {
    QuestionKind.PERSON_NAME: (_NAME, FaultCode.NAME),
    QuestionKind.PHONE: (_PHONE, FaultCode.PHONE),
    QuestionKind.PERSONAL_NUMBER: (_PERSONAL_NUMBER, FaultCode.PERSONAL_NUMBER),
    QuestionKind.EMAIL: (_EMAIL, FaultCode.EMAIL),
    QuestionKind.TIME: (_TIME, FaultCode.TIME),
    QuestionKind.NUMBER: (_NUMBER, FaultCode.NUMBER),
}


def normalise(kind: QuestionKind, typed: str) -> str:
    """The value in the shape it is kept in; what cannot be read as its kind stays as typed, to be corrected."""
    text = nfc("".join(char for char in typed if not _is_control(char))).strip()
    match kind:
        case QuestionKind.LONG_TEXT:
            return "\n".join(" ".join(line.split()) for line in text.splitlines() if line.strip())
        case QuestionKind.PERSONAL_NUMBER:
            return re.sub(r"[\s.\-]", "", text)
        case QuestionKind.PHONE:
            return re.sub(r"\A(?:\+|00)84", "0", re.sub(r"[\s.()\-]", "", text))
        case QuestionKind.NUMBER:
            return re.sub(r"(?<=\d)[.\s](?=\d{3}(?!\d))", "", text)
        case QuestionKind.TIME:
            found = re.match(r"(\d{1,2})\s*(?:[:hg.]|giờ)\s*(\d{1,2})?\D*\Z", text.lower())
            return f"{int(found[1]):02d}:{int(found[2] or 0):02d}" if found else text
        case QuestionKind.DATE:
            when = calendar_dates.parse(text)
            return str(when) if when else text
        case QuestionKind.ADDRESS:
            return " ".join(text.split()).strip(" ,")
        case _:
            return " ".join(text.split())


def _is_control(char: str) -> bool:
    """Control and direction signs: they do not print, or turn the line around."""
    return unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co"} and char not in "\n\t"


def judge(kind: QuestionKind, value: str, max_length: int | None = None) -> FaultCode | None:
    """What is wrong with the shape of a value that is not empty; dates and choices are judged with their question."""
    limit = max_length if max_length is not None else MAX_LENGTH.get(kind)
    if limit is not None and len(value) > limit:
        return FaultCode.TOO_LONG
    if pattern := _PATTERNS.get(kind):
        return None if pattern[0].match(value) else pattern[1]
    return None
