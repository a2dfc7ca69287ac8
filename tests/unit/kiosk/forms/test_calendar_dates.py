"""Dates as people type them and as papers write them out."""

from __future__ import annotations

import pytest

from kiosk.forms.calendar_dates import in_words, number_in_words, parse


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("23/11/2026", "23/11/2026"),
        ("1-2-1985", "01/02/1985"),
        ("01.02.1985", "01/02/1985"),
        ("01021985", "01/02/1985"),
        ("1 2 1985", "01/02/1985"),
        ("2/1985", "02/1985"),
        ("1985", "1985"),
        ("29/02/2024", "29/02/2024"),
    ],
)
def test_a_date_is_read_however_it_is_typed(typed: str, kept: str) -> None:
    assert str(parse(typed)) == kept


@pytest.mark.parametrize("typed", ["", "32/1/2020", "29/2/2023", "13/2020", "1/1/20", "x", "00/01/2000", "1/1/99999"])
def test_what_is_no_day_of_the_calendar_is_refused(typed: str) -> None:
    assert parse(typed) is None


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("23/11/2026", "ngày hai mươi ba tháng mười một năm hai nghìn không trăm hai mươi sáu"),
        ("15/04/1984", "ngày mười lăm tháng tư năm một nghìn chín trăm tám mươi tư"),
        ("31/10/2005", "ngày ba mươi mốt tháng mười năm hai nghìn không trăm linh năm"),
        ("05/2000", "tháng năm năm hai nghìn"),
        ("1975", "năm một nghìn chín trăm bảy mươi lăm"),
    ],
)
def test_a_date_is_said_in_words(typed: str, words: str) -> None:
    when = parse(typed)
    assert when is not None
    assert in_words(when) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (10, "mười"),
        (21, "hai mươi mốt"),
        (105, "một trăm linh năm"),
        (1001, "một nghìn không trăm linh một"),
    ],
)
def test_numbers_in_words(number: int, words: str) -> None:
    assert number_in_words(number) == words
