"""Every way in which somebody, or a program without knowing it, writes a value down."""

from __future__ import annotations

import base64
import quopri
import re
import unicodedata
from urllib.parse import quote, quote_plus

from tests.helpers import memory

_SHORTEST = 6


def every_form(value: str) -> set[bytes]:
    """All of them, each of at least six bytes: composed or taken apart, upper case, without marks as in the machine
    readable zone, in five codes, as base64 of both alphabets, as hex, escaped as in Python, addresses, HTML and mail,
    its digits reversed, spaced or as the zone has a date."""
    found = {form for text in _texts(value) for form in memory.forms(text)}
    for text in {unicodedata.normalize(form, value) for form in ("NFC", "NFD")}:
        for code in ("utf-8", "utf-16-le"):
            raw = text.encode(code)
            found |= {raw.hex().encode(), raw.hex().upper().encode(), *_in_base64(raw)}
        found |= {
            quote(text).encode(),
            quote_plus(text).encode(),
            ascii(text)[1:-1].encode(),
            text.encode("utf-16-be"),
        }
        found |= {text.encode("ascii", "xmlcharrefreplace"), quopri.encodestring(text.encode()).replace(b"=\n", b"")}
    found |= {form for text in _without_marks(value) for form in memory.forms(text)}
    return {form for form in found if len(form) >= _SHORTEST}


def _without_marks(value: str) -> set[str]:
    """As a search folds it, and as the machine readable zone of a card writes it (ICAO 9303-3, section 6)."""
    plain = "".join(sign for sign in unicodedata.normalize("NFD", value) if not unicodedata.combining(sign))
    plain = plain.replace("đ", "d").replace("Đ", "D")
    words = re.findall(r"[A-Za-z]+", plain)
    if len(words) < 2 or any(sign.isdigit() for sign in plain):
        return {plain} if plain.isascii() and len(words) > 1 else set()
    return {plain, "<".join(words).upper(), "<<".join([words[0], "<".join(words[1:])]).upper()}


def _texts(value: str) -> set[str]:
    """The value, and what becomes of it when somebody turns or groups its digits."""
    texts = {value}
    if digits := re.sub(r"\D", "", value):
        if len(digits) == len(value):
            groups = (" ".join(value[at : at + size] for at in range(0, len(value), size)) for size in (1, 3, 4))
            texts |= {*groups, "-".join(value[at : at + 3] for at in range(0, len(value), 3)), value[::-1]}
        elif value[0].isdigit():
            texts |= {
                digits,
                digits[::-1],
                value[::-1],
                "".join(reversed(value.split("/"))),
                "-".join(reversed(value.split("/"))),
            }
    return texts


def _in_base64(raw: bytes) -> set[bytes]:
    """Wherever in a longer text it begins: without the letters that its neighbours share."""
    found = set()
    for before in range(3):
        coded = base64.b64encode(bytes(before) + raw)
        first = -(-before * 8 // 6)
        last = (before + len(raw)) * 8 // 6
        found |= {coded[first:last], coded[first:last].replace(b"+", b"-").replace(b"/", b"_")}
    return found
