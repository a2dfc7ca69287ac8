"""The rhymes of Vietnamese: which vowel groups there are, which codas each takes, how each looks half typed.

Somebody who types puts letters, marks and tone in any order, so a rhyme is also known on its way: `uo` before its
horns, `ê` before its last consonant.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Final

from kiosk.spelling.letters import Tone

# vowel group -> the codas it takes ("-" is none)
RHYMES: Final = {
    "a": "- c ch m n ng nh p t",
    "ă": "c m n ng p t",
    "â": "c m n ng p t",
    "e": "- c m n ng p t",
    "ê": "- ch m n nh p t",
    "i": "- ch m n nh p t",
    "o": "- c m n ng p t",
    "ô": "- c m n ng p t",
    "ơ": "- m n p t",
    "u": "- c m n ng p t",
    "ư": "- c m ng t",
    "y": "- ch nh t",
    "iê": "c m n ng p t",
    "yê": "m n ng t",
    "uô": "c m n ng t",
    "ươ": "c m n ng p t",
    "oa": "- c ch m n ng nh p t",
    "oă": "c m n ng t",
    "oe": "- m n ng t",
    "oo": "c ng",
    "uâ": "n ng t",
    "uê": "- ch nh",
    "uơ": "-",
    "uy": "- ch n nh p t",
    "uyê": "n t",
} | dict.fromkeys(
    "ai ao au ay âu ây eo êu ia iu oi ôi ơi ua ui ưa ưi ưu"
    " iêu yêu oai oao oay oeo uây uêu uôi uya uyu ươi ươu".split(),
    "-",
)
BASE: Final = {"ă": "a", "â": "a", "ê": "e", "ô": "o", "ơ": "o", "ư": "u"}
STOPS: Final = frozenset({"c", "ch", "p", "t", "k"})
"""A syllable that ends so bears only the acute or the dot."""


def rhymes() -> Iterator[tuple[str, str]]:
    """Every vowel group with every coda that may follow it; "" is the open syllable."""
    for vowels, codas in RHYMES.items():
        for coda in codas.split():
            yield vowels, "" if coda == "-" else coda


def half_typed(vowels: str) -> Iterator[str]:
    """The vowel group with all, some or none of its marks: ươ, ưo, uơ, uo."""
    for letters in product(*({letter, BASE.get(letter, letter)} for letter in vowels)):
        yield "".join(letters)


GROUPS: Final = frozenset(form for vowels in RHYMES for form in half_typed(vowels))
"""Every vowel group, whole or with marks still missing."""
_STARTS: Final = frozenset(
    (form, coda[:length])
    for vowels, coda in rhymes()
    for form in half_typed(vowels)
    for length in range(len(coda) + 1)
)


def may_become(vowels: str, coda: str) -> bool:
    """Whether a rhyme can begin so, in lower case: marks and last letters may still be missing."""
    return (vowels, coda) in _STARTS


def tones_of(coda: str) -> tuple[Tone, ...]:
    """The tones a syllable with this coda may bear."""
    return (Tone.ACUTE, Tone.DOT) if coda in STOPS else tuple(Tone)


def bears(coda: str, tone: Tone) -> bool:
    """Whether a syllable with this coda can bear the tone, its own level included while it is typed."""
    return tone is Tone.LEVEL or tone in tones_of(coda.lower())
