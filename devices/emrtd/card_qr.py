"""The text of the QR code on a Vietnamese identity card, front of 2021 and back of 2024.

2021: number | old number or nothing | name | birth ddmmyyyy | sex | address | issue ddmmyyyy. The layout
of 2024 is not published: the same fields are taken where they validate, and whatever follows is ignored. The QR is
not signed, and a keyboard-wedge reader may lose its diacritics: nothing here outranks the chip.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from devices.emrtd.errors import KeyTextError

SEPARATOR: Final = "|"
MAX_LENGTH: Final = 2_000
MAX_FIELDS: Final = 20
FIRST_YEAR, LAST_YEAR = 1900, 2099
"""Dates outside are slips of the scanner; an expiry could not even be computed for year 9999."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardQr:
    """What the code says; None or empty where a field is absent or does not validate."""

    personal_number: str = field(repr=False)
    old_id_number: str = field(default="", repr=False)
    full_name: str = field(default="", repr=False)
    date_of_birth: date | None = field(default=None, repr=False)
    sex: str = field(default="", repr=False)
    address: str = field(default="", repr=False)
    date_of_issue: date | None = field(default=None, repr=False)


def parse_card_qr(text: str) -> CardQr:
    """The code's fields. Raises `KeyTextError` when it is no card's: not even a 12-digit number in front."""
    if len(text) > MAX_LENGTH:
        raise KeyTextError("QR length")
    fields = [_clean(part) for part in text.split(SEPARATOR)]
    if not 2 <= len(fields) <= MAX_FIELDS or not re.fullmatch(r"[0-9]{12}", fields[0]):
        raise KeyTextError("QR personal number")
    padded = fields + [""] * 7
    return CardQr(
        personal_number=fields[0],
        old_id_number=padded[1] if re.fullmatch(r"[0-9]{9}|[0-9]{12}", padded[1]) else "",
        full_name=padded[2] if re.fullmatch(r"[^0-9]{2,}", padded[2]) else "",
        date_of_birth=_date(padded[3]),
        sex=padded[4] if padded[4].casefold() in {"nam", "nữ", "nu"} else "",
        address=padded[5],
        date_of_issue=_date(padded[6]),
    )


def _clean(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _date(text: str) -> date | None:
    if not re.fullmatch(r"[0-9]{8}", text) or not FIRST_YEAR <= int(text[4:]) <= LAST_YEAR:
        return None
    try:
        return date(int(text[4:]), int(text[2:4]), int(text[:2]))
    except ValueError:
        return None
