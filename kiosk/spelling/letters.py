"""Vietnamese letters taken apart: tone, mark, base; the cut of a word into onset, vowels, coda.

Tones are Unicode combining marks; everything leaves here composed (NFC). It knows no rule about consonants, so that
Đắk, Lắk and Krông can be written.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum


class Tone(Enum):
    """The six tones; the value is the combining mark."""

    LEVEL = ""
    ACUTE = "\u0301"
    GRAVE = "\u0300"
    HOOK = "\u0309"
    TILDE = "\u0303"
    DOT = "\u0323"


class ToneStyle(Enum):
    """Where the tone of oa, oe, uy stands: hóa, khỏe, thúy (old) or hoá, khoẻ, thuý (new)."""

    OLD = "old"
    NEW = "new"


VOWELS = frozenset("aăâeêioôơuưy")
MARKED = frozenset("ăâêôơư")
TONE_BY_MARK = {tone.value: tone for tone in Tone if tone.value}


@dataclass(frozen=True, slots=True, kw_only=True)
class Syllable:
    """The last syllable of a word cut into its parts, case kept, the tone taken out."""

    onset: str
    vowels: str
    coda: str
    tone: Tone
    head: str = ""
    """What stands before it in the same word: the "A" of Alô, the "Ê" of Êmô, with its tone if it has one."""

    @property
    def plain(self) -> str:
        """The word without the tone of this syllable."""
        return self.head + self.onset + self.vowels + self.coda


def without_tone(word: str) -> tuple[str, Tone]:
    """The word without its tone, and the tone; marks such as ă and ơ stay."""
    tone = Tone.LEVEL
    kept = []
    for char in unicodedata.normalize("NFD", word):
        if char in TONE_BY_MARK:
            tone = TONE_BY_MARK[char]
        else:
            kept.append(char)
    return unicodedata.normalize("NFC", "".join(kept)), tone


def cut(word: str) -> Syllable | None:
    """The last syllable of `word`, or None when it has no vowel."""
    letters = [without_tone(letter) for letter in unicodedata.normalize("NFC", word)]
    kinds = "".join("v" if plain.lower() in VOWELS else "c" for plain, _ in letters)
    found = re.search(r"c*(v+)c*\Z", kinds)
    if found is None:
        return None
    begin, (start, end) = found.start(), found.span(1)
    plain = "".join(plain for plain, _ in letters)
    if end - start > 1 and plain[begin : start + 1].lower() in {"qu", "gi"}:
        start += 1
    marked = [tone for _, tone in letters[begin:end] if tone is not Tone.LEVEL]
    return Syllable(
        onset=plain[begin:start],
        vowels=plain[start:end],
        coda=plain[end:],
        tone=marked[-1] if marked else Tone.LEVEL,
        head=unicodedata.normalize("NFC", word)[:begin],
    )


def with_tone(syllable: Syllable, tone: Tone, style: ToneStyle) -> str:
    """The word with `tone` on the vowel where it belongs."""
    place = tone_place(syllable, style)
    vowels = syllable.vowels[: place + 1] + tone.value + syllable.vowels[place + 1 :]
    return unicodedata.normalize("NFC", syllable.head + syllable.onset + vowels + syllable.coda)


def tone_place(syllable: Syllable, style: ToneStyle) -> int:
    """Index of the vowel that bears the tone."""
    vowels = syllable.vowels.lower()
    marked = [i for i, char in enumerate(vowels) if char in MARKED]
    if marked:
        return marked[-1]
    if len(vowels) == 1:
        return 0
    if syllable.coda or len(vowels) > 2:
        return 1
    return 1 if style is ToneStyle.NEW and vowels in {"oa", "oe", "uy"} else 0
