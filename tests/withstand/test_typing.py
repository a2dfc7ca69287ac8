"""Every syllable that the rules of spelling allow, typed in every way of a physical keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from kiosk.spelling.letters import ToneStyle
from tests.helpers.every_syllable import legal
from tests.unit.ui.keyboard.ways import WHOLE_SYLLABLES, typed
from ui.keyboard.composer import Method


@pytest.mark.parametrize(("method", "style", "way"), WHOLE_SYLLABLES)
def test_every_legal_syllable_can_be_typed(
    method: Method, style: ToneStyle, way: Callable[[str, Method], Sequence[str]]
) -> None:
    wrong = [
        (syllable, came)
        for syllable in legal(style)
        if (came := typed(way(syllable, method), method, style)) != syllable
    ]
    assert wrong == []
