"""How one Vietnamese syllable may be written: without marks, as raw Telex or VNI keys, by ear, or with a slip.

All functions take and give the folded form of `kiosk.i18n.fold` unless they say otherwise. Knows no dictionary.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_VOWELS = "aeiouy"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
_TELEX_SHAPES = (("dd", "d"), ("aa", "a"), ("ee", "e"), ("oo", "o"), ("uow", "uo"), ("aw", "a"), ("ow", "o"))
_TELEX_TAIL = re.compile(r"[sfrxjzd]")
_VNI_DIGITS = re.compile(r"[1-9]")
_INITIALS = (
    ("ngh", "ng"), ("gh", "g"), ("gi", "d"), ("tr", "ch"), ("qu", "cu"), ("ph", "f"),
    ("k", "c"), ("q", "c"), ("s", "x"), ("r", "d"), ("v", "d"), ("n", "l"),
)  # fmt: skip
_FINALS = (("ng", "n"), ("nh", "n"), ("ch", "t"), ("c", "t"))


def written(syllable: str) -> str:
    """The marked form with its tone moved to the end, so that `hòa` and `hoà` compare equal. Not folded."""
    if syllable.isascii():
        return syllable.lower()
    decomposed = unicodedata.normalize("NFD", syllable.lower())
    tones = "".join(c for c in decomposed if c in _TONES)
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if c not in _TONES)) + tones


def from_keys(token: str) -> str:
    """What raw Telex (`ddawng`, `kys`) or VNI (`d9a8ng`, `ky1`) keys stand for; the token itself when neither."""
    if token[:1].isalpha() and _VNI_DIGITS.search(token):
        return _VNI_DIGITS.sub("", token)
    shaped = token
    for keys, letters in _TELEX_SHAPES:
        shaped = shaped.replace(keys, letters)
    shaped = shaped.replace("w", "" if _has_vowel(shaped.replace("w", "")) and "uw" in shaped else "u")
    first = next((n for n, letter in enumerate(shaped) if letter in _VOWELS), len(shaped))
    return shaped[: first + 1] + _TELEX_TAIL.sub("", shaped[first + 1 :])


def _has_vowel(token: str) -> bool:
    return any(letter in _VOWELS for letter in token)


def sound(token: str) -> str:
    """A key shared by syllables that are heard alike (x/s, ch/tr, d/gi/r/v, l/n, i/y, final n/ng, t/c)."""
    initial = next(((old, new) for old, new in _INITIALS if token.startswith(old)), None)
    heard = initial[1] + token[len(initial[0]) :] if initial and len(token) > len(initial[0]) else token
    final = next(((old, new) for old, new in _FINALS if heard.endswith(old) and len(heard) > len(old) + 1), None)
    heard = heard[: -len(final[0])] + final[1] if final else heard
    return heard.replace("y", "i")


def slips(token: str) -> Iterator[str]:
    """Every string one slip of the finger away: a letter too many, too few, another, or two swapped."""
    for n in range(len(token) + 1):
        head, tail = token[:n], token[n:]
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in _LETTERS if letter != tail[0])
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        yield from (head + letter + tail for letter in _LETTERS)
