"""A random syllable comes out the same whichever way it is typed, touched, picked or brought along."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import TypeAlias

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from kiosk.spelling.letters import ToneStyle, without_tone
from tests.helpers.every_syllable import legal
from tests.unit.ui.keyboard import ways
from ui.keyboard.composer import Method
from ui.keyboard.typist import SyllableChooser

Way: TypeAlias = Callable[[str, Method], Sequence[str]]


@cache
def syllables(style: ToneStyle) -> list[str]:
    return sorted(set(legal(style)))


def any_syllable(style: ToneStyle) -> st.SearchStrategy[str]:
    """By its place: of what `sampled_from` is given, it looks at every element before each draw."""
    return st.integers(0, len(syllables(style)) - 1).map(syllables(style).__getitem__)


STYLED = st.sampled_from(list(ToneStyle)).flatmap(lambda style: st.tuples(st.just(style), any_syllable(style)))
BROUGHT = {ways.ready_letters, ways.decomposed}


@pytest.mark.parametrize("way", ways.HARDWARE)
@pytest.mark.parametrize("method", [Method.TELEX, Method.VNI])
@given(drawn=STYLED)
def test_a_physical_keyboard_writes_any_syllable(way: Way, method: Method, drawn: tuple[ToneStyle, str]) -> None:
    style, syllable = drawn
    if method is Method.TELEX and "oo" in without_tone(syllable)[0] and way in BROUGHT:
        reject()  # two bare o are a hat in Telex, whoever sends them
    assert ways.typed(way(syllable, method), method, style) == syllable
    loud = [key.upper() for key in way(syllable, method)]
    assert ways.typed(loud, method, style) == syllable.upper()


@pytest.mark.parametrize("way", [*ways.SCREEN, ways.ready_letters, ways.decomposed])
@given(drawn=STYLED)
def test_the_screen_writes_any_syllable_whenever_its_tone_is_touched(way: Way, drawn: tuple[ToneStyle, str]) -> None:
    style, syllable = drawn
    assert ways.typed(way(syllable, Method.PLAIN), Method.PLAIN, style) == syllable


@pytest.mark.parametrize("style", ToneStyle)
def test_the_picker_reaches_every_syllable(style: ToneStyle) -> None:
    chooser = SyllableChooser()
    new = style is ToneStyle.NEW
    onsets = ["", *chooser.onsets()[1:]]
    picked = {
        syllable
        for onset in onsets
        for rhyme in chooser.rhymes(onset)
        for syllable in chooser.syllables(onset, rhyme, new)
    }
    assert picked >= set(syllables(style))
    assert picked >= set("quỳnh quýt quýnh gì gìn giếng giềng giữ giêng quới góa ngoạc".split()) or new


def test_the_table_holds_the_syllables_of_ordinary_vietnamese() -> None:
    assert 16_000 <= len(syllables(ToneStyle.OLD)) <= 18_500
