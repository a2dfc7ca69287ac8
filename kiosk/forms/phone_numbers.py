"""Phone numbers as people write them, brought to the ten or eleven digits that can be dialled, or refused.

National numbering plan (Thông tư 22/2014/TT-BTTTT; mobile numbers of eleven digits got new prefixes from 15/9/2018,
fixed lines got the area codes 02… in 2017). A number of another country is kept with its `+` and country code
(ITU-T E.164). Whether anybody answers is not known here.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from kiosk.forms.faults import FaultCode

_NEW_PREFIX: Final = {
    **{f"016{n}": f"03{n}" for n in range(2, 10)},
    "0120": "070",
    "0121": "079",
    "0122": "077",
    "0126": "076",
    "0128": "078",
    "0123": "083",
    "0124": "084",
    "0125": "085",
    "0127": "081",
    "0129": "082",
    "0186": "056",
    "0188": "058",
    "0199": "059",
}
"""Prefix of eleven digits' time -> its prefix since 2018."""
_BETWEEN: Final = re.compile(r"[\s.,()/\-\u2010-\u2015_]")
_HOME: Final = re.compile(r"(?:\+|00)?84(?=0?[0-9]{9,10}\Z)0?")
_ABROAD: Final = re.compile(r"\+(?!84)[1-9][0-9]{7,14}\Z")
_MOBILE: Final = re.compile(r"0[35789][0-9]{8}\Z")
_FIXED: Final = re.compile(r"02[0-9]{9}\Z")
_LENGTHS: Final = (10, 11)


def normalised(typed: str) -> str:
    """Digits from 0, or `+` and digits of another country; what is no phone number stays recognisable."""
    digits = _BETWEEN.sub("", unicodedata.normalize("NFKC", typed))
    if digits.startswith("00") and not digits.startswith(("0084", "000")):
        digits = f"+{digits[2:]}"
    digits = _HOME.sub("0", digits, count=1) if _HOME.match(digits) else digits
    prefix = _NEW_PREFIX.get(digits[:4])
    return prefix + digits[4:] if prefix and len(digits) == 11 else digits


def judge(number: str) -> FaultCode | None:
    """Why a normalised number cannot be dialled; None when it can."""
    if _MOBILE.match(number) or _FIXED.match(number) or _ABROAD.match(number):
        return None
    right_length = number.startswith("0") and number.isascii() and number.isdecimal() and len(number) in _LENGTHS
    return FaultCode.PHONE_PREFIX if right_length else FaultCode.PHONE
