"""Every syllable that the rules of spelling allow."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kiosk.spelling.letters import ToneStyle
from kiosk.spelling.rhymes import rhymes, tones_of
from kiosk.spelling.syllables import ONSETS, fits, spell


@cache
def legal(style: ToneStyle) -> tuple[str, ...]:
    """All of them, the tone where this style puts it."""
    return tuple(_made(style))


def _made(style: ToneStyle) -> Iterator[str]:
    for onset in ONSETS:
        for vowels, coda in rhymes():
            if fits(onset, vowels, coda):
                for tone in tones_of(coda):
                    yield spell(onset, vowels, coda, tone, style)
