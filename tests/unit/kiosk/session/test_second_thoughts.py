"""People change their minds: another card, another form, a refusal, a step back, a second print."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.counts.events import EventKind
from kiosk.forms.answers import Answer
from kiosk.identification import NotIdentified, Rung, key_from_text
from kiosk.person import PersonField
from kiosk.session import EndReason, Screen, Session
from kiosk.session.card_step import CardStep
from tests.helpers.journey import answer_all
from tests.helpers.readings import identified
from tests.helpers.visits import CANARY, Visit, person, visit

TEMPORARY = "dang-ky-tam-tru"
CONFIRMATION = "xac-nhan-thong-tin-cu-tru"
OTHER_FORM = "cap-lai-can-cuoc"
NEIGHBOUR = {"personal_number": "040185123457", "full_name": "Đậu Văn Láng Giềng", "date_of_birth": "02/09/1985"}


@pytest.fixture
def going(tmp_path: Path) -> Visit:
    """A visit that has chosen temporary residence."""
    started = visit(tmp_path)
    started.session.begin()
    started.session.home()
    started.session.choose_procedure(TEMPORARY)
    return started


def lay_card(going: Visit, **changes: str) -> None:
    """From the procedure or the card screen: consent where it is asked for, key, a good reading."""
    session = going.session
    going.card.outcomes.append(identified(person(**changes)))
    if session.screen is Screen.PROCEDURE:
        session.fill_form()
    if session.screen is Screen.CONSENT:
        session.consent(given=True)
    session.use_key(key_from_text("987654"))
    session.card_was_read(session.read_job()(lambda _phase: None))


def given(session: Session, key: str) -> Answer | None:
    """What stands in the open form under this question."""
    assert session.form.journey is not None
    return session.form.journey.answers.get(key)


def value(session: Session, key: str) -> str:
    """Its text, "" for none."""
    answer = given(session, key)
    return answer.value if answer else ""


def test_the_card_of_another_person_replaces_what_was_read_and_keeps_what_was_typed(going: Visit) -> None:
    session = going.session
    lay_card(going)
    session.accept_person()
    assert session.answer("toi")
    assert value(session, "ho_ten") == CANARY[PersonField.FULL_NAME]
    for _ in range(20):
        if session.screen is not Screen.CARD:
            session.back()
    assert session.screen is Screen.CARD
    lay_card(going, **NEIGHBOUR)
    session.accept_person()
    assert value(session, "ho_ten") == NEIGHBOUR["full_name"]
    first = session.form.journey.pages[0].key if session.form.journey else ""
    assert value(session, first) == "toi"


def test_a_correction_of_one_persons_value_is_not_carried_over_to_another_person(going: Visit) -> None:
    session = going.session
    lay_card(going)
    session.accept_person()
    session.answer("toi")
    session.open_question("ho_ten")
    session.answer("Kiều Thị Chim Sửa")
    session.home()
    session.choose_procedure(TEMPORARY)
    session.card = CardStep()
    lay_card(going, **NEIGHBOUR)
    session.accept_person()
    assert value(session, "ho_ten") == NEIGHBOUR["full_name"]


def test_a_correction_outlives_a_second_reading_of_the_same_card(going: Visit) -> None:
    session = going.session
    lay_card(going)
    session.accept_person()
    session.answer("toi")
    session.open_question("ho_ten")
    session.answer("Kiều Thị Chim Sửa")
    session.home()
    session.choose_procedure(TEMPORARY)
    session.card = CardStep()
    lay_card(going)
    session.accept_person()
    assert value(session, "ho_ten") == "Kiều Thị Chim Sửa"


def test_the_same_form_for_another_procedure_is_a_form_for_that_procedure(going: Visit) -> None:
    session = going.session
    session.fill_form()
    session.consent(given=False)
    session.home()
    session.choose_procedure(CONFIRMATION)
    session.fill_form()
    session.consent(given=False)
    assert session.form.journey is not None
    assert session.procedure is not None
    assert session.form.journey.context.procedure == session.procedure.code


def test_a_second_form_leaves_the_answers_of_the_first_as_they_were(going: Visit) -> None:
    session = going.session
    session.fill_form()
    session.consent(given=False)
    first = session.form.page.key if session.form.page else ""
    assert session.answer("toi")
    session.home()
    other = _other_form(session)
    session.choose_procedure(other)
    session.fill_form()
    session.consent(given=False)
    assert session.form.journey is not None
    assert session.form.journey.definition.id != "ct01"
    session.home()
    session.choose_procedure(TEMPORARY)
    session.fill_form()
    session.consent(given=False)
    assert value(session, first) == "toi"
    assert going.counted.kinds[EventKind.FORM_STARTED] == 2


def _other_form(session: Session) -> str:
    """A procedure with a form of its own that takes more from the card than CT01 does."""
    for procedure in session.services.catalogue.by_id.values():
        for use in procedure.forms_on(session.services.today(), None):
            form = session.services.forms.get(use.form)
            if form and form.questions and form.id != "ct01":
                wanted = {question.prefill for question in form.questions if question.prefill}
                if PersonField.ETHNICITY in wanted:
                    return procedure.id
    raise AssertionError("no procedure asks for the ethnicity")


def test_a_form_that_needs_more_of_the_card_asks_again_and_so_it_does_after_a_refusal(going: Visit) -> None:
    session = going.session
    lay_card(going)
    session.home()
    session.choose_procedure(_other_form(session))
    session.fill_form()
    assert session.screen is Screen.CONSENT
    assert not session.card.consented, "the earlier yes was for another list"
    session.consent(given=False)
    assert session.form.journey is not None
    read = [slot for slot in session.form.journey.answers if (a := given(session, slot)) and a.read]
    assert read == [], "who says no finds nothing of the card in the form"
    session.back()
    session.back()
    session.fill_form()
    assert session.screen is Screen.CONSENT, "what was refused was not read"


def test_a_refusal_drops_what_a_broken_reading_had_gathered(going: Visit) -> None:
    session = going.session
    session.fill_form()
    session.consent(given=True)
    before = session.card.partial
    session.back()
    session.consent(given=False)
    assert session.card.partial is not before
    assert session.card.key is None


def test_consent_withdrawn_after_the_reading_takes_everything_of_the_card_away(going: Visit) -> None:
    session = going.session
    lay_card(going)
    session.accept_person()
    session.answer("toi")
    while session.screen is not Screen.PERSON:
        session.back()
    session.withdraw_consent()
    assert session.screen is Screen.QUESTION
    assert session.card.person is None
    assert value(session, "ho_ten") == ""
    assert session.form.journey is not None
    assert value(session, session.form.journey.pages[0].key) == "toi"
    while session.screen is not Screen.PROCEDURE:
        session.back()
        assert session.screen not in (Screen.PERSON, Screen.CARD)


def test_back_from_the_keypad_after_a_wrong_key_is_not_a_dead_press(going: Visit) -> None:
    session = going.session
    going.card.outcomes.append(NotIdentified(code="card.wrong-key", rung=Rung.ACCESS, attempts_left=2))
    session.fill_form()
    session.consent(given=True)
    session.use_key(key_from_text("987654"))
    session.card_was_read(session.read_job()(lambda _phase: None))
    session.read_again()
    assert session.screen is Screen.CARD
    session.back()
    assert session.screen is Screen.CONSENT


def test_every_back_from_check_answers_shows_another_page_until_the_procedure(going: Visit) -> None:
    session = going.session
    lay_card(going)
    session.accept_person()
    answer_all(session)
    session.open_question("ho_ten")
    assert session.answer("Hồ Văn Mẫu")
    assert session.screen is Screen.CHECK
    seen = [(session.screen, "")]
    for _ in range(80):
        session.back()
        page = session.form.page.key if session.screen is Screen.QUESTION and session.form.page else ""
        assert (session.screen, page) != seen[-1], "a press of back that changes nothing"
        seen.append((session.screen, page))
        if session.screen is Screen.PROCEDURE:
            break
    assert session.screen is Screen.PROCEDURE
    questions = [page for screen, page in seen if screen is Screen.QUESTION]
    assert len(questions) == len(set(questions))


def test_a_second_print_of_the_same_form_takes_back_the_first_that_still_waits(going: Visit) -> None:
    session = going.session
    lay_card(going)
    session.accept_person()
    answer_all(session)
    for _ in range(2):
        session.print_papers()
        session.papers_rendered(session.render_job()())
        session.papers_moved(session.paper.print_job()())
        session.back()
    assert going.printer.waiting == 2, "one declaration and one leaflet, not two of each"


def test_a_second_tap_on_the_idle_screen_begins_no_second_visit(tmp_path: Path) -> None:
    fresh = visit(tmp_path)
    fresh.session.begin()
    fresh.session.home()
    fresh.session.begin()
    assert fresh.session.screen is Screen.HOME
    assert fresh.counted.kinds[EventKind.VISIT_STARTED] == 1


def test_the_end_forgets_even_when_nothing_can_be_counted(going: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_card(going)
    going.session.accept_person()

    def broken(*_words: object) -> None:
        raise OSError("full")

    monkeypatch.setattr(type(going.counted), "count", broken)
    with pytest.raises(OSError, match="full"):
        going.session.end(EndReason.LEFT)
    assert going.session.card.person is None
    assert going.session.form.journey is None
    assert going.session.screen is Screen.END


def test_a_guide_that_went_on_into_another_leads_back_to_where_the_first_ended(going: Visit) -> None:
    session = going.session
    session.home()
    guides = session.services.guides.guides
    first, following = next(
        (guide, end) for guide in guides.values() for end in guide.exits if end.then and end.then in guides
    )
    session.start_guide(first.id)
    assert session.walk is not None
    session.walk = replace(session.walk, trail=(*session.walk.trail, following.id))
    session.route.screen = Screen.GUIDE_EXIT
    assert session.walk.current == following
    session.start_guide(following.then or "")
    session.back()
    assert session.screen is Screen.GUIDE_EXIT
    assert session.walk.guide.id == first.id
    assert session.walk.current == following


def test_calling_help_twice_is_one_call_and_one_way_back(going: Visit) -> None:
    going.session.go(Screen.HELP)
    going.session.go(Screen.HELP)
    assert going.counted.kinds[EventKind.HELP_CALLED] == 1
    going.session.back()
    assert going.session.screen is Screen.PROCEDURE
