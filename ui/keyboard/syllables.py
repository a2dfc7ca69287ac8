"""The syllables Vietnamese spelling allows, made by rule: what the picker offers and the composer must reach.

Onset x rhyme x tone under the spelling rules for c/k/q, g/gh, ng/ngh, gi, and the tones of stopped syllables.
It says what may be written, not what has a meaning.
"""

from __future__ import annotations

from collections.abc import Iterator

from ui.keyboard.letters import STOPS, Syllable, Tone, ToneStyle, with_tone

ONSETS = (
    "",
    *"b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split(),
)
# vowel group -> the codas it takes ("-" is none)
RHYMES = {
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
    "ư": "- c m n ng t",
    "y": "-",
    "iê": "c m n ng p t",
    "yê": "m n ng t",
    "uô": "c m n ng p t",
    "ươ": "c m n ng p t",
    "oa": "- c ch m n ng nh p t",
    "oă": "c m n ng t",
    "oe": "- m n t",
    "oo": "c ng",
    "uâ": "n ng t",
    "uê": "- ch n nh",
    "uơ": "-",
    "uy": "- ch n nh p t",
    "uyê": "n t",
} | dict.fromkeys(
    "ai ao au ay âu ây eo êu ia iu oi ôi ơi ua ui ưa ưi ưu iêu yêu oai oao oay oeo uây uôi uya uyu ươi ươu".split(),
    "-",
)
ALPHABET = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
FRONT = frozenset("eêiy")  # before these c, g, ng are written k, gh, ngh
ROUNDED = ("oa", "oă", "oe", "oo", "oai", "oao", "oay", "oeo", "uâ", "uê", "uơ", "uy", "uyê", "uya", "uyu", "uây")
AFTER_QU = frozenset("a ă â e ê i o ô ơ y ai ao au ay âu ây eo êu ia iê yê".split())  # the u is already written


def rhymes() -> Iterator[tuple[str, str]]:
    """Every vowel group with every coda that may follow it; "" is the open syllable."""
    for vowels, codas in RHYMES.items():
        for coda in codas.split():
            yield vowels, "" if coda == "-" else coda


def fits(onset: str, vowels: str) -> bool:
    """Whether the rhyme may follow the onset in writing."""
    front = vowels[0] in FRONT
    if onset in {"k", "gh", "ngh"}:
        return front and not (vowels[0] == "y" and onset != "k")
    if onset in {"c", "g", "ng"}:
        return not front and not (onset in {"c", "g"} and vowels in ROUNDED and vowels != "oo")
    if onset == "gi":
        return vowels[0] not in "iy" and vowels not in ROUNDED
    if onset == "qu":
        return vowels in AFTER_QU and vowels not in {"ia", "iê", "yêu"}
    if onset == "":
        return vowels not in {"iê", "iêu"}
    return vowels[0] != "y" or vowels == "y"


def rhymes_after(onset: str) -> tuple[str, ...]:
    """The rhymes a picker offers after `onset`, vowels and coda joined, in the order of the alphabet."""
    found = [vowels + coda for vowels, coda in rhymes() if fits(onset, vowels)]
    return tuple(sorted(found, key=lambda rhyme: [ALPHABET.index(letter) for letter in rhyme]))


def spell(onset: str, vowels: str, coda: str, tone: Tone, style: ToneStyle) -> str:
    """The letters of one syllable, its tone placed by `style`."""
    return with_tone(Syllable(onset=onset, vowels=vowels, coda=coda, tone=tone), tone, style)


def tones_of(coda: str) -> tuple[Tone, ...]:
    """The tones a syllable with this coda may bear."""
    return (Tone.ACUTE, Tone.DOT) if coda in STOPS else tuple(Tone)


def legal(style: ToneStyle) -> Iterator[str]:
    """Every syllable the rules allow."""
    for onset in ONSETS:
        for vowels, coda in rhymes():
            if fits(onset, vowels):
                for tone in tones_of(coda):
                    yield spell(onset, vowels, coda, tone, style)


def in_every_tone(onset: str, rhyme: str, style: ToneStyle) -> Iterator[str]:
    """The syllable onset + rhyme in each tone it may bear; `rhyme` as `rhymes_after` gives it."""
    for vowels, coda in rhymes():
        if vowels + coda == rhyme:
            yield from (spell(onset, vowels, coda, tone, style) for tone in tones_of(coda))
            return
