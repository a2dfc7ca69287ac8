"""The number that names a person: the personal number, or that of a passport or another paper for who has none.

A personal number has twelve digits (Law on Identification 26/2023, article 12). A passport number has at most nine
letters and digits (ICAO 9303-4, 4.2.2); identity cards of before 2016 have nine digits. Which paper it is shows in
the number itself, so that one question asks for it and the sheet names it rightly.
"""

from __future__ import annotations

import re
from typing import Final

from kiosk.forms.faults import FaultCode

_PERSONAL: Final = re.compile(r"[0-9]{12}\Z")
_OTHER: Final = re.compile(r"(?=.*[0-9])[A-Z0-9]{5,9}\Z")
_PASSPORT: Final = re.compile(r"(?=.*[A-Z])[A-Z0-9]+\Z")


def normalised(typed: str) -> str:
    """Without spaces, dots and dashes, in capitals."""
    return re.sub(r"[\s.\-/]", "", typed).upper()


def judge(number: str) -> FaultCode | None:
    """Why it is neither a personal number nor that of another paper; None when it is one."""
    return None if _PERSONAL.match(number) or _OTHER.match(number) else FaultCode.PAPER_NUMBER


def is_personal(number: str) -> bool:
    """Whether it has the shape of a personal number."""
    return _PERSONAL.match(number) is not None


def named(number: str) -> str:
    """The paper with its number, as sheets write it; "" for no number."""
    if not number:
        return ""
    if is_personal(number):
        return f"Thẻ căn cước số {number}"
    return f"Hộ chiếu số {number}" if _PASSPORT.match(number) else f"Giấy tờ số {number}"


def number_or_named(number: str) -> str:
    """A personal number by itself; any other with the name of its paper, where the sheet asks for a number only."""
    return number if is_personal(number) else named(number)
