"""Keys from what a person has in hand, and the date of expiry that is not printed in a QR."""

from __future__ import annotations

from datetime import date

import pytest

from devices.emrtd.access_keys import key_from_dates, key_from_mrz, key_from_number, key_from_qr, key_from_text
from devices.emrtd.card_qr import parse_card_qr
from devices.emrtd.errors import KeyTextError
from devices.emrtd.expiry import NEVER, expiry_candidates
from tests.unit.devices.emrtd.test_mrz import AN

QR_2021 = "001090123456|012345678|Nguyễn Văn An|10021990|Nam|Số 1, Phường X, Quận Y, Hà Nội|15042021"
QR_NO_OLD = "079165000789||Trần Thị Bình|18071965|Nữ|Số 2|01062024"
QR_2024 = QR_2021 + "||Nguyễn Văn Bình|Trần Thị Cúc|||"


@pytest.mark.parametrize("text", ["123456", "001090123456", " 001 090 123 456\r\n"])
def test_six_or_twelve_digits_are_the_can(text: str) -> None:
    assert key_from_text(text).can == "123456"


def test_leading_zeros_of_the_can_are_kept() -> None:
    assert key_from_number("079165000789").can == "000789"


@pytest.mark.parametrize("text", ["", "12345", "1234567", "abcdef", "12345６"])
def test_any_other_number_is_refused(text: str) -> None:
    with pytest.raises(KeyTextError):
        key_from_text(text)


def test_an_mrz_gives_the_can_as_well() -> None:
    key = key_from_text(AN)
    assert (key.can, key.mrz_candidates) == ("123456", ("090123456290021003002108",))


def test_an_mrz_without_personal_number_gives_no_can() -> None:
    zone = "I<UTOD231458907<<<<<<<<<<<<<<<7408122F1204159UTO<<<<<<<<<<<6ERIKSSON<<ANNA<MARIA<<<<<<<<<<"
    assert key_from_mrz(zone).can is None


@pytest.mark.parametrize("text", [QR_2021, QR_2024])
def test_a_qr_gives_the_can_and_the_derived_mrz_key(text: str) -> None:
    key = key_from_text(text)
    assert key.can == "123456"
    assert key.mrz_candidates[0] == "090123456290021003002108"


@pytest.mark.parametrize(
    "text",
    [
        "001090123456~012345678~Nguyen Van An~10021990~Nam~So 1~15042021",
        '{"id": "001090123456", "old": "012345678"}',
        "Họ tên Nguyễn Văn An|001090123456|10021990",
    ],
    ids=["separators changed by a keyboard layout", "another grammar", "another order"],
)
def test_a_text_of_unknown_layout_gives_the_can_of_the_one_number_in_it(text: str) -> None:
    key = key_from_text(text)
    assert (key.can, key.mrz_candidates) == ("123456", ())


@pytest.mark.parametrize(
    "text",
    ["001090123456 and 001090123457", "no number in it at all", "IDVNM<<<001090123456<<<", "0010901234567890 x"],
)
def test_a_text_with_no_or_two_numbers_or_a_broken_zone_is_refused(text: str) -> None:
    with pytest.raises(KeyTextError):
        key_from_text(text)


def test_a_card_without_expiry_has_its_fixed_date() -> None:
    assert key_from_qr(parse_card_qr(QR_NO_OLD)).mrz_candidates == ("165000789265071879912315",)


@pytest.mark.parametrize(
    "text",
    [
        "001090123456|",
        "001090123456||||||",
        "001090123456|||10029999|?||15049999",
        "001090123456|x|1|31021990|?|a|99999999",
    ],
)
def test_a_qr_whose_later_fields_do_not_validate_still_gives_the_can(text: str) -> None:
    qr = parse_card_qr(text)
    assert (qr.full_name, qr.old_id_number, qr.date_of_birth, qr.sex, qr.date_of_issue) == ("", "", None, "", None)
    assert key_from_qr(qr).mrz_candidates == ()


def test_a_qr_is_read_field_by_field_in_composed_form() -> None:
    qr = parse_card_qr(QR_2021.replace("ễ", "e\u0302\u0303"))
    assert (qr.full_name, qr.old_id_number, qr.sex) == ("Nguyễn Văn An", "012345678", "Nam")
    assert (qr.date_of_birth, qr.date_of_issue) == (date(1990, 2, 10), date(2021, 4, 15))
    assert qr.address == "Số 1, Phường X, Quận Y, Hà Nội"


@pytest.mark.parametrize("text", ["hello", "12345|x", "|" * 30, "001090123456" + "|" * 25, "9" * 3_000])
def test_what_is_no_card_qr_is_refused(text: str) -> None:
    with pytest.raises(KeyTextError):
        parse_card_qr(text)


def test_number_and_printed_dates_make_an_mrz_key() -> None:
    key = key_from_dates("001090123456", date(1990, 2, 10), date(2030, 2, 10))
    assert (key.can, key.mrz_candidates) == ("123456", ("090123456290021003002108",))


@pytest.mark.parametrize(
    ("birth", "issue", "expiry"),
    [
        (date(2000, 5, 1), date(2022, 1, 1), date(2025, 5, 1)),
        (date(2000, 5, 1), date(2023, 6, 1), date(2040, 5, 1)),
        (date(1985, 5, 1), date(2022, 1, 1), date(2025, 5, 1)),
        (date(1984, 1, 1), date(2022, 6, 1), date(2044, 1, 1)),
        (date(1965, 7, 18), date(2024, 6, 1), NEVER),
        (date(2016, 3, 3), date(2024, 8, 1), date(2030, 3, 3)),
        (date(2012, 3, 3), date(2024, 8, 1), date(2037, 3, 3)),
        (date(2012, 3, 3), date(2024, 6, 1), date(2037, 3, 3)),
        (date(1966, 7, 1), date(2024, 9, 1), NEVER),
    ],
)
def test_the_expiry_follows_the_law_of_the_day_of_issue(birth: date, issue: date, expiry: date) -> None:
    assert expiry_candidates(birth, issue)[0] == expiry


def test_near_a_threshold_the_neighbour_is_offered_too() -> None:
    assert expiry_candidates(date(2000, 5, 1), date(2023, 4, 28)) == (date(2025, 5, 1), date(2040, 5, 1))
    assert expiry_candidates(date(2000, 5, 1), date(2023, 5, 3)) == (date(2040, 5, 1), date(2025, 5, 1))


def test_a_leap_day_birthday_is_tried_on_both_sides() -> None:
    assert expiry_candidates(date(2000, 2, 29), date(2022, 1, 1)) == (date(2025, 2, 28), date(2025, 3, 1))
    assert expiry_candidates(date(1984, 2, 29), date(2021, 6, 1))[0] == date(2024, 2, 29)


def test_no_key_shows_in_a_repr() -> None:
    assert "123456" not in repr(key_from_text(QR_2021)) + repr(parse_card_qr(QR_2021))
