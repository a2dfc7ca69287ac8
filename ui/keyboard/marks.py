"""Hats, horns, breves and the stroke of đ: what a key that means one of them makes of a syllable.

A Vietnamese vowel group takes the mark wherever the key stands. In a word of more syllables or of another people
(alô, Êmô, Byă) the key must stand right behind its letter.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final, TypeAlias

from kiosk.spelling.letters import Syllable, cut
from kiosk.spelling.rhymes import GROUPS, may_become
from kiosk.spelling.syllables import ONSETS

Changes: TypeAlias = tuple[tuple[str, str], ...]

# What each mark key may turn into what, the likelier first; a longer match stands before a shorter.
HORN: Final[Changes] = (
    ("ưo", "ươ"),
    ("uơ", "ươ"),
    ("uô", "ươ"),
    ("uo", "ươ"),
    ("uo", "uơ"),
    ("u", "ư"),
    ("o", "ơ"),
    ("ô", "ơ"),
)
BREVE: Final[Changes] = (("a", "ă"), ("â", "ă"))
HAT_A: Final[Changes] = (("a", "â"), ("ă", "â"))
HAT_E: Final[Changes] = (("e", "ê"),)
HAT_O: Final[Changes] = (("ươ", "uô"), ("uơ", "uô"), ("ưo", "uô"), ("o", "ô"), ("ơ", "ô"))
STROKES: Final = {"d": "đ", "D": "Đ"}
PLAIN_D: Final = {stroked: plain for plain, stroked in STROKES.items()}
LIQUIDS: Final = frozenset("rl")


def is_onset(onset: str) -> bool:
    """Whether a syllable with a tone may begin so: Vietnamese, or as in Đrắk, Blá, Krái and Dzũng."""
    return (
        onset in ONSETS
        or onset in {"q", "dz"}
        or (len(onset) > 1 and onset[-1] in LIQUIDS and onset[0] in "bcđdgkmpst")
    )


def fits(syllable: Syllable, vowels: str) -> bool:
    """Whether the rhyme with these vowels can be Vietnamese; the i of giếng belongs to both onset and rhyme."""
    coda = syllable.coda.lower()
    return may_become(vowels, coda) or (syllable.onset.lower() == "gi" and may_become("i" + vowels, coda))


def marked(syllable: Syllable, changes: Changes, key: str) -> str | None:
    """The vowels with the mark on, in their case; None where the key makes no mark."""
    low, behind = syllable.vowels.lower(), not syllable.coda
    if syllable.head and not key.isdigit() and (syllable.coda or _is_long(syllable.head)):
        return None
    if "ươ" in low and ("u", "ư") in changes and (syllable.coda or len(low) > 2):  # the second horn, typed late
        return syllable.vowels
    made = [low.replace(old, new, 1) for old, new in changes if old in low]
    if low == "uo" and behind:  # thuở: an open syllable ends in uơ
        made = [vowels for vowels in made if vowels != "ươ"]
    whole = [vowels for vowels in made if fits(syllable, vowels)] or [vowels for vowels in made if vowels in GROUPS]
    if whole:
        return _like(syllable.vowels, whole[0])
    if behind and low not in GROUPS:
        last = dict(changes).get(low[-1])
        return _like(syllable.vowels, low[:-1] + last) if last else None
    return None


def _is_long(head: str) -> bool:
    """Whether two syllables or more stand before it: no name, but a foreign word."""
    found = cut(head)
    return found is not None and bool(found.head)


def undone(syllable: Syllable, changes: Changes, key: str) -> Syllable | None:
    """The syllable without the mark that this key had made; None where there is none."""
    if key.lower() == "w" and _is_lone_horn(syllable.plain):
        return None
    low = syllable.vowels.lower()
    if syllable.coda and not fits(syllable, low):  # Êđ + e begins đe, it does not end ê
        return None
    for old, new in changes:
        if new in low and old.isascii():
            return replace(syllable, vowels=_like(syllable.vowels, low.replace(new, old, 1)))
    return None


def with_both_horns(syllable: Syllable) -> Syllable:
    """Before another letter ưo and uơ are ươ: only thuở and quơ end in one horn."""
    low = syllable.vowels.lower()
    full = low.replace("ưo", "ươ").replace("uơ", "ươ")
    grown = len(full) > 2 or syllable.coda
    if full == low or not grown or not fits(syllable, full):
        return syllable
    return replace(syllable, vowels=_like(syllable.vowels, full))


def lone_horn(word: str, key: str) -> str | None:
    """Telex w after consonants only: ư; the second time w."""
    if _is_lone_horn(word):
        return word[:-1] + ("W" if word[-1] == "Ư" else "w")
    if word[-1:].lower() == "q" or any(char.lower() == "w" for char in word) or cut(word) is not None:
        return None
    return word + ("Ư" if key.isupper() else "ư")


def _is_lone_horn(word: str) -> bool:
    """Whether ư was most likely made of w alone: nobody writes u first where no Vietnamese begins so."""
    return word[-1:].lower() == "ư" and (len(word) == 1 or not is_onset(word[:-1].lower()))


def stroke(word: str, key: str) -> str | None:
    """The word with d as đ, or with đ as d and the key; None where the key is a letter."""
    place = _place_of_d(word, anywhere=key.isdigit())
    if place is None:
        return None
    letter = word[place]
    if letter in STROKES:
        return word[:place] + STROKES[letter] + word[place + 1 :]
    return word[:place] + PLAIN_D[letter] + word[place + 1 :] + key


def _place_of_d(word: str, *, anywhere: bool) -> int | None:
    """Index of the d or đ that is meant: of the onset (Kđăm), or behind the one vowel the word begins with (Êđê)."""
    found = cut(word)
    if found is None:
        return len(word) - 1 if _is_d(word[-1:]) else None
    if not anywhere and (found.head or found.vowels.lower() not in GROUPS):
        return None
    if _is_d(found.coda):
        return len(word) - 1 if not found.head + found.onset and len(found.vowels) == 1 else None
    start = len(found.head)
    places = [start + i for i, letter in enumerate(found.onset) if _is_d(letter)]
    return places[-1] if places else None


def _is_d(letter: str) -> bool:
    return letter in STROKES or letter in PLAIN_D


def _like(model: str, letters: str) -> str:
    """`letters` in the case of `model`, place by place."""
    return "".join(b.upper() if a.isupper() else b for a, b in zip(model, letters, strict=True))
