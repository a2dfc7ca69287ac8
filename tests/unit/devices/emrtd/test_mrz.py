"""The machine readable zone of size TD1."""

from __future__ import annotations

import pytest

from devices.emrtd.errors import KeyTextError
from devices.emrtd.mrz import check_digit, mrz_information, parse_td1

AN = "IDVNM0901234562001090123456<<3\n9002100M3002108VNM<<<<<<<<<<<2\nNGUYEN<<VAN<AN<<<<<<<<<<<<<<<<\n"
BINH = "IDVNM1650007892079165000789<<26507187F9912315VNM<<<<<<<<<<<4TRAN<<THI<BINH<<<<<<<<<<<<<<<<"


@pytest.mark.parametrize(("text", "digit"), [("D23145890734", "9"), ("340712", "7"), ("L898902C<", "3"), ("", "0")])
def test_check_digits_are_those_of_doc_9303(text: str, digit: str) -> None:
    assert check_digit(text) == digit


def test_a_vietnamese_zone_is_read_with_line_breaks() -> None:
    mrz = parse_td1(AN)
    assert mrz.information == "090123456290021003002108"
    assert (mrz.issuing_state, mrz.nationality, mrz.sex) == ("VNM", "VNM", "M")
    assert (mrz.surname, mrz.given_names, mrz.personal_number) == ("NGUYEN", "VAN AN", "001090123456")


def test_a_vietnamese_zone_is_read_without_line_breaks_and_in_lower_case() -> None:
    assert parse_td1(BINH.lower()).information == "165000789265071879912315"


def test_a_document_number_over_nine_characters_goes_on_in_the_optional_data() -> None:
    number = "D23145890734"
    first = f"I<UTO{number[:9]}<{number[9:]}{check_digit(number)}".ljust(30, "<")
    second = "7408122F1204159UTO".ljust(29, "<")
    composite = check_digit(first[5:] + second[:7] + second[8:15] + second[18:29])
    mrz = parse_td1(first + second + composite + "ERIKSSON<<ANNA<MARIA".ljust(30, "<"))
    assert (mrz.document_number, mrz.optional_data, mrz.personal_number) == (number, "", None)


def test_a_short_document_number_is_filled() -> None:
    assert mrz_information("T22000", "640812", "101031") == "T22000<<<" + check_digit("T22000") + "64081251010318"


def test_a_document_number_whose_check_digit_is_a_filler_and_that_does_not_go_on_is_wrong() -> None:
    with pytest.raises(KeyTextError, match="document number"):
        parse_td1("I<UTOD23145890<" + "<" * 15 + AN.split("\n")[1] + "A".ljust(30, "<"))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", "length"),
        (AN + "<", "length"),
        (BINH.replace("TRAN", "TRÀN"), "alphabet"),
        (BINH.replace("165000789", "165000788", 1), "document number"),
        (BINH.replace("650718", "650717"), "date of birth"),
        (BINH.replace("991231", "991230"), "date of expiry"),
        (BINH.replace("F99", "M99").replace("079165", "079166"), "composite"),
    ],
)
def test_the_first_rule_that_breaks_is_named(text: str, place: str) -> None:
    with pytest.raises(KeyTextError, match=place):
        parse_td1(text)


def test_dates_are_digits_or_fillers() -> None:
    second = "AAAAAA" + check_digit("AAAAAA") + "M3002108VNM<<<<<<<<<<<"
    first = BINH[:30]
    composite = check_digit(first[5:] + second[:7] + second[8:15] + second[18:29])
    with pytest.raises(KeyTextError, match="dates"):
        parse_td1(first + second + composite + BINH[60:])


def test_nothing_of_the_holder_shows_in_a_repr() -> None:
    assert "NGUYEN" not in repr(parse_td1(AN))
