"""The number that names a person: the personal number, or that of a passport or another paper for who has none.

A personal number has twelve digits (Law on Identification 26/2023, article 12). A passport number has at most nine
letters and digits (ICAO 9303-4, 4.2.2); identity cards of before 2016 have nine digits. Which paper it is shows in
the number itself, so that one question asks for it and the sheet names it rightly.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from kiosk.forms.calendar_dates import parse
from kiosk.forms.faults import FaultCode

_PERSONAL: Final = re.compile(r"[0-9]{12}\Z")
_OTHER: Final = re.compile(r"(?=.*[0-9])[A-Z0-9]{5,9}\Z")
_PASSPORT: Final = re.compile(r"(?=.*[A-Z])[A-Z0-9]+\Z")
_CITIZEN_CARD: Final = date(2016, 1, 1)
"""The Law on Citizen Identification 59/2014 came into force."""
_IDENTITY_CARD: Final = date(2024, 7, 1)
"""The Law on Identification 26/2023 did, and with it the name of the card."""


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


def card_issued_on(day: str) -> str:
    """What the card of somebody with a personal number is called, by the day it was issued; "" where that does not
    tell: earlier, or not known to the day."""
    issued = parse(day)
    if issued is None or not issued.is_full or issued.earliest < _CITIZEN_CARD:
        return ""
    return "Thẻ căn cước" if issued.earliest >= _IDENTITY_CARD else "Căn cước công dân"
