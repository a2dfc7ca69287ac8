"""How words of a page are compared with words of the content: folded, and as whole words.

Folding makes equal what a person reads as the same (capitals, spaces, a number or star before a label, `hòa` and
`hoà`) and nothing more: the marks stay, so `Chau Binh`, `Châu Bính` and `Châu Bình` are three names.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from kiosk.spelling.letters import without_tone

_HINT = re.compile(
    r"\(\s*(?:bắt buộc|không bắt buộc|nếu có|dd/mm/yyyy|mm/yyyy|yyyy|ngày/tháng/năm|\d{1,2}|\*)\s*\)", re.IGNORECASE
)
_NUMBER = re.compile(r"^\s*(?:\(\s*\d{1,2}\s*\)|\d{1,2}\s*[.)]|[ivx]{1,5}\s*[.)/]|[a-zđ]\s*[.)])\s*", re.IGNORECASE)
_ASKS = re.compile(r"^(?:vui lòng |mời )?(?:nhập|chọn|điền) (?=\S)")
_NOT_WORDS = re.compile(r"[^\w']+")
_LOOSE = re.compile(r"(?<!\w)'+|'+(?!\w)")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'"})
_CODE = re.compile(r"^\s*\d{1,6}\s*[-–.:)]\s*(?=\D)|\s*[-–(]\s*\d{1,6}\)?\s*$")
MOST_READ = 20_000
"""Characters of a page that are looked at; a page may be endless."""


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """What is compared: NFC, small, one blank between words, no punctuation at their edges; marks and tones stay."""
    small = unicodedata.normalize("NFC", text[:MOST_READ]).casefold().translate(_APOSTROPHES)
    words = _LOOSE.sub(" ", _NOT_WORDS.sub(" ", small)).split()
    return " ".join(map(_tone_last, words))


def _tone_last(word: str) -> str:
    if word.isascii():
        return word
    plain, tone = without_tone(word)
    return plain + tone.value


@lru_cache(maxsize=4096)
def label(text: str) -> str:
    """A label or heading, folded, without its number, its star and hints such as "(nếu có)" or "Nhập …"."""
    small = unicodedata.normalize("NFC", text[:MOST_READ]).casefold()
    bare = _HINT.sub(" ", small)
    without = _NUMBER.sub("", bare)
    said = folded(without if folded(without) else bare)
    return folded(_ASKS.sub("", unicodedata.normalize("NFC", without).strip())) or said


@lru_cache(maxsize=4096)
def row(text: str) -> str:
    """A row of a list, folded, without a code before or behind it: "01 - Kinh" is "Kinh"."""
    bare = _CODE.sub("", unicodedata.normalize("NFC", text))
    return folded(bare) or folded(text)


def other_words(listed: Mapping[str, tuple[str, ...]], said: str) -> tuple[str, ...]:
    """What else a list calls the answer `said`, with or without capitals, the tone mark here or there."""
    if said in listed or not said:
        return listed.get(said, ())
    wanted = folded(said)
    return next((others for answer, others in listed.items() if folded(answer) == wanted), ())


def says(text: str, phrases: tuple[str, ...]) -> bool:
    """Whether one of the phrases stands in the text in whole words: "Hán" does not stand in "Kháng"."""
    inside = f" {folded(text)} "
    return any(f" {said} " in inside for said in map(folded, phrases) if said)


def plain(text: str) -> str:
    """Folded, and without marks and tones too: only for what must be recognised however it is written."""
    decomposed = unicodedata.normalize("NFD", folded(text).replace("đ", "d"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
