"""Answers of one form of a procedure, taken over where another form of it asks the same."""

from __future__ import annotations

from kiosk.forms import Answers, Journey, prefill
from kiosk.forms.carried import carried_over
from kiosk.person import Origin, PersonField, PersonRecord, Sourced
from tests.unit.kiosk.forms.people import CONTEXT, form

PAPER, PAGE = "hotich-cai-chinh", "hotich-cai-chinh-dien-tu"
PERSON = PersonRecord(fields={PersonField.FULL_NAME: Sourced(value="Nguyễn Văn Thử", origin=Origin.CHIP)})


def empty(name: str) -> Journey:
    return Journey(form(name), Answers(), CONTEXT)


def test_what_was_typed_is_carried_and_what_is_asked_otherwise_is_not() -> None:
    given = empty(PAPER).answered("yc_ho_ten", "Nguyễn Thị Mẫu").answered("noi_dung", "Sửa ngày sinh")
    taken = carried_over(given, empty(PAGE))
    assert list(taken.answers) == ["yc_ho_ten", "noi_dung"]
    name = taken.answer("yc_ho_ten")
    assert name is not None
    assert (name.value, name.origin) == ("Nguyễn Thị Mẫu", Origin.TYPED)


def test_an_answer_that_is_there_already_stays() -> None:
    given = empty(PAPER).answered("yc_ho_ten", "Nguyễn Thị Mẫu")
    taken = carried_over(given, empty(PAGE).answered("yc_ho_ten", "Trần Văn Ba"))
    name = taken.answer("yc_ho_ten")
    assert name is not None
    assert name.value == "Trần Văn Ba"


def test_what_the_card_said_is_not_carried_for_it_can_be_taken_back() -> None:
    given = Journey(form(PAPER), prefill(form(PAPER), PERSON), CONTEXT)
    assert given.answer("yc_ho_ten") is not None
    assert len(carried_over(given, empty(PAGE)).answers) == 0


def test_a_choice_that_the_other_form_does_not_offer_is_not_carried() -> None:
    birth, copy = "hotich-khai-sinh-dien-tu", empty("hotich-ban-sao-dien-tu")
    assert len(carried_over(empty(birth).answered("quan_he", "cha"), copy).answers) == 0
    own = carried_over(empty(birth).answered("quan_he", "ban-than"), copy).answer("quan_he")
    assert own is not None
    assert own.value == "ban-than"
