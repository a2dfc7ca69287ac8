"""E-mail addresses: spaces and stray signs taken away, what cannot be delivered refused with a reason.

The shape is the everyday part of RFC 5321: letters, digits and signs, a dot in the domain. Addresses in other
scripts are refused: the offices' systems take none, and a letter that only looks Latin leads to nobody.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from kiosk.forms.faults import FaultCode

_ATOM: Final = r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL: Final = r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
_WHOLE: Final = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@(?:{_LABEL}\.)+[a-z]{{2,}}\Z", re.IGNORECASE | re.ASCII)
_NO_DOT: Final = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@[a-z0-9,-]+\Z", re.IGNORECASE | re.ASCII)


def normalised(typed: str) -> str:
    """Without spaces, `mailto:` and closing signs; the part after @ in small letters."""
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", typed)).rstrip(".,;:")
    text = re.sub(r"\A(?:mailto:|<)|>\Z", "", text, flags=re.IGNORECASE | re.ASCII)
    name, at, domain = text.rpartition("@")
    return name + at + domain.lower()


def judge(address: str) -> FaultCode | None:
    """Why nothing can be delivered to a normalised address; None when it can."""
    if _WHOLE.match(address):
        return None
    if not address.isascii():
        return FaultCode.EMAIL_LETTER
    return FaultCode.EMAIL_DOT if _NO_DOT.match(address) else FaultCode.EMAIL
