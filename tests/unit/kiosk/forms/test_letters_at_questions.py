"""A letter that no shipped font has is named at its question; the person writes another one or lets it stay."""

from __future__ import annotations

import pytest

from kiosk.forms import FaultCode, printed
from kiosk.forms.faults import AnswerFault
from kiosk.letters import MARK, shipped
from tests.unit.kiosk.forms.people import answered, journey
from tests.unit.kiosk.forms.test_ct01 import filled

UNKNOWN = ["王", "✓", "Ⅳ", "ວ", "ไ", "ខ", "ꨌ", "①", "😀"]


def fault_of(key: str, typed: str) -> AnswerFault:
    (fault,) = filled().answered(key, typed).faults(key)
    return fault


@pytest.mark.parametrize("letter", UNKNOWN)
def test_the_letter_is_named_with_what_to_do_in_both_languages(letter: str) -> None:
    fault = fault_of("dia_chi_giay_to", f"Nhà {letter} số 5")
    assert fault.code is FaultCode.LETTER
    assert f"“{letter}”" in fault.message.vi
    assert f"“{letter}”" in fault.message.en
    assert "số 5" not in fault.message.vi


def test_a_letter_with_a_plainer_spelling_is_told_it() -> None:
    assert "“IV”" in fault_of("dia_chi_giay_to", "Khu Ⅳ").message.vi
    assert "La-tinh" in fault_of("ho_ten", "王小明").message.vi


@pytest.mark.parametrize("key", ["ho_ten", "dia_chi_giay_to", "dia_chi", "noi_dung"])
def test_every_kind_of_written_answer_is_looked_at(key: str) -> None:
    assert fault_of(key, "Trần 王, Xã Vân Tụ, Tỉnh Nghệ An").code is FaultCode.LETTER or key == "ho_ten"


def test_a_letter_may_stay_and_costs_one_mark() -> None:
    way = filled().answered("dia_chi_giay_to", "Ngõ 王 5").answered("dia_chi_giay_to", "Ngõ 王 5")
    assert way.faults("dia_chi_giay_to") == ()
    assert way.is_complete
    assert "Ngõ 王 5" in " ".join(item.value for item in printed(way).items)
    assert shipped().printable("Ngõ 王 5") == f"Ngõ {MARK} 5"


def test_a_sign_that_is_no_part_of_a_name_does_not_stay_in_one() -> None:
    way = filled()
    for _ in range(3):
        way = way.answered("ho_ten", "Nguyễn ✓ An")
    (fault,) = way.faults("ho_ten")
    assert fault.code is FaultCode.LETTER
    assert "lần nữa" not in fault.message.vi


def test_a_letter_in_a_row_is_told_at_its_cell() -> None:
    rows = (("Nguyễn Văn Bé", "5/6/2020", "nam", "", "con ✓"),)
    (fault,) = answered(filled(), co_thanh_vien="yes").answered("thanh_vien", rows=rows).faults("thanh_vien")
    assert (fault.code, fault.row, fault.column) == (FaultCode.LETTER, 0, "quan_he")


@pytest.mark.parametrize("name", ["H'Hen Niê", "H’Hen Niê", "H`Hen Niê", "H´Hen Niê", "H‘Hen Niê", "HʼHen Niê"])
def test_a_name_stays_with_the_apostrophe_of_the_card(name: str) -> None:
    way = journey().answered("khai_cho", "toi").answered("ho_ten", name)
    assert (given := way.answer("ho_ten"))
    assert given.value == name
    assert [fault for fault in way.faults("ho_ten") if not fault.doubt] == []


def test_full_width_letters_are_the_same_letters() -> None:
    assert (given := filled().answered("dia_chi_giay_to", "Ｓố １２").answer("dia_chi_giay_to"))
    assert given.value == "Số 12"
