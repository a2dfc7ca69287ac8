"""Texts of a card are shown as one line, and nothing in them is obeyed."""

from __future__ import annotations

import sys
import unicodedata

import pytest

from devices.emrtd.printed_text import MARK, printable
from kiosk.paths import assets


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("  Nguyễn   Văn\r\nAn\t", "Nguyễn Văn An"),
        (unicodedata.normalize("NFD", "Lường Thị Ổn"), "Lường Thị Ổn"),
        ("An\x00\x00", "An"),
        ("A\x00n", f"A{MARK}n"),
        ("\u202eNA nễyugN", f"{MARK}NA nễyugN"),
        ("An\u2028Bình\u3000C", "An Bình C"),
        ("", ""),
    ],
)
def test_a_text_is_tidied_and_marked(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_of_all_characters_none_is_left_that_would_be_obeyed() -> None:
    everything = "".join(map(chr, range(sys.maxunicode + 1)))
    left = {unicodedata.category(each) for each in printable(everything)}
    assert not left & {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}


def test_every_font_of_ours_has_the_mark() -> None:
    from PIL import ImageFont

    fonts = sorted((assets() / "fonts").glob("*.ttf"))
    assert fonts
    for path in fonts:
        font = ImageFont.truetype(str(path), 40)
        assert bytes(font.getmask(MARK)) != bytes(font.getmask("\U0010fffd")), path.name
