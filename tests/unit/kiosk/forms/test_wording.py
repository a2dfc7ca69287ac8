"""How items are worded from answers: placeholders, optional pieces, filters."""

from __future__ import annotations

import pytest

from kiosk.forms.wording import filters_in, names_in, render

ANSWERS = {
    "ten": "Nguyễn Thị Mẫu",
    "trong": "",
    "ngay": "05/11/2026",
    "thang": "11/2026",
    "dia_chi": "Số 5, xóm 2, Xã Vân Tụ, Tỉnh Nghệ An",
    "dia_chi_cu": "Xóm 3, Hưng Tân, Huyện Hưng Nguyên, Nghệ An",
    "nhieu": "một\nhai",
    "cau": "Đã chuyển đi.",
    "bay": "{ten} [x] |upper",
}


def said(text: str) -> str:
    return render(text, lambda name: ANSWERS.get(name, ""))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tôi là {ten}.", "Tôi là Nguyễn Thị Mẫu."),
        ("Tôi là {trong}.", ""),
        ("{ten}[, sinh {trong}]", "Nguyễn Thị Mẫu"),
        ("{ten}[, sinh {ngay}]", "Nguyễn Thị Mẫu, sinh 05/11/2026"),
        ("[{trong}]", ""),
        ("Thẻ căn cước", "Thẻ căn cước"),
        ("{ngay|words}", "ngày năm tháng mười một năm hai nghìn không trăm hai mươi sáu"),
        ("{ngay|day}.{ngay|month}.{ngay|year}", "05.11.2026"),
        ("[{thang|day}/]{thang|month}/{thang|year}", "11/2026"),
        ("{ten|family|upper} {ten|given}", "NGUYỄN Thị Mẫu"),
        ("{dia_chi|detail}; {dia_chi|commune|place}; {dia_chi|province}", "Số 5, xóm 2; xã Vân Tụ; Tỉnh Nghệ An"),
        ("Công an {dia_chi_cu|commune|place}", ""),
        ("tại {dia_chi|place}", "tại số 5, xóm 2, Xã Vân Tụ, Tỉnh Nghệ An"),
        ("{nhieu|list}", "một, hai"),
        ("{cau|clause|low}.", "đã chuyển đi."),
        ("{bay}", "{ten} [x] |upper"),
    ],
)
def test_a_wording_is_filled(text: str, expected: str) -> None:
    assert said(text) == expected


def test_names_and_filters_of_a_wording_are_known_before_it_is_filled() -> None:
    assert names_in("{a|upper} [{@commune|place|low}] {#}") == {"a", "@commune", "#"}
    assert filters_in("{a|upper} [{@commune|place|low}]") == {"upper", "place", "low"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{trong}[, cấp ngày {ngay}][, nơi cấp: {trong}]", "cấp ngày 05/11/2026"),
        ("[{trong}][; {trong}][, {ngay}]", "05/11/2026"),
        (", cấp ngày {ngay}", ", cấp ngày 05/11/2026"),
    ],
)
def test_a_comma_goes_with_the_value_before_it_that_is_missing(text: str, expected: str) -> None:
    assert said(text) == expected
