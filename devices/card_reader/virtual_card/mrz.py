"""The machine readable zone of a made-up card: TD1, three lines of thirty (ICAO 9303-5, layout of the CCCD).

Line 1 repeats the last nine digits as document number and carries all twelve as optional data; position 30 is the
check digit over those twelve, a habit of the issuer.
"""

from __future__ import annotations

import unicodedata

from devices.card_reader.virtual_card.persona import Holder

NO_EXPIRY = "991231"


def check_digit(text: str) -> str:
    """Weights 7, 3, 1 over digits, letters as 10 to 35, fillers as 0 (ICAO 9303-3 clause 4.9)."""
    values = (0 if sign == "<" else int(sign, 36) for sign in text)
    return str(sum(value * (7, 3, 1)[at % 3] for at, value in enumerate(values)) % 10)


def mrz_lines(holder: Holder) -> tuple[str, str, str]:
    """The three lines of 30 characters of a TD1 card (ICAO 9303-5), check digits computed."""
    number = holder.personal_number
    document = number[3:]
    first = f"IDVNM{document}{check_digit(document)}{number}<<{check_digit(number)}"
    birth, expiry = _yymmdd(holder.date_of_birth), _yymmdd(holder.date_of_expiry)
    sex = "M" if holder.sex == "Nam" else "F"
    dates = f"{birth}{check_digit(birth)}{sex}{expiry}{check_digit(expiry)}"
    composite = check_digit(first[5:30] + dates[:7] + dates[8:15] + "<" * 11)
    return first, f"{dates}VNM{'<' * 11}{composite}", _name_line(holder.full_name)


def mrz_information(holder: Holder) -> str:
    """Document number, birth and expiry, each with its check digit: the secret of BAC and of PACE with the MRZ."""
    first, second, _ = mrz_lines(holder)
    return first[5:15] + second[0:7] + second[8:15]


def _yymmdd(printed: str) -> str:
    parts = printed.split("/")
    return parts[2][2:] + parts[1] + parts[0] if len(parts) == 3 else NO_EXPIRY


def _name_line(name: str) -> str:
    plain = unicodedata.normalize("NFD", name.upper().replace("Đ", "D"))
    letters = "".join(sign if "A" <= sign <= "Z" else " " for sign in plain if not unicodedata.combining(sign))
    surname, *given = letters.split()
    return f"{surname}<<{'<'.join(given)}".ljust(30, "<")[:30]
