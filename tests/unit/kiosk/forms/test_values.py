"""Values as typed: what is accepted, what is brought into shape, what is refused."""

from __future__ import annotations

import pytest

from kiosk.forms import FaultCode, QuestionKind, mask
from kiosk.forms.values import judge, normalise
from tests.unit.kiosk.forms.people import answered, journey
from tests.unit.kiosk.forms.test_ct01 import filled, item

LONG_NAME = "Công Tằng Tôn Nữ Hoàng Thị Nguyễn Phước Thiên Hương Quỳnh Như"
LONG_ADDRESS = "Số 1, " + "ngõ 12 đường Nguyễn Thị Minh Khai, " * 7 + "Xã Vân Tụ, Tỉnh Nghệ An"


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        (QuestionKind.PERSONAL_NUMBER, " 040 185 007 531 ", "040185007531"),
        (QuestionKind.PHONE, "+84 (0)912.345.678".replace("(0)", ""), "0912345678"),
        (QuestionKind.PHONE, "0084912345678", "0912345678"),
        (QuestionKind.DATE, "1-2-1985", "01/02/1985"),
        (QuestionKind.DATE, "hôm qua", "hôm qua"),
        (QuestionKind.TIME, "8h5", "08:05"),
        (QuestionKind.TIME, "14 giờ 30", "14:30"),
        (QuestionKind.NUMBER, "1.200.000", "1200000"),
        (QuestionKind.PERSON_NAME, "  Nguyễn   Văn  An ", "Nguyễn Văn An"),
        (QuestionKind.TEXT, "Nguye\u0302\u0303n", "Nguyễn"),
        (QuestionKind.TEXT, "\u202eabc\x07\ud800", "abc"),
        (QuestionKind.ADDRESS, ", Xã Vân Tụ,  Tỉnh Nghệ An,", "Xã Vân Tụ, Tỉnh Nghệ An"),
        (QuestionKind.LONG_TEXT, "một  hai\n\n\n ba ", "một hai\nba"),
    ],
)
def test_what_is_typed_is_brought_into_shape(kind: QuestionKind, typed: str, kept: str) -> None:
    assert normalise(kind, typed) == kept


@pytest.mark.parametrize(
    ("kind", "value", "code"),
    [
        (QuestionKind.PERSONAL_NUMBER, "04018500753", FaultCode.PERSONAL_NUMBER),
        (QuestionKind.PERSONAL_NUMBER, "04018500753a", FaultCode.PERSONAL_NUMBER),
        (QuestionKind.PERSONAL_NUMBER, "٠٤٠١٨٥٠٠٧٥٣١", FaultCode.PERSONAL_NUMBER),
        (QuestionKind.PHONE, "912345678", FaultCode.PHONE),
        (QuestionKind.EMAIL, "ten.gmail.com", FaultCode.EMAIL),
        (QuestionKind.PERSON_NAME, "Nguyễn Văn 4n", FaultCode.NAME),
        (QuestionKind.TIME, "25:00", FaultCode.TIME),
        (QuestionKind.NUMBER, "-3", FaultCode.NUMBER),
        (QuestionKind.NUMBER, "9" * 16, FaultCode.TOO_LONG),
        (QuestionKind.PERSON_NAME, "A" * 101, FaultCode.TOO_LONG),
    ],
)
def test_what_cannot_be_is_refused(kind: QuestionKind, value: str, code: FaultCode) -> None:
    assert judge(kind, value) is code


@pytest.mark.parametrize(
    "name", [LONG_NAME, "H'Hen Niê", "Y Moan Êñuôl", "H\u01a1\u0306 Kn\u0169l", "Ơ Đu", "K", "Nguyễn-Trần Đức"]
)
def test_names_of_every_people_and_of_sixty_letters_are_accepted(name: str) -> None:
    assert len(LONG_NAME) >= 60
    assert judge(QuestionKind.PERSON_NAME, normalise(QuestionKind.PERSON_NAME, name)) is None


def test_an_address_of_250_letters_reaches_the_sheet_whole() -> None:
    assert len(LONG_ADDRESS) >= 250
    moved = filled().answered("dia_chi", LONG_ADDRESS)
    assert moved.is_complete
    assert LONG_ADDRESS[2:] in item(moved, "10")


@pytest.mark.parametrize("typed", ["{ho_ten}", "[x]", "$1 #let \\ \" '", "a" * 250])
def test_signs_of_the_wording_in_a_text_stay_text(typed: str) -> None:
    moved = filled().answered("dia_chi_giay_to", typed)
    assert typed in item(moved, "10")


@pytest.mark.parametrize(
    ("key", "typed", "code"),
    [
        ("ngay_sinh", "24/11/2026", FaultCode.DATE_IN_FUTURE),
        ("ngay_sinh", "31/2/2000", FaultCode.DATE),
        ("den_ngay", "1/2027", FaultCode.DATE_NOT_FULL),
        ("den_ngay", "1/1/2020", FaultCode.DATE_IN_PAST),
        ("khai_cho", "ai-do", FaultCode.OPTION),
        ("la_chu_ho", "maybe", FaultCode.OPTION),
    ],
)
def test_a_fault_is_told_at_the_field(key: str, typed: str, code: FaultCode) -> None:
    start = journey() if key == "khai_cho" else filled()
    assert [fault.code for fault in start.answered(key, typed).faults(key)] == [code]


def test_a_birth_date_of_which_only_the_year_is_known_is_accepted() -> None:
    assert item(filled().answered("ngay_sinh", "1940"), "2") == "1940"


def test_a_fault_in_a_row_names_line_and_column() -> None:
    rows = (("Nguyễn Văn Bé", "5/6/2020", "nam", "", "con"), ("Nguyễn Thị 2", "5/6/2030", "", "12", "con"))
    faults = answered(filled(), co_thanh_vien="yes").answered("thanh_vien", rows=rows).faults("thanh_vien")
    assert [(fault.row, fault.column, fault.code) for fault in faults] == [
        (1, "ho_ten", FaultCode.NAME),
        (1, "ngay_sinh", FaultCode.DATE_IN_FUTURE),
        (1, "gioi_tinh", FaultCode.MISSING),
        (1, "so_dinh_danh", FaultCode.PERSONAL_NUMBER),
    ]


def test_blank_rows_are_dropped_and_too_many_are_refused() -> None:
    start = answered(filled(), co_thanh_vien="yes")
    child = ("Nguyễn Văn Bé", "5/6/2020", "nam", "", "con")
    assert start.answered("thanh_vien", rows=(("",) * 5, child, (" ",) * 5)).is_complete
    crowd = start.answered("thanh_vien", rows=(child,) * 10)
    assert [fault.code for fault in crowd.faults("thanh_vien")] == [FaultCode.ROW_COUNT]


def test_a_number_is_masked_but_for_province_and_last_four() -> None:
    assert mask("040185007531") == "040•••••7531"
    assert mask("1234") == "••34"
