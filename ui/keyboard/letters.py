"""Vietnamese letters taken apart: tone, mark, base; the cut of a syllable into onset, vowels, coda.

Tones are Unicode combining marks; everything leaves here composed (NFC). Spelling facts follow the school rules
(Quy định về chính tả, 1984) and stay permissive about consonants, so that Đắk, Lắk and Krông can be written.
"""

from __future__ import annotations

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

# Vowel groups of written Vietnamese, and the half-typed ones on the way to them.
GROUPS = frozenset(
    "a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iê iu oa oă oe oi oo ôi ơi ua uâ uê ui uô uơ uy ưa ươ ưi ưu"
    " yê iêu oai oao oay oeo uây uôi uya uyê uyu ươi ươu yêu".split()
)
HALF_TYPED = frozenset("ie uo ye ưo uye uoi uou ieu yeu uay ưoi ưou uơi uơu oo oau uau".split())
STOPS = frozenset({"c", "ch", "p", "t", "k"})  # a syllable that ends so bears only the acute or the dot


@dataclass(frozen=True, slots=True, kw_only=True)
class Syllable:
    """A word cut into its parts, case kept, the tone taken out."""

    onset: str
    vowels: str
    coda: str
    tone: Tone

    @property
    def plain(self) -> str:
        """The word without its tone."""
        return self.onset + self.vowels + self.coda


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
    """The parts of `word`, or None when it has no vowel or more than one group of them."""
    plain, tone = without_tone(word)
    low = plain.lower()
    start = next((i for i, char in enumerate(low) if char in VOWELS), len(low))
    end = start
    while end < len(low) and low[end] in VOWELS:
        end += 1
    if start == end or any(char in VOWELS for char in low[end:]):
        return None
    if end - start > 1 and low[:start][-1:] + low[start] in {"qu", "gi"}:
        start += 1
    return Syllable(onset=plain[:start], vowels=plain[start:end], coda=plain[end:], tone=tone)


def with_tone(syllable: Syllable, tone: Tone, style: ToneStyle) -> str:
    """The word with `tone` on the vowel where it belongs."""
    place = tone_place(syllable, style)
    vowels = syllable.vowels[: place + 1] + tone.value + syllable.vowels[place + 1 :]
    return unicodedata.normalize("NFC", syllable.onset + vowels + syllable.coda)


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


def bears(syllable: Syllable, tone: Tone) -> bool:
    """Whether a syllable with this ending can bear the tone."""
    return tone in {Tone.LEVEL, Tone.ACUTE, Tone.DOT} or syllable.coda.lower() not in STOPS
