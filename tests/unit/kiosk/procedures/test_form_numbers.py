"""A form's number is found however it is written, and not where it is something else."""

from __future__ import annotations

import pytest

from kiosk.procedures.form_numbers import FormEntry, FormNumbers, mentioned

NUMBERS = FormNumbers(
    [
        FormEntry(number="CT01", procedures=("tam-tru", "tach-ho")),
        FormEntry(number="CT01", procedures=("thuong-tru",)),
        FormEntry(number="TK1-TS", procedures=("bhyt",)),
        FormEntry(number="01-TK", procedures=("the",)),
        FormEntry(number="01/2025/LLTP", procedures=("ly-lich",)),
        FormEntry(number="Mẫu số 18", procedures=("dat",)),
        FormEntry(number="Mẫu số 1đ", procedures=("tro-cap",)),
        FormEntry(number="Mẫu số 1 Phụ lục II", procedures=("kinh-doanh",)),
        FormEntry(number="ĐKX10", procedures=("xe",)),
    ]
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *((text, "CT01") for text in ("CT01", "ct 01", "mẫu CT-01", "to khai ct.01 de tach ho", "CT1", "maaux CT01")),
        *((text, "TK1-TS") for text in ("TK1-TS", "tk1ts", "TK1 TS", "tk 1 ts")),
        *((text, "01-TK") for text in ("01-TK", "mẫu 1 tk")),
        *((text, "01/2025/LLTP") for text in ("01/2025/LLTP", "mẫu 01 lltp", "1/2025 LLTP")),
        *((text, "Mẫu số 18") for text in ("mẫu số 18", "mau 18", "mẫu 18 đất đai", "form 18", "maaux soos 18")),
        *((text, "Mẫu số 1đ") for text in ("mẫu 1đ", "mau 1d", "maaux 1dd", "ma6u4 1d9")),
        *((text, "ĐKX10") for text in ("đkx10", "dkx 10", "ddkx10", "d9kx10")),
        ("mẫu số 1", "Mẫu số 1 Phụ lục II"),
    ],
)
def test_a_number_is_found_however_it_is_written(text: str, number: str) -> None:
    named = NUMBERS.named(text)
    assert named is not None
    assert named.number == number


@pytest.mark.parametrize("text", ["", "18 tuổi", "bé 1 tuổi", "căn cước", "số 18", "CT99", "1.004222", "xe 10 chỗ"])
def test_a_figure_that_is_none_is_not_taken_for_one(text: str) -> None:
    assert NUMBERS.named(text) is None


def test_the_other_words_are_left_and_the_procedures_of_one_number_stand_together() -> None:
    named = NUMBERS.named("tờ khai CT01 tách hộ")
    assert named is not None
    assert named.rest == "tờ khai tách hộ"
    assert named.procedures == ("tam-tru", "tach-ho", "thuong-tru")


def test_a_number_a_text_mentions_is_seen() -> None:
    assert list(mentioned(["Ghi phiếu DC01 và Mẫu số 03, không cần BHYT 2026."])) == ["DC01", "Mẫu số 03"]
