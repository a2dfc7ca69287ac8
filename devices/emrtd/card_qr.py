"""The text of the QR code on a Vietnamese identity card, front of 2021 and back of 2024.

2021: number | old number or nothing | name | birth ddmmyyyy | sex | address | issue ddmmyyyy. The layout of 2024 is
not published; it is said to name relatives behind the same fields. Fields are told by what they are, not only by
their place, and what does not validate is left out. The QR is not signed, and a keyboard-wedge reader may lose its
diacritics: nothing here outranks the chip.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from devices.emrtd.errors import KeyTextError
from devices.emrtd.printed_text import printable
from devices.emrtd.qr_dates import read_dates

SEPARATOR: Final = "|"
MAX_LENGTH: Final = 2_000
"""A card's QR holds about 150 characters, with relatives a few hundred; whatever is longer is no card's."""
MAX_FIELDS: Final = 64
_SYMBOLOGY: Final = re.compile(r"^[\s\x00-\x1f\ufeff]*(?:\][A-Za-z][0-9A-Za-z])?")
"""AIM identifier (ISO/IEC 15424) that readers can be set to put first, behind stray control characters."""
_CHARACTER_SET: Final = re.compile(r"\\[0-9]{6}")
"""ECI designator (ISO/IEC 18004 clause 7.4.3): \\000026 says that UTF-8 follows."""
_BETWEEN_DIGITS: Final = re.compile(r"(?<=[0-9])[ .\-_'\u00a0\u202f](?=[0-9])")
_SEXES: Final = {"nam": "Nam", "nữ": "Nữ", "nu": "Nữ"}


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


def without_reader_marks(text: str) -> str:
    """The code's own text: what a reader put in front of it, or between its character sets, taken out."""
    unmarked = _CHARACTER_SET.sub("", _SYMBOLOGY.sub("", text, count=1))
    return _SYMBOLOGY.sub("", unmarked, count=1)


def digits_of(text: str) -> str:
    """A number as it is without the dots and spaces it may be written in groups with."""
    return _BETWEEN_DIGITS.sub("", text.strip())


def parse_card_qr(text: str) -> CardQr:
    """The code's fields. Raises `KeyTextError` when it is no card's: not even a 12-digit number in front."""
    if len(text) > MAX_LENGTH:
        raise KeyTextError("QR length")
    fields = [printable(part) for part in without_reader_marks(text).split(SEPARATOR)]
    number = digits_of(fields[0])
    if not 2 <= len(fields) <= MAX_FIELDS or not re.fullmatch(r"[0-9]{12}", number):
        raise KeyTextError("QR personal number")
    old, *rest = fields[1:]
    old_number = digits_of(old)
    if not re.fullmatch(r"[0-9]{9}|[0-9]{12}", old_number):
        # Six fields: there was no old number, and no place is kept for it.
        rest, old_number = ([old, *rest] if old and _name(old) else rest), ""
    name, birth, sex, address, issue = (*rest, *[""] * 5)[:5]
    born, issued = read_dates(birth, issue)
    return CardQr(
        personal_number=number,
        old_id_number=old_number,
        full_name=_name(name),
        date_of_birth=born,
        sex=_SEXES.get(sex.casefold(), ""),
        address=address if any(each.isalpha() for each in address) else "",
        date_of_issue=issued,
    )


def _name(text: str) -> str:
    return text if re.fullmatch(r"[^0-9]{2,}", text) and text.casefold() not in _SEXES else ""
