"""A paper written in one line, taken apart."""

from __future__ import annotations

import pytest

from kiosk.forms.paper_lines import PaperLine, taken_apart
from kiosk.forms.wording import render


def parts(line: str) -> tuple[str, str, str, str, str]:
    told = taken_apart(line)
    return told.kind, told.number, told.book, told.day, told.office


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "Thẻ căn cước số 040185000123, cấp ngày 1/2/2025, Bộ Công an",
            ("Thẻ căn cước", "040185000123", "", "01/02/2025", "Bộ Công an"),
        ),
        (
            "CCCD 040185000123, 01-02-2022, Cục CS QLHC về TTXH",
            ("Căn cước công dân", "040185000123", "", "01/02/2022", "Cục CS QLHC về TTXH"),
        ),
        (
            "Hộ chiếu C1234567 cấp ngày 3.4.2020 do Cục Quản lý xuất nhập cảnh cấp",
            ("Hộ chiếu", "C1234567", "", "03/04/2020", "Cục Quản lý xuất nhập cảnh"),
        ),
        ("hộ chiếu số C1234567; nơi cấp: Bộ Công an", ("Hộ chiếu", "C1234567", "", "", "Bộ Công an")),
        ("số 15, quyển số 01/2001, ngày 3/2/2001", ("", "15", "01/2001", "03/02/2001", "")),
        (
            "Số: 15/2001 quyển 01, đăng ký ngày 3/2/2001 tại UBND xã Vân Tụ",
            ("", "15/2001", "01", "03/02/2001", "UBND xã Vân Tụ"),
        ),
        (
            "Giấy báo tử số 12/BV, ngày 29/11/2026, do Bệnh viện đa khoa Nghệ An cấp",
            ("Giấy báo tử", "12/BV", "", "29/11/2026", "Bệnh viện đa khoa Nghệ An"),
        ),
        ("không nhớ", ("", "", "", "", "không nhớ")),
        ("", ("", "", "", "", "")),
    ],
)  # fmt: skip
def test_a_line_tells_its_parts(line: str, told: tuple[str, ...]) -> None:
    assert parts(line) == told


@pytest.mark.parametrize(
    "line",
    ["CMND 182345678 và CCCD 040185000123", "số 12, số 15", "ngày 1/2/2001, ngày 3/4/2001"],
)
def test_what_could_be_two_things_is_nothing(line: str) -> None:
    told = taken_apart(line)
    assert told.number == "" or told.day == ""
    assert not (told.number and told.day)


def test_nobody_s_paper_is_shown_by_repr_and_a_wording_takes_a_part() -> None:
    assert "0401" not in repr(taken_apart("CCCD 040185000123"))
    assert repr(PaperLine()) == "PaperLine()"
    assert render("{a|papernumber}", {"a": "CCCD 040185000123"}.__getitem__) == "040185000123"
    assert render("{a|paperday}", {"a": "số 15 ngày 3/2/2001"}.__getitem__) == "03/02/2001"
