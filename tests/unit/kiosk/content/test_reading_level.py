"""Plain language: what is complained about, and what is not."""

from __future__ import annotations

import pytest

from kiosk.content.reading_level import PlainLanguage, button_complaints, explained_in, text_complaints

PLAIN = PlainLanguage(
    longest_sentence=10,
    longest_button=5,
    known_abbreviations=("CCCD",),
    button_verbs=("in", "đọc", "gửi"),
    jargon={"xuất trình": "đưa ra"},
)


def said(text: str) -> list[str]:
    return [complaint.en for complaint in text_complaints(text, PLAIN)]


@pytest.mark.parametrize(
    "text",
    [
        "Một hai ba bốn năm sáu bảy tám chín mười. Một hai ba bốn năm.",
        "Mở dichvucong.gov.vn rồi tìm mã 1.004222.",
        "Đưa thẻ CCCD ra.",
        "Nộp cho Ủy ban nhân dân (UBND). UBND trả lời sau.",
        "Tờ khai CT01, 05-ĐK-TCT, mẫu TP/HT-2020.",
        "Nộp 10.000 đồng.",
    ],
)
def test_plain_text_passes(text: str) -> None:
    assert said(text) == []


def test_a_long_sentence_is_counted() -> None:
    assert said("Một hai ba bốn năm sáu bảy tám chín mười mười-một thêm.") == [
        "a sentence has 12 words, at most 10: “Một hai ba bốn năm sáu bảy tám chín mười mười-một thêm.…”"
    ]


def test_an_unexplained_abbreviation_is_named() -> None:
    assert said("Nộp cho UBND.") == ["`UBND` is not explained; write it out, or add it to known_abbreviations"]


def test_an_abbreviation_explained_elsewhere_in_the_file_passes() -> None:
    assert list(text_complaints("Nộp cho UBND.", PLAIN, explained=explained_in("Ủy ban (UBND)"))) == []


def test_an_office_word_is_named_with_its_replacement() -> None:
    assert said("Xuất trình thẻ.") == ["office word “xuất trình”; write “đưa ra”"]


@pytest.mark.parametrize(
    ("label", "complaint"),
    [
        ("In giấy", None),
        ("Có, tôi đã in", None),
        ("In giấy và gửi đi", "a button asks for two things; one verb a button"),
        ("In rồi đọc", "a button asks for two things; one verb a button"),
        ("Một hai ba bốn năm sáu", "a button has 6 words, at most 5"),
    ],
)
def test_a_button_asks_for_one_thing_in_few_words(label: str, complaint: str | None) -> None:
    said = [each.en for each in button_complaints(label, PLAIN)]
    assert said == ([complaint] if complaint else [])
