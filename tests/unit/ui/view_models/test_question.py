"""One question: its words, the answer with its origin, and faults only once the person tried to go on."""

from __future__ import annotations

import pytest

from kiosk.forms.answers import Answers
from kiosk.forms.context import Context
from kiosk.forms.definition import QuestionKind
from kiosk.forms.journey import Journey
from kiosk.person import Origin, PersonField
from tests.helpers.days import TODAY
from tests.helpers.readings import identified
from tests.helpers.visits import CANARY, person
from ui.view_models.question import QuestionProps, derive_question
from ui.visit.current_visit import CurrentVisit


@pytest.fixture
def form(front: CurrentVisit) -> CurrentVisit:
    """A form begun with what the card said; the first question is answered "for myself"."""
    front.session.choose_procedure("dang-ky-tam-tru")
    front.session.fill_form()
    front.session.consent(given=True)
    front.session.card_was_read(identified(person()))
    front.session.accept_person()
    return front


def page(front: CurrentVisit, key: str | None = None, *, tried: bool = False) -> QuestionProps:
    journey = front.session.form.journey
    question = next(one for one in journey.pages if one.key == (key or front.session.form.page.key))
    return derive_question(front, journey, question, tried=tried)


def test_the_first_page_says_what_the_form_is_about_and_how_many_pages_there_are(form: CurrentVisit) -> None:
    journey, props = form.session.form.journey, page(form)
    about = journey.definition.about
    assert props.section == 0
    assert props.sections[0] == journey.definition.groups[0].name.vi
    assert props.sections[-2:] == ("Kiểm tra", "In giấy")
    assert props.about == (about.vi if about else "")
    assert props.place == journey.definition.name.vi
    assert page(form, journey.pages[1].key).about == ""


def test_nothing_is_wrong_until_the_person_tried_to_go_on(form: CurrentVisit) -> None:
    key = form.session.form.page.key
    assert page(form, key).faults == ()
    assert page(form, key, tried=True).faults != ()


def test_a_blank_answer_has_no_origin_and_what_the_card_said_has_the_chip(form: CurrentVisit) -> None:
    assert page(form).origin is None
    form.session.answer("toi")
    journey = form.session.form.journey
    read = next(one.key for one in journey.pages if (given := journey.answer(one.key)) and given.read)
    assert page(form, read).origin is Origin.CHIP
    assert page(form, read).was_read == ""


def test_the_value_of_the_card_is_offered_again_once_it_was_changed(form: CurrentVisit) -> None:
    form.session.answer("toi")
    name = CANARY[PersonField.FULL_NAME]
    journey = form.session.form.journey
    key = next(one.key for one in journey.pages if (given := journey.answer(one.key)) and given.value == name)
    form.session.open_question(key)
    form.session.answer("Kiều Thị Hoàng Yến")
    props = page(form, key)
    assert (props.value, props.was_read, props.origin) == ("Kiều Thị Hoàng Yến", name, Origin.CORRECTED)


def test_the_kind_is_that_of_the_definition_for_every_question(form: CurrentVisit) -> None:
    form.session.answer("toi")
    kinds = {page(form, one.key).kind for one in form.session.form.journey.pages}
    assert kinds == {one.kind for one in form.session.form.journey.pages}
    assert QuestionKind.DATE in kinds


def test_a_question_opened_from_the_check_leads_back_there(form: CurrentVisit) -> None:
    assert not page(form).from_check
    form.session.form.from_check = True
    assert page(form).from_check


def test_an_empty_number_is_told_once_and_let_go_when_continue_is_pressed_again(form: CurrentVisit) -> None:
    form.session.answer("toi")
    form.session.open_question("so_dinh_danh")
    form.session.form.from_check = False
    form.session.answer("")
    assert page(form).key == "so_dinh_danh"
    assert "lần nữa" in page(form, tried=True).faults[0]
    form.session.answer("")
    assert page(form).key != "so_dinh_danh"


def test_a_question_says_whether_letters_may_be_needed_for_a_passport(front: CurrentVisit) -> None:
    asked = {}
    for form_id, key in (("uy-quyen", "a_so"), ("ct01", "so_dinh_danh")):
        journey = Journey(front.services.forms[form_id], Answers(), Context(today=TODAY))
        asked[key] = derive_question(front, journey, journey.definition.question(key), tried=False).other_paper
    assert asked == {"a_so": True, "so_dinh_danh": False}
