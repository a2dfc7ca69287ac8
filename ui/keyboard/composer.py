"""Typing Vietnamese with an ordinary keyboard: one pure function for Telex, VNI and plain letters.

`compose(word, key, method, style)` gives the word after one more key. A key that means a tone or a mark acts on
the whole syllable, wherever it is typed; pressed twice it undoes itself and stands as a letter; where it makes no
Vietnamese it is an ordinary letter. Nothing is remembered between two calls.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from enum import Enum

from ui.keyboard.letters import GROUPS, HALF_TYPED, Syllable, Tone, ToneStyle, bears, cut, with_tone


class Method(Enum):
    """How marks and tones are typed; PLAIN takes every key as it stands."""

    TELEX = "telex"
    VNI = "vni"
    PLAIN = "plain"


TONE_KEYS = {
    Method.TELEX: dict(zip("zsfrxj", Tone, strict=True)),
    Method.VNI: dict(zip("012345", Tone, strict=True)),
}
# What each mark key may turn into what, the likelier first; a longer match stands before a shorter.
HORN = (("ưo", "ươ"), ("uô", "ươ"), ("uo", "ươ"), ("uo", "uơ"), ("u", "ư"), ("o", "ơ"), ("ô", "ơ"))
BREVE = (("a", "ă"), ("â", "ă"))
HAT_A = (("a", "â"), ("ă", "â"))
HAT_E = (("e", "ê"),)
HAT_O = (("ươ", "uô"), ("uơ", "uô"), ("o", "ô"), ("ơ", "ô"))
MARK_KEYS = {
    Method.TELEX: {"a": HAT_A, "e": HAT_E, "o": HAT_O, "w": HORN + BREVE},
    Method.VNI: {"6": HAT_A + HAT_E + HAT_O, "7": HORN, "8": BREVE},
}
STROKE_KEY = {Method.TELEX: "d", Method.VNI: "9"}


def compose(word: str, key: str, method: Method, style: ToneStyle = ToneStyle.OLD) -> str:
    """The word after `key` (one character) is typed behind it."""
    if method is Method.PLAIN:
        return word + key
    low = key.lower()
    changed = None
    if low == STROKE_KEY[method]:
        changed = _stroke(word, key)
    elif low in TONE_KEYS[method]:
        changed = _tone(word, key, TONE_KEYS[method][low], style)
    elif low in MARK_KEYS[method]:
        changed = _mark(word, key, MARK_KEYS[method][low], style)
        if changed is None and low == "w" and method is Method.TELEX:
            changed = _lone_horn(word, key)
    return _append(word, key, style) if changed is None else changed


def last_word(text: str) -> str:
    """The word that ends at the end of `text`."""
    start = len(text)
    while start and text[start - 1].isalpha():
        start -= 1
    return text[start:]


def _append(word: str, key: str, style: ToneStyle) -> str:
    """An ordinary letter; a tone already typed moves to where it now belongs."""
    before = cut(word)
    after = cut(word + key)
    if before is None or after is None or not key.isalpha():
        return word + key
    if before.vowels.lower() == "uơ" and after.coda:  # thuơ + n -> thươn: uơ never has a coda
        after = replace(after, vowels=_like(after.vowels, "ươ"))
    if before.tone is Tone.LEVEL:
        return after.plain
    known = after.vowels.lower() in GROUPS | HALF_TYPED
    return with_tone(after, before.tone, style) if known else word + key


def _tone(word: str, key: str, tone: Tone, style: ToneStyle) -> str | None:
    syllable = cut(word)
    if syllable is None or syllable.vowels.lower() not in GROUPS | HALF_TYPED or not bears(syllable, tone):
        return None
    if tone is Tone.LEVEL:
        return syllable.plain if syllable.tone is not Tone.LEVEL else None
    if syllable.tone is tone:
        return syllable.plain + key
    return with_tone(syllable, tone, style)


def _mark(word: str, key: str, changes: tuple[tuple[str, str], ...], style: ToneStyle) -> str | None:
    syllable = cut(word)
    if syllable is None:
        return None
    for vowels in _candidates(syllable, changes):
        return with_tone(replace(syllable, vowels=vowels), syllable.tone, style)
    undone = _undo(syllable.vowels, changes)
    return None if undone is None else with_tone(replace(syllable, vowels=undone), syllable.tone, style) + key


def _candidates(syllable: Syllable, changes: tuple[tuple[str, str], ...]) -> Iterator[str]:
    low = syllable.vowels.lower()
    for old, new in changes:
        made = low.replace(old, new, 1)
        open_pair = made == "ươ" and not syllable.coda  # thuở: an open syllable ends in uơ
        if old in low and (made in GROUPS or made in HALF_TYPED) and not (open_pair and low == "uo"):
            yield _like(syllable.vowels, made)


def _undo(vowels: str, changes: tuple[tuple[str, str], ...]) -> str | None:
    low = vowels.lower()
    for old, new in changes:
        if new in low and old.isascii():
            return _like(vowels, low.replace(new, old, 1))
    return None


def _lone_horn(word: str, key: str) -> str | None:
    """Telex w after consonants only: ư."""
    if any(char.lower() == "w" for char in word) or cut(word) is not None:
        return None
    consonants_only = not any(char.lower() in "aeiouy" for char in word)
    return word + ("Ư" if key.isupper() else "ư") if consonants_only else None


def _stroke(word: str, key: str) -> str | None:
    if not word or (cut(word) is None and len(word) > 1):
        return None
    strokes = {"d": "đ", "D": "Đ"}
    if word[0] in strokes:
        return strokes[word[0]] + word[1:]
    if word[0] in "đĐ":
        return ("d" if word[0] == "đ" else "D") + word[1:] + key
    return None


def _like(model: str, letters: str) -> str:
    """`letters` in the case of `model`, place by place."""
    return "".join(b.upper() if a.isupper() else b for a, b in zip(model, letters, strict=True))
