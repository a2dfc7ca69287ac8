"""Whatever letters a value holds, there is a paper; what cannot be printed is seen as a mark."""

from __future__ import annotations

import pytest

from kiosk.documents import Typesetter, declaration
from kiosk.forms.printed import SheetStatus
from kiosk.letters import MARK, PrintableLetters
from kiosk.paths import assets
from tests.helpers.pages import fonts_of, raw_text_of, text_of
from tests.unit.kiosk.documents.sheets import PRINTED_ON, ct01, general

LETTERS = PrintableLetters(assets() / "fonts")
VIETNAMESE = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ"


@pytest.mark.parametrize(
    ("typed", "printed", "missing"),
    [
        ("Nguyễn Thị Hoa Mẫu", "Nguyễn Thị Hoa Mẫu", ""),
        (VIETNAMESE + VIETNAMESE.upper(), VIETNAMESE + VIETNAMESE.upper(), ""),
        ("Ê Đê, Ba Na, Hrê", "Ê Đê, Ba Na, Hrê", ""),
        ("Ng\u0075\u0079\u00ea\u0303n", "Nguyễn", ""),
        ("số １２ khu Ⅳ mục ①", "số 12 khu IV mục 1", ""),
        ("✓ đồng ý", f"{MARK} đồng ý", "✓"),
        ("ວຽງຈັນ", MARK * len("ວຽງຈັນ"), "ວຽງຈັນ"),
        ("ไทย ខ្មែរ ꨌꩌ 中文", f"{MARK * 3} {MARK * 5} {MARK * 2} {MARK * 2}", "ไทยខ្មែរꨌꩌ中文"),
        ("😀 👨\u200d👩\u200d👧 ❤\ufe0f", f"{MARK} {MARK * 3} {MARK}", "😀👨👩👧❤"),
        ("a\u200bb\u200d\u202ec\ufeff\u00ad\u2060d\x00\x1b", "abcd", ""),
        ("\ue000\uf8ff", MARK * 2, "\ue000\uf8ff"),
        ("hai\ndòng\t.", "hai\ndòng\t.", ""),
    ],
)
def test_a_letter_is_printed_printed_plainer_or_marked(typed: str, printed: str, missing: str) -> None:
    assert LETTERS.printable(typed) == printed
    assert LETTERS.missing(typed) == missing


@pytest.mark.parametrize(
    "letter", ["✓", "Ⅳ", "①", "１", "ກ", "ไ", "ខ", "ꨌ", "字", "😀", "\ue000", "\U0010ffff", "\u0301"]
)
def test_any_letter_in_any_value_gives_a_paper_with_all_its_marks(typesetter: Typesetter, letter: str) -> None:
    for form in (ct01(name=f"Trần {letter} Hoa"), general(name=f"{letter}{letter}", status=SheetStatus.DATA_SHEET)):
        pdf = declaration(typesetter, form, printed_on=PRINTED_ON).pdf
        assert b"pdfuaid:part" in pdf
        assert all(font.startswith(("BeVietnamPro", "Tinos")) for font in fonts_of(pdf))
    assert "Trần" in text_of(declaration(typesetter, ct01(name=f"Trần {letter} Hoa"), printed_on=PRINTED_ON).pdf)


def test_a_long_word_is_broken_without_a_sign_that_a_copy_would_carry(typesetter: Typesetter) -> None:
    address = "nguyenthiquynhanh.hoangphuocvinh.tranlequangvinhdienbienphu@thu-dien-tu-cong-dan.example.vn"
    pdf = declaration(typesetter, general(name=address), printed_on=PRINTED_ON).pdf
    assert address in raw_text_of(pdf).replace("\n", "")
