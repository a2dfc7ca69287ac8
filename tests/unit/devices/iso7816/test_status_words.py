"""The numbers that some status words carry."""

from __future__ import annotations

from devices.iso7816 import status_words


def test_the_numbers_inside_a_word_are_read() -> None:
    assert status_words.more_available(0x6110) == 0x10
    assert status_words.exact_length(0x6C00) == 0
    assert status_words.tries_left(0x63C2) == 2
    assert status_words.more_available(0x9000) is None
    assert status_words.exact_length(0x9000) is None
    assert status_words.tries_left(0x6300) is None
