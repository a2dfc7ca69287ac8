"""Text for the fonts of before Unicode is told by its syllables and converted letter by letter."""

from __future__ import annotations

import unicodedata

import pytest

from kiosk.officer.roster.encodings import rows_of, text_of
from kiosk.officer.roster.old_fonts import Writing, from_tcvn3, from_vni, writing_of

PAIRS = [
    # TCVN3, VNI, Unicode
    ("NguyÔn V¨n Tr­êng", "Nguyeãn Vaên Tröôøng", "Nguyễn Văn Trường"),
    ("TrÇn ThÞ Ngäc DiÖu", "Traàn Thò Ngoïc Dieäu", "Trần Thị Ngọc Diệu"),
    ("§Æng H÷u Ph­íc", "Ñaëng Höõu Phöôùc", "Đặng Hữu Phước"),
    ("Lª Quý §«n", "Leâ Quyù Ñoân", "Lê Quý Đôn"),
    ("Bïi ThÕ Kû", "Buøi Theá Kyû", "Bùi Thế Kỷ"),
    ("Hå Quúnh H­¬ng", "Hoà Quyønh Höông", "Hồ Quỳnh Hương"),
    ("x· NghÜa §ång, huyÖn T©n Kú", "xaõ Nghóa Ñoàng, huyeän Taân Kyø", "xã Nghĩa Đồng, huyện Tân Kỳ"),
]


@pytest.mark.parametrize(("tcvn3", "vni", "unicode"), PAIRS, ids=[pair[2] for pair in PAIRS])
def test_both_old_fonts_become_unicode(tcvn3: str, vni: str, unicode: str) -> None:
    assert from_tcvn3(tcvn3) == unicode
    assert from_vni(vni) == unicode


def test_capitals_of_the_capital_font_become_capitals() -> None:
    assert from_tcvn3("NGUYÔN V¡N A") == "NGUYỄN VĂN A"
    assert from_vni("NGUYEÃN VAÊN TRÖÔØNG") == "NGUYỄN VĂN TRƯỜNG"


@pytest.mark.parametrize("place", [0, 1, 2])
def test_the_writing_of_a_list_is_told_by_its_words(place: int) -> None:
    assert writing_of(pair[place] for pair in PAIRS) is (Writing.TCVN3, Writing.VNI, Writing.UNICODE)[place]


def test_names_without_marks_and_foreign_names_stay_as_they_are() -> None:
    assert writing_of(["NGUYEN VAN AN", "José Müller"]) is Writing.UNICODE


@pytest.mark.parametrize(
    "data",
    [
        "Nguyễn Văn Trường;1990".encode(),
        "Nguyễn Văn Trường;1990".encode("utf-8-sig"),
        "Nguyễn Văn Trường;1990".encode("utf-16"),
        b"\xfe\xff" + "Nguyễn Văn Trường;1990".encode("utf-16-be"),
        "Nguyễn Văn Trường;1990".encode("utf-16-le"),
        "Nguyễn Văn Trường;1990".encode("utf-16-be"),
        unicodedata.normalize("NFD", "Nguyễn Văn Trường\t1990").encode(),
        "Nguyễn Văn Trường|1990".encode("utf-16-le"),
        "Nguyê\u0303n Văn Trươ\u0300ng;1990".encode("cp1258"),
    ],
    ids=[
        "utf-8",
        "with its mark",
        "utf-16",
        "big-endian",
        "bare",
        "bare big-endian",
        "NFD, tab",
        "bar",
        "windows-1258",
    ],
)
def test_a_csv_is_read_in_whatever_code_page(data: bytes) -> None:
    assert list(rows_of(text_of(data))) == [["Nguyễn Văn Trường", "1990"]]


def test_a_csv_saved_from_an_old_font_keeps_its_letters_for_the_conversion() -> None:
    text = text_of("\n".join(pair[0] for pair in PAIRS).encode("latin-1"))
    assert writing_of([text]) is Writing.TCVN3
    assert "Nguyễn Văn Trường" in from_tcvn3(text)
