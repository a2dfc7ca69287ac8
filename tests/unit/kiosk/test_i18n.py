"""Two languages, one composed form, and a fold that knows đ."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.i18n import BOTH, Text, fold, nfc


def test_a_text_speaks_both_languages() -> None:
    text = Text(vi="Quay lại", en="Back")
    assert [text.say(language) for language in BOTH] == ["Quay lại", "Back"]


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Đắk Lắk", "dak lak"), ("SỔ ĐỎ", "so do"), ("Krông Pa", "krong pa"), ("Nghĩa Đàn", "nghia dan")],
)
def test_folding_drops_marks_and_turns_d_with_stroke_into_d(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_composing_is_idempotent(text: str) -> None:
    assert nfc(nfc(text)) == nfc(text)
