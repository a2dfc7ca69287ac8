"""Names of places compared and sorted the Vietnamese way. Knows no list of places.

Two forms of a name are compared: as it is spelled ("Châu Bình" is not "Châu Bính"), and folded, for who types no
marks. A word for a unit is cut off only as a whole word with its own marks: "Quan Thành" is no "quận".
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from kiosk.i18n import fold, nfc

_ALPHABET = {letter: index for index, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_TONES = {"̀": 1, "̉": 2, "̃": 3, "́": 4, "̣": 5}
COMMUNE_WORDS: Final = frozenset({"xã", "phường", "đặc khu", "thị trấn"})
DISTRICT_WORDS: Final = frozenset({"huyện", "quận", "thị xã", "thành phố"})
_WORDS: Final = (*sorted(COMMUNE_WORDS | DISTRICT_WORDS, key=len, reverse=True), "tỉnh")
_WRITTEN: Final = {fold(word): word for word in _WORDS} | {word: word for word in _WORDS}
_SHORT: Final = {
    "tp": "thành phố", "tx": "thị xã", "tt": "thị trấn", "h": "huyện", "q": "quận", "p": "phường", "x": "xã",
}  # fmt: skip
_WORD = re.compile(rf"({'|'.join(_WORDS)}|{'|'.join(fold(word) for word in _WORDS)})\s+(?=\S)")
_SHORTENED = re.compile(r"(tp|tx|tt|[hqpx])(?:\.\s*|\s+|(?=\d))(?=\S)")
_OLD_PLACE = re.compile(r"(?<!q)([òóỏõọ][ae]|[ùúủũụ]y)\b")


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


def spelled(name: str) -> str:
    """Small letters, one blank, tone where it is written today (hoà for hòa), ' for ’, 4 for 04; marks stay."""
    plain = nfc(name).lower().replace("’", "'").replace("‘", "'").replace("–", " ").replace("-", " ")
    words = (word.lstrip("0") or word if word.isdigit() else word for word in plain.split())
    return _OLD_PLACE.sub(lambda found: _tone_last(found[0]), " ".join(words))


def _tone_last(pair: str) -> str:
    """Move the tone of two vowels from the first to the second: "òa" to "oà"."""
    parts = unicodedata.normalize("NFD", pair[0])
    return nfc(parts[0] + pair[1] + parts[1:])


def is_unmarked(name: str) -> bool:
    """Whether somebody wrote it without any mark, so that it may stand for several names."""
    return fold(name) == nfc(name).lower()


def readings(name: str) -> tuple[tuple[str, str], ...]:
    """What a piece of an address may be, likeliest first: (word for the unit or "", name as `spelled`).

    The whole as a name comes first: there was a ward called Phường Đúc, and "xa luong" is Xá Lượng.
    """
    whole = spelled(name)
    if (found := _WORD.match(whole)) is not None:
        word = _WRITTEN[found[1]]
        if found[1] == word or is_unmarked(whole):
            return ("", whole), (word, whole[found.end() :])
    if (found := _SHORTENED.match(whole)) is not None:
        return ("", whole), (_SHORT[found[1]], spelled(whole[found.end() :]))
    return (("", whole),)


def unit_word(name: str) -> str:
    """The word for a unit it begins with, written out ("P.12": "phường"), or an empty text."""
    return readings(name)[-1][0]


def without_unit(name: str) -> str:
    """Spelled, without the word for the unit it begins with: "Thị xã Thái Hòa" and "thái hoà" are the same."""
    return readings(name)[-1][1]
