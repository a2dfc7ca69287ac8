"""The syllables Vietnamese spelling allows, made by rule: what the picker offers and the composer must reach.

Onset x rhyme x tone under the spelling rules for c/k/q, g/gh, ng/ngh, gi, and the tones of stopped syllables.
It says what may be written, not what has a meaning. `gi` before i is written with one i: gì, gìn, giếng.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from kiosk.spelling.letters import Syllable, Tone, ToneStyle, cut, with_tone
from kiosk.spelling.rhymes import RHYMES, rhymes, tones_of

ONSETS = (
    "",
    *"b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split(),
)
ALPHABET = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
FRONT = frozenset("eêiy")  # before these c, g, ng are written k, gh, ngh
ROUNDED = frozenset("oa oă oe oo oai oao oay oeo uâ uê uêu uơ uy uyê uya uyu uây".split())
NOT_AFTER_QU = frozenset("ia iêu yêu u ư ua ui ưa ưi ưu uô uôi ươ ươi ươu o oi ôi iê".split()) | ROUNDED
AFTER_GI = frozenset({"i", "iê", "iêu"})  # of those that begin with i; gia is gi + a


def fits(onset: str, vowels: str, coda: str = "") -> bool:
    """Whether the rhyme may follow the onset in writing."""
    front = vowels[0] in FRONT
    if vowels == "y" and coda and onset != "qu":  # quỳnh, quýt; elsewhere it is huỳnh and kính
        return False
    if onset in {"k", "gh", "ngh"}:
        return front and not (vowels[0] == "y" and (onset != "k" or vowels != "y"))
    if onset in {"c", "g", "ng"}:
        rounded = onset != "ng" and vowels in ROUNDED and vowels != "oo"
        return not front and (not rounded or (onset, vowels, coda) == ("g", "oa", ""))  # góa
    if onset == "gi":
        if vowels[0] in "iyê":
            return vowels in AFTER_GI or (vowels == "ê" and not coda)  # giề; with a coda it is iê
        return vowels not in ROUNDED
    if onset == "qu":
        return vowels not in NOT_AFTER_QU
    if onset == "":
        return vowels not in {"iê", "iêu"}
    return vowels[0] != "y" or vowels == "y"


def rhymes_after(onset: str) -> tuple[str, ...]:
    """The rhymes a picker offers after `onset`, vowels and coda joined, in the order of the alphabet."""
    found = [vowels + coda for vowels, coda in rhymes() if fits(onset, vowels, coda)]
    return tuple(sorted(found, key=lambda rhyme: [ALPHABET.index(letter) for letter in rhyme]))


def spell(onset: str, vowels: str, coda: str, tone: Tone, style: ToneStyle) -> str:
    """The letters of one syllable, its tone placed by `style`."""
    written = "g" if onset == "gi" and vowels[0] == "i" else onset
    return with_tone(Syllable(onset=written, vowels=vowels, coda=coda, tone=tone), tone, style)


def in_every_tone(onset: str, rhyme: str, style: ToneStyle) -> Iterator[str]:
    """The syllable onset + rhyme in each tone it may bear; `rhyme` as `rhymes_after` gives it."""
    for vowels, coda in rhymes():
        if vowels + coda == rhyme:
            yield from (spell(onset, vowels, coda, tone, style) for tone in tones_of(coda))
            return


def is_legal(word: str) -> bool:
    """Whether spelling allows this word, in any case, with the tone where either style puts it."""
    low = unicodedata.normalize("NFC", word).lower()
    found = cut(low)
    if found is None or found.head:
        return False
    return any(
        low in {spell(onset, vowels, found.coda, found.tone, style) for style in ToneStyle}
        for onset, vowels in readings(found)
        if rule_allows(onset, vowels, found.coda, found.tone)
    )


def rule_allows(onset: str, vowels: str, coda: str, tone: Tone) -> bool:
    """Whether there is such a syllable; all in lower case."""
    known = onset in ONSETS and coda in ["" if one == "-" else one for one in RHYMES.get(vowels, "").split()]
    return known and fits(onset, vowels, coda) and tone in tones_of(coda)


def readings(syllable: Syllable) -> Iterator[tuple[str, str]]:
    """Onset and vowel group; the one i of giếng belongs to both."""
    yield syllable.onset, syllable.vowels
    if syllable.onset == "gi":
        yield "gi", "i" + syllable.vowels
    elif syllable.onset == "g" and syllable.vowels.startswith("i"):
        yield "gi", syllable.vowels
