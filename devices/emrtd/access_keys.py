"""Keys to the chip from what a person has in hand: the number on the card, its QR text, its MRZ, or its dates.

The CAN of a Vietnamese card is the last six digits of the 12-digit number; its document number is the last nine.
A key says in which order to try its candidates, never more than three; trying them is `access`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from devices.emrtd.card_qr import (
    MAX_LENGTH,
    SEPARATOR,
    CardQr,
    digits_of,
    parse_card_qr,
    without_reader_marks,
)
from devices.emrtd.errors import KeyTextError
from devices.emrtd.expiry import expiry_candidates
from devices.emrtd.mrz import FILLER, mrz_information, parse_td1
from devices.emrtd.qr_dates import read_dates

MAX_CANDIDATES: Final = 3
LONGEST_NUMBER: Final = 12
_HOLDERS_FIELDS: Final = 3
_FEWEST_DIGITS: Final = 4
"""Fields among which the holder's number may stand; digits that make the first one look like a number."""
_PERSONAL_NUMBER: Final = re.compile(
    r"(?<![0-9])(?:[0-9]{12}|[0-9]{3}(?:\.[0-9]{3}){3}|[0-9]{3}(?: [0-9]{3}){3}|[0-9]{3}(?:-[0-9]{3}){3})(?![0-9])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessKey:
    """A CAN, or candidates for the MRZ information, or both; never shown by `repr`."""

    can: str | None = field(default=None, repr=False)
    mrz_candidates: tuple[str, ...] = field(default=(), repr=False)


def key_from_text(text: str) -> AccessKey:
    """The key in whatever was typed or scanned: CAN, 12-digit number, MRZ or QR text.

    A scanned text of unknown layout, or one whose separators a keyboard-wedge reader changed, still gives the CAN
    when exactly one 12-digit number stands in it, where the holder's own would stand: never a relative's. Raises
    `KeyTextError` naming what broke; never the text.
    """
    if len(text) > MAX_LENGTH:
        raise KeyTextError("length")
    scanned = without_reader_marks(text)
    packed = "".join(digits_of(scanned).split())
    if len(packed) <= LONGEST_NUMBER:
        return key_from_number(packed)
    try:
        return key_from_qr(parse_card_qr(scanned)) if SEPARATOR in scanned else key_from_mrz(scanned)
    except KeyTextError:
        number = _own_number(scanned)
        if number is None:
            raise
        return key_from_number(number)


def _own_number(text: str) -> str | None:
    """The one 12-digit number of a text in no known layout, if it is the holder's by its place.

    Behind a first field that looks like a number cut short, far behind the first, or in fields without any date, a
    number is a relative's.
    """
    fields = text.split(SEPARATOR)
    numbers = _personal_numbers(text)
    dated = len(fields) == 1 or any(read_dates(*fields))
    if FILLER in text or len(numbers) != 1 or not dated:
        return None
    cut_short = len(fields) > 1 and sum(each.isdigit() for each in fields[0]) >= _FEWEST_DIGITS
    holders = _personal_numbers(fields[0] if cut_short else SEPARATOR.join(fields[:_HOLDERS_FIELDS]))
    return holders.pop() if holders else None


def _personal_numbers(text: str) -> set[str]:
    return {"".join(each.split(each[3])) if not each.isdigit() else each for each in _PERSONAL_NUMBER.findall(text)}


def key_from_number(number: str) -> AccessKey:
    """From the CAN itself (6 digits) or the personal number (12 digits). Raises `KeyTextError`."""
    digits = "".join(digits_of(number).split())
    if not re.fullmatch(r"[0-9]{6}|[0-9]{12}", digits):
        raise KeyTextError("number of 6 or 12 digits")
    return AccessKey(can=digits[-6:])


def key_from_mrz(text: str) -> AccessKey:
    """From the 90 characters of the machine readable zone. Raises `KeyTextError`."""
    mrz = parse_td1(text)
    number = mrz.personal_number
    return AccessKey(can=number[-6:] if number else None, mrz_candidates=(mrz.information,))


def key_from_qr(qr: CardQr) -> AccessKey:
    """From the card's QR: the CAN, and the MRZ key for each possible date of expiry."""
    number, birth, issue = qr.personal_number, qr.date_of_birth, qr.date_of_issue
    expiries = expiry_candidates(birth, issue) if birth and issue else ()
    candidates = tuple(_information(number, birth, expiry) for expiry in expiries) if birth else ()
    return AccessKey(can=number[-6:], mrz_candidates=candidates[:MAX_CANDIDATES])


def _information(personal_number: str, birth: date, expiry: date) -> str:
    return mrz_information(personal_number[-9:], f"{birth:%y%m%d}", f"{expiry:%y%m%d}")
