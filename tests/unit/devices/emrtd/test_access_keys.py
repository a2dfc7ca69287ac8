"""Keys from what a person has in hand, and the date of expiry that is not printed in a QR."""

from __future__ import annotations

from datetime import date

import pytest

from devices.emrtd.access_keys import key_from_mrz, key_from_number, key_from_qr, key_from_text
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


@pytest.mark.parametrize("text", ["hello", "12345|x", "|" * 30, "001090123456" + "|" * 70, "9" * 3_000])
def test_what_is_no_card_qr_is_refused(text: str) -> None:
    with pytest.raises(KeyTextError):
        parse_card_qr(text)


# ---------------------------------------------------------------- what readers put around it
MARKS = [
    "\\000026",
    "\\000003\\000026",
    "]Q1",
    "]Q2\\000026",
    "\\000026]Q1",
    "]d2",
    "]C1",
    "]L0",
    "]z3",
    "]e0",
    "]X0",
    "\ufeff",
    "\x02",
    "\x1d]Q3",
    " \r\n",
]


@pytest.mark.parametrize("mark", MARKS)
def test_what_a_reader_puts_in_front_is_no_part_of_the_text(mark: str) -> None:
    assert parse_card_qr(mark + QR_2021) == parse_card_qr(QR_2021)
    assert key_from_text(mark + QR_2021).mrz_candidates[0] == "090123456290021003002108"
    for number in ("123456", "001090123456"):
        assert key_from_text(mark + number).can == "123456"
    assert key_from_text(mark + AN).can == "123456"


def test_a_change_of_character_set_in_the_middle_is_taken_out() -> None:
    assert parse_card_qr(QR_2021.replace("|Nguyễn", "|\\000026Nguyễn")).full_name == "Nguyễn Văn An"


@pytest.mark.parametrize("number", ["001.090.123.456", "001 090 123 456", "001-090-123-456", "0010 9012 3456"])
def test_a_number_written_in_groups_is_the_number(number: str) -> None:
    assert parse_card_qr(QR_2021.replace("001090123456", number)).personal_number == "001090123456"
    assert key_from_text(QR_2021.replace("001090123456", number)).can == "123456"
    assert key_from_text(number).can == "123456"
    assert parse_card_qr(QR_2021.replace("012345678", "012.345.678")).old_id_number == "012345678"


@pytest.mark.parametrize("number", ["001.090.123.456", "001 090 123 456", "001-090-123-456"])
def test_a_number_written_in_groups_is_found_in_another_grammar(number: str) -> None:
    assert key_from_text(f'{{"id": "{number}", "old": "012345678"}}').can == "123456"


# ---------------------------------------------------------------- fields by what they are
def test_six_fields_have_no_old_number_and_no_date_becomes_an_address() -> None:
    qr = parse_card_qr("001188007531|Nguyễn Thị An|28021988|Nữ|Số 1, Vinh Tân|12042022")
    assert (qr.full_name, qr.old_id_number, qr.sex) == ("Nguyễn Thị An", "", "Nữ")
    assert (qr.date_of_birth, qr.date_of_issue) == (date(1988, 2, 28), date(2022, 4, 12))
    assert qr.address == "Số 1, Vinh Tân"


def test_five_fields_without_an_address_have_none() -> None:
    qr = parse_card_qr("001188007531||Nguyễn Thị An|28021988|Nữ|12042022")
    assert (qr.address, qr.date_of_issue) == ("", None)


def test_more_fields_than_seven_change_nothing_in_the_first() -> None:
    qr = parse_card_qr(QR_2021 + "|Nguyễn Văn Bình|Trần Thị Cúc||040160001234|")
    assert qr == parse_card_qr(QR_2021)


def test_a_text_of_marks_is_shown_with_them() -> None:
    assert parse_card_qr(QR_2021.replace("Văn", "\u202eVăn")).full_name == "Nguyễn ¤Văn An"


# ---------------------------------------------------------------- relatives
def relatives(length: int, number: str = "001188007531") -> str:
    """A text of a card whose holder's number is `number`, with one relative's number at its end."""
    own = f"{number}|012345678|Nguyễn Thị An|29021988|Nữ|Số 1, Vinh Tân, Vinh, Nghệ An|12042022||"
    return own + "x" * (length - len(own) - 26) + "|Lô Thị Mỷ|040160001234|"


@pytest.mark.parametrize("length", [200, 399, 401, 700, 1_900])
def test_the_holders_number_is_the_key_however_long_the_text(length: int) -> None:
    assert key_from_text(relatives(length)).can == "007531"


@pytest.mark.parametrize("start", [3, 8, 13, 30, 60, 200])
def test_a_text_whose_beginning_is_lost_is_not_understood(start: int) -> None:
    with pytest.raises(KeyTextError):
        key_from_text(relatives(500)[start:])


@pytest.mark.parametrize("number", ["00118800753", "0011880075311", "001188oo7531", ""])
def test_a_relatives_number_never_stands_in_for_the_holders(number: str) -> None:
    with pytest.raises(KeyTextError):
        key_from_text(relatives(500, number))


def test_a_text_longer_than_any_cards_is_not_understood() -> None:
    with pytest.raises(KeyTextError):
        key_from_text(relatives(3_000))


# ---------------------------------------------------------------- dates
def dates(birth: str, issue: str) -> tuple[date | None, date | None]:
    """Both dates of a text."""
    qr = parse_card_qr(f"001188007531||Nguyễn Thị An|{birth}|Nữ|Số 1|{issue}")
    return qr.date_of_birth, qr.date_of_issue


BIRTH, ISSUE = date(1988, 2, 28), date(2022, 4, 12)


@pytest.mark.parametrize(
    ("birth", "issue"),
    [
        ("28021988", "12042022"),
        ("28/02/1988", "12/04/2022"),
        ("28-2-1988", "12-4-2022"),
        ("28.02.1988", "12.04.2022"),
        ("1988-02-28", "2022-04-12"),
        ("1988/02/28", "2022/04/12"),
        ("19880228", "20220412"),
        ("1988-02-28T00:00:00", "12042022"),
    ],
)
def test_dates_are_read_in_every_form_that_can_be_told(birth: str, issue: str) -> None:
    assert dates(birth, issue) == (BIRTH, ISSUE)


@pytest.mark.parametrize(
    ("birth", "issue"),
    [("02/28/1988", "04/12/2022"), ("04/02/1988", "04/28/2022"), ("02281988", "04122022"), ("10021990", "04282022")],
)
def test_a_month_in_front_is_never_read_as_a_day(birth: str, issue: str) -> None:
    assert dates(birth, issue) == (None, None)


def test_a_parted_date_whose_order_nothing_shows_is_not_read() -> None:
    assert dates("02/10/1990", "04/05/2022") == (None, None)
    assert dates("02/10/1990", "05/05/2022") == (None, date(2022, 5, 5))
    assert dates("02/10/1990", "13/05/2022") == (date(1990, 10, 2), date(2022, 5, 13))


@pytest.mark.parametrize("text", ["", "1988", "00001988", "31021988", "28021899", "28/02/88", "99/99/1988", "?"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert dates(text, "12042022") == (None, ISSUE)


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
