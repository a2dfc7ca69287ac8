"""Names of places compared and sorted the Vietnamese way. Knows no list of places."""

from __future__ import annotations

import re
import unicodedata

from kiosk.i18n import fold

_ALPHABET = {letter: index for index, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_TONES = {"̀": 1, "̉": 2, "̃": 3, "́": 4, "̣": 5}
_UNIT = re.compile(
    r"\A(?:thanh pho|tinh|thi xa|thi tran|dac khu|huyen|quan|phuong|xa|tp\.?|tx\.?|tt\.?|h\.|q\.|p\.|x\.)\s*(?=\S)"
)


def sort_key(name: str) -> tuple[list[int], list[int]]:
    """Dictionary order: letters first (đ after d, ê after e), tones only between equal letters."""
    letters: list[int] = []
    tones: list[int] = []
    for char in unicodedata.normalize("NFC", name.lower()):
        parts = unicodedata.normalize("NFD", char)
        plain = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))
        letters.append(_ALPHABET.get(plain, ord(plain[0]) - 1000 if plain.isascii() else 1000))
        tones.append(next((_TONES[part] for part in parts if part in _TONES), 0))
    return letters, tones


def bare(name: str) -> str:
    """Folded, without the word for the kind of unit: "Thị xã Thái Hoà" and "thai hoa" are the same."""
    return " ".join(_UNIT.sub("", fold(name).strip()).replace("-", " ").split())


def has_unit_of(name: str, *kinds: str) -> bool:
    """Whether the name begins with one of these words for a unit (folded, like "huyen")."""
    folded = fold(name).strip()
    return any(folded.startswith(f"{kind} ") for kind in kinds)
