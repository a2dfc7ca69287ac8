"""Which syllables Vietnamese spelling knows."""

from __future__ import annotations

import pytest

from kiosk.spelling.letters import ToneStyle
from kiosk.spelling.syllables import is_legal
from tests.helpers.every_syllable import legal

PEOPLE_ARE_CALLED = (
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Quách Quàng Giàng Thào Lò Cà Lường Vừ Mùa"
    " Sùng Lềnh Tráng Uông Ưng Yên Yến Oanh Uyên Y Quỳnh Quý Quí Quyên Quyết Quốc Quế Quang Quân Quới Giang Gia Giáp"
    " Giêng Giếng Khuê Khương Khuyên Nghĩa Nghiêm Nghệ Ngọc Nguyệt Thùy Thuỳ Hòa Hoà Loan Xoan Toàn Hoạch Hoài Thoại"
    " Tuấn Luân Diễm Diệu Hiếu Hương Lượng Phước Phượng Bích Thạch Vượng Út Ánh Ái Ân Khuynh Kỳ Mỹ Vỹ"
)


@pytest.mark.parametrize("word", PEOPLE_ARE_CALLED.split())
def test_names_that_people_bear_are_known(word: str) -> None:
    assert is_legal(word)
    assert is_legal(word.upper())


@pytest.mark.parametrize(
    "word",
    "Hòang Hùynh Tòan Hòai Thọai Gìang Ngọac Thừơng Tìên Nguời Trừong đựoc ngừoi Phưong Nguễn Ngĩa Cim Kường Qúy"
    " Kđăm Êmô Ênuôl Niê Ksor Der1 Smith Hoàc Giì".split(),
)
def test_what_is_no_syllable_is_not(word: str) -> None:
    assert not is_legal(word)


@pytest.mark.parametrize("style", ToneStyle)
def test_all_that_the_rules_make_is_legal(style: ToneStyle) -> None:
    assert [word for word in legal(style) if not is_legal(word)] == []
