"""Typing Vietnamese: one pure function for Telex, VNI, and for letters and tones that arrive ready.

`compose(word, key, method, style)` gives the word after one more key. A key that means a tone or a mark acts on
the whole syllable, wherever it is typed; pressed twice it undoes itself and stands as a letter; where it makes no
Vietnamese it is an ordinary letter. A letter with its marks on (another input method, a QR reader that types) is that
letter, and a combining tone (the keyboard on the screen, the Vietnamese layout of Linux and Windows) is that tone, in
every method. Nothing is remembered between two calls.
"""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from enum import Enum

from kiosk.spelling.letters import TONE_BY_MARK, Syllable, Tone, ToneStyle, cut, with_tone, without_tone
from kiosk.spelling.rhymes import GROUPS, bears
from ui.keyboard import marks
from ui.keyboard.marks import Changes


class Method(Enum):
    """How marks and tones are typed; PLAIN takes every key as it stands."""

    TELEX = "telex"
    VNI = "vni"
    PLAIN = "plain"


TONE_KEYS = {
    Method.TELEX: dict(zip("zsfrxj", Tone, strict=True)),
    Method.VNI: dict(zip("012345", Tone, strict=True)),
    Method.PLAIN: {},
}
MARK_KEYS: dict[Method, dict[str, Changes]] = {
    Method.TELEX: {"a": marks.HAT_A, "e": marks.HAT_E, "o": marks.HAT_O, "w": marks.HORN + marks.BREVE},
    Method.VNI: {"6": marks.HAT_A + marks.HAT_E + marks.HAT_O, "7": marks.HORN, "8": marks.BREVE},
    Method.PLAIN: {},
}
STROKE_KEY = {Method.TELEX: "d", Method.VNI: "9", Method.PLAIN: ""}


def compose(word: str, key: str, method: Method, style: ToneStyle = ToneStyle.OLD) -> str:
    """The word after `key` (one character, composed or a combining tone) is typed behind it."""
    low = key.lower()
    changed = None
    if key in TONE_BY_MARK:
        return _ready_tone(word, key, style)
    if low == STROKE_KEY[method]:
        changed = marks.stroke(word, key)
    elif low in TONE_KEYS[method]:
        changed = _tone(word, key, TONE_KEYS[method][low], style)
    elif low in MARK_KEYS[method]:
        changed = _mark(word, key, MARK_KEYS[method][low], style)
        if changed is None and low == "w":
            changed = marks.lone_horn(word, key)
    return _append(word, key, style) if changed is None else changed


def compose_within(
    before: str, after: str, key: str, method: Method, style: ToneStyle = ToneStyle.OLD
) -> tuple[str, str]:
    """The two parts of a word on either side of the cursor after `key` is typed between them.

    A tone or a mark acts on the whole word; a letter stands at the cursor, and the tone moves to where it belongs.
    A letter with no vowel before it is none of a tone: x before "anh" makes "xanh".
    """
    whole = before + after
    changed = compose(whole, key, method, style)
    if len(changed) == len(whole) and not (key.isalpha() and cut(before) is None):
        return changed[: len(before)], changed[len(before) :]
    before = compose(before, key, method, style)
    joined = cut(before + after)
    if joined is None or joined.tone is Tone.LEVEL or not marks.fits(joined, joined.vowels.lower()):
        return before, after
    whole = with_tone(joined, joined.tone, style)
    return whole[: len(before)], whole[len(before) :]


def last_word(text: str) -> str:
    """The word that ends at the end of `text`."""
    start = len(text)
    while start and _in_word(text[start - 1]):
        start -= 1
    return text[start:]


def first_word(text: str) -> str:
    """The word that begins at the beginning of `text`; empty where another character stands there."""
    end = 0
    while end < len(text) and _in_word(text[end]):
        end += 1
    return text[:end]


def _in_word(char: str) -> bool:
    return char.isalpha() or unicodedata.combining(char) != 0


def _append(word: str, key: str, style: ToneStyle) -> str:
    """A letter that stands for itself; a tone already there moves to where it now belongs."""
    made = unicodedata.normalize("NFC", word + key)
    before, after = cut(word), cut(made)
    if before is None or after is None or after.head != before.head or without_tone(key)[1] is not Tone.LEVEL:
        return made
    after = marks.with_both_horns(after)
    if not marks.fits(after, after.vowels.lower()):
        return made
    return with_tone(after, before.tone, style)


def _ready_tone(word: str, key: str, style: ToneStyle) -> str:
    """A tone by name: on any people's word that has a vowel; the second time it goes away."""
    syllable, tone = cut(word), TONE_BY_MARK[key]
    if syllable is None or not bears(syllable.coda, tone):
        return word
    return with_tone(syllable, Tone.LEVEL if syllable.tone is tone else tone, style)


def _tone(word: str, key: str, tone: Tone, style: ToneStyle) -> str | None:
    syllable = cut(word)
    if syllable is None or syllable.head or not _takes_tone(syllable) or not bears(syllable.coda, tone):
        return None
    if tone is Tone.LEVEL:
        return with_tone(syllable, tone, style) if syllable.tone is not Tone.LEVEL else None
    if syllable.tone is tone:
        return syllable.plain + key
    return with_tone(syllable, tone, style)


def _takes_tone(syllable: Syllable) -> bool:
    """Whether a letter behind it may be a tone: not in Ksor, Jack or http."""
    return syllable.vowels.lower() in GROUPS and marks.is_onset(syllable.onset.lower())


def _mark(word: str, key: str, changes: Changes, style: ToneStyle) -> str | None:
    syllable = cut(word)
    if syllable is None:
        return None
    vowels = marks.marked(syllable, changes, key)
    if vowels is not None:
        return with_tone(replace(syllable, vowels=vowels), syllable.tone, style)
    undone = marks.undone(syllable, changes, key)
    return None if undone is None else with_tone(undone, syllable.tone, style) + key
