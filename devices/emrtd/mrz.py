"""The machine readable zone of an identity card, size TD1: three lines of thirty (ICAO Doc 9303-5 clause 4.2).

Reads the zone with or without line breaks, checks its check digits, and gives what access protocols and a person
record need. Of the Vietnamese layout it knows that the optional data of line 1 is the 12-digit personal number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from devices.emrtd.errors import KeyTextError

LENGTH: Final = 90
FILLER: Final = "<"
NO_EXPIRY: Final = "991231"
"""What a card that never expires carries as date of expiry."""
_ALPHABET: Final = re.compile(r"[0-9A-Z<]*")
_DATE: Final = re.compile(r"[0-9<]{6}")
_WEIGHTS: Final = (7, 3, 1)


def check_digit(text: str) -> str:
    """Check digit over `text` (Doc 9303-3 clause 4.9): weights 7 3 1, letters from 10, fillers 0, modulo 10."""
    total = sum(_value(character) * _WEIGHTS[place % 3] for place, character in enumerate(text))
    return str(total % 10)


def _value(character: str) -> int:
    return 0 if character == FILLER else int(character, 36)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mrz:
    """The zone, read; dates as yymmdd, fillers gone, names in Latin letters without diacritics."""

    issuing_state: str
    document_number: str = field(repr=False)
    optional_data: str = field(repr=False)
    date_of_birth: str = field(repr=False)
    sex: str = field(repr=False)
    date_of_expiry: str = field(repr=False)
    nationality: str = field(repr=False)
    surname: str = field(repr=False)
    given_names: str = field(repr=False)

    @property
    def personal_number(self) -> str | None:
        """The 12-digit number, where the zone carries it."""
        number = self.optional_data[:12]
        return number if re.fullmatch(r"[0-9]{12}", number) else None

    @property
    def information(self) -> str:
        """Document number, birth and expiry, each with its check digit: the secret of BAC and PACE."""
        return mrz_information(self.document_number, self.date_of_birth, self.date_of_expiry)


def mrz_information(document_number: str, date_of_birth: str, date_of_expiry: str) -> str:
    """The key text for a document number (filled to nine) and two dates yymmdd (Doc 9303-11 clause 9.7.2)."""
    parts = (document_number.ljust(9, FILLER), date_of_birth, date_of_expiry)
    return "".join(part + check_digit(part) for part in parts)


def parse_td1(text: str) -> Mrz:
    """The zone in `text`: 90 characters, line breaks and spaces ignored, lower case allowed.

    Raises `KeyTextError` naming the first rule that does not hold; never the text.
    """
    zone = "".join(text.split()).upper()
    if len(zone) != LENGTH:
        raise KeyTextError("MRZ length")
    if not _ALPHABET.fullmatch(zone):
        raise KeyTextError("MRZ alphabet")
    first, second, third = zone[:30], zone[30:60], zone[60:]
    document_number, optional_data = _document_number(first)
    _check("date of birth", second[:6], second[6])
    _check("date of expiry", second[8:14], second[14])
    _check("composite", first[5:] + second[:7] + second[8:15] + second[18:29], second[29])
    if not _DATE.fullmatch(second[:6]) or not _DATE.fullmatch(second[8:14]):
        raise KeyTextError("MRZ dates")
    surname, _, given_names = third.partition("<<")
    return Mrz(
        issuing_state=first[2:5].rstrip(FILLER),
        document_number=document_number,
        optional_data=optional_data,
        date_of_birth=second[:6],
        sex=second[7],
        date_of_expiry=second[8:14],
        nationality=second[15:18].rstrip(FILLER),
        surname=_words(surname),
        given_names=_words(given_names),
    )


def _document_number(first: str) -> tuple[str, str]:
    """Number and optional data; a number over nine characters goes on in the optional data (clause 4.2.2 note j)."""
    number, digit, optional = first[5:14], first[14], first[15:]
    if digit == FILLER and (rest := optional.split(FILLER, 1)[0]):
        number, digit, optional = number + rest[:-1], rest[-1], optional[len(rest) :]
    _check("document number", number, digit)
    return number.rstrip(FILLER), optional.rstrip(FILLER)


def _check(place: str, text: str, digit: str) -> None:
    if check_digit(text) != digit:
        raise KeyTextError(f"MRZ check digit, {place}")


def _words(text: str) -> str:
    return " ".join(text.replace(FILLER, " ").split())
