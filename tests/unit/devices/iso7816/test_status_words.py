"""Status words by name."""

from __future__ import annotations

import pytest

from devices.iso7816 import status_words


@pytest.mark.parametrize(
    ("sw", "name"),
    [
        (0x9000, "SUCCESS"),
        (0x6982, "SECURITY_NOT_SATISFIED"),
        (0x6112, "MORE_AVAILABLE"),
        (0x6C10, "WRONG_LE"),
        (0x63C2, "TRIES_LEFT"),
        (0x9123, "9123"),
    ],
)
def test_a_word_has_a_name_or_its_digits(sw: int, name: str) -> None:
    assert status_words.name_of(sw) == name


def test_the_numbers_inside_a_word_are_read() -> None:
    assert status_words.more_available(0x6110) == 0x10
    assert status_words.exact_length(0x6C00) == 0
    assert status_words.tries_left(0x63C2) == 2
    assert status_words.more_available(0x9000) is None
    assert status_words.exact_length(0x9000) is None
    assert status_words.tries_left(0x6300) is None
