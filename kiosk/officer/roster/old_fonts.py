"""Text written for the fonts of before Unicode: TCVN3 (.VnTime; TCVN 5712:1993 VN3) and VNI (VNI-Times).

Such text is made of Latin-1 characters that only its font shows as Vietnamese. Which of the three a list is in is
judged by how many of its words are syllables that Vietnamese spelling allows.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from functools import lru_cache
from typing import Final

from kiosk.spelling.syllables import is_legal


class Writing(Enum):
    """How the text of a list is written."""

    UNICODE = "unicode"
    TCVN3 = "tcvn3"
    VNI = "vni"


_TONES: Final = ("̀", "̉", "̃", "́", "̣")
"""Grave, hook, tilde, acute, dot below: the order of the tables below."""
_TCVN3_ROWS: Final[Mapping[str, str]] = {
    "a": "µ¶·¸¹", "ă": "»¼½¾Æ", "â": "ÇÈÉÊË", "e": "ÌÎÏÐÑ", "ê": "ÒÓÔÕÖ", "i": "×ØÜÝÞ", "o": "ßáâãä",
    "ô": "åæçèé", "ơ": "êëìíî", "u": "ïñòóô", "ư": "õö÷øù", "y": "úûüýþ",
}  # fmt: skip
_TCVN3_PLAIN: Final[Mapping[str, str]] = {
    "¨": "ă", "©": "â", "ª": "ê", "«": "ô", "¬": "ơ", "\xad": "ư", "®": "đ",
    "¡": "Ă", "¢": "Â", "£": "Ê", "¤": "Ô", "¥": "Ơ", "¦": "Ư", "§": "Đ",
}  # fmt: skip
_VNI_TONES: Final[Mapping[str, str]] = {"ø": "̀", "û": "̉", "õ": "̃", "ù": "́", "ï": "̣"}
_VNI_ROOFS: Final[Mapping[str, str]] = {"à": "̀", "å": "̉", "ã": "̃", "á": "́", "ä": "̣"}
"""With the circumflex."""
_VNI_BREVES: Final[Mapping[str, str]] = {"è": "̀", "ú": "̉", "ü": "̃", "é": "́", "ë": "̣"}
"""With the breve."""
_VNI_SINGLE: Final[Mapping[str, str]] = {
    "ñ": "đ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "ô": "ơ", "ö": "ư", "î": "ỵ",
}  # fmt: skip


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


_TCVN3: Final[Mapping[str, str]] = {
    **_TCVN3_PLAIN,
    **{
        written: _nfc(letter + tone)
        for letter, row in _TCVN3_ROWS.items()
        for written, tone in zip(row, _TONES, strict=True)
    },
}
_VNI_PAIRS: Final[Mapping[str, str]] = {
    **{base + mark: _nfc(base + tone) for base in "aeouy" for mark, tone in _VNI_TONES.items()},
    **{base + "â": _nfc(base + "̂") for base in "aeo"},
    **{base + mark: _nfc(base + "̂" + tone) for base in "aeo" for mark, tone in _VNI_ROOFS.items()},
    "aê": "ă",
    **{"a" + mark: _nfc("ă" + tone) for mark, tone in _VNI_BREVES.items()},
    **{
        base + mark: _nfc(said + tone) for base, said in (("ô", "ơ"), ("ö", "ư")) for mark, tone in _VNI_TONES.items()
    },
}
_VNI: Final[Mapping[str, str]] = {
    written: said
    for pair, letter in {**_VNI_PAIRS, **_VNI_SINGLE}.items()
    for written, said in (
        (pair, letter), (pair.upper(), letter.upper()), (pair[0].upper() + pair[1:], letter.upper()),
    )
}  # fmt: skip
_VNI_FOUND: Final = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))
_TOKEN: Final = re.compile(r"[^\s\d.,;:()/\\\"'+-]+")


def from_tcvn3(text: str) -> str:
    """The same in Unicode. Where the plain letters of a text are all capitals the others become so too, as .VnTimeH
    shows them."""
    made = _nfc("".join(_TCVN3.get(letter, letter) for letter in text))
    plain = ["".join(letter for letter in word if letter.isascii() and letter.isalpha()) for word in text.split()]
    in_capitals = "".join(plain).isupper() and any(len(word) > 1 for word in plain)
    return made.upper() if in_capitals else made


def from_vni(text: str) -> str:
    """A text typed for the fonts of VNI (`VNI-Times` and others), in Unicode, NFC."""
    return _nfc(_VNI_FOUND.sub(lambda found: _VNI[found[0]], text))


def _same(text: str) -> str:
    return _nfc(text)


CONVERTERS: Final[Mapping[Writing, Callable[[str], str]]] = {
    Writing.UNICODE: _same,
    Writing.TCVN3: from_tcvn3,
    Writing.VNI: from_vni,
}
ENOUGH: Final = 300
"""Words looked at; a list repeats its family names."""


def writing_of(texts: Iterable[str]) -> Writing:
    """How these texts are written; Unicode where nothing speaks against it."""
    words = odd_words(texts)
    scores = {writing: legal(convert(word) for word in words) for writing, convert in CONVERTERS.items()}
    best = max(scores, key=lambda writing: scores[writing])
    return best if scores[best] > scores[Writing.UNICODE] else Writing.UNICODE


def odd_words(texts: Iterable[str]) -> tuple[str, ...]:
    """Different words with letters beyond ASCII, `ENOUGH` of them at most."""
    words: dict[str, None] = {}
    for text in texts:
        words |= {word: None for word in _TOKEN.findall(_nfc(text)) if not word.isascii()}
        if len(words) >= ENOUGH:
            break
    return tuple(words)


def legal(words: Iterable[str]) -> int:
    """How many of these words Vietnamese spelling allows."""
    return sum(_is_legal(word) for word in words)


@lru_cache(maxsize=4096)
def _is_legal(word: str) -> bool:
    return is_legal(word)
