"""Words of a name that spelling does not know are in doubt; where one thing was meant it is offered."""

from __future__ import annotations

import pytest

from kiosk.spelling.doubt import Doubt, doubts, is_doubtful, meant, mended
from kiosk.spelling.letters import ToneStyle


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("Hòang", "Hoàng"),
        ("HÒANG", "HOÀNG"),
        ("Hùynh", "Huỳnh"),
        ("tòan", "toàn"),
        ("Thọai", "Thoại"),
        ("Gìang", "Giàng"),
        ("Ngọac", "Ngoạc"),
        ("Thừơng", "Thường"),
        ("Tìên", "Tiền"),
        ("Trừong", "Trường"),
        ("Nguời", "Người"),
        ("Phưong", "Phương"),
        ("Đuờng", "Đường"),
        ("Nguỹên", "Nguyễn"),
        ("Ngĩa", "Nghĩa"),
        ("Nghuyễn", "Nguyễn"),
        ("Kường", "Cường"),
        ("Cì", "Kì"),
        ("Giìn", "Gìn"),
        ("Qúy", "Quý"),
        ("Qùynh", "Quỳnh"),
        ("Gíêng", "Giếng"),
        ("Hoàc", None),
        ("Nguyen", None),
        ("Kđăm", None),
        ("Êmô", None),
        ("H'Hen", None),
        ("Smith", None),
    ],
)
def test_what_was_probably_meant(word: str, right: str | None) -> None:
    assert meant(word) == right


def test_the_right_word_has_its_tone_where_the_station_puts_it() -> None:
    assert meant("Ngĩa", ToneStyle.NEW) == "Nghĩa"
    assert mended("Trần Qúi Hòang", ToneStyle.NEW) == "Trần Quí Hoàng"


def test_only_the_words_in_doubt_are_named_and_changed() -> None:
    assert doubts("Nguyễn Hòang Êmô") == (Doubt(word="Hòang", meant="Hoàng"), Doubt(word="Êmô", meant=None))
    assert mended("Nguyễn Hòang Êmô") == "Nguyễn Hoàng Êmô"


@pytest.mark.parametrize(
    "name", ["Trần Văn Hoàng", "NGUYỄN THỊ YẾN", "Lê Kim-Chi", "Nguyễn Văn A", "Nguyễn Văn B.", ""]
)
def test_a_name_in_order_is_in_no_doubt(name: str) -> None:
    assert not is_doubtful(name)
