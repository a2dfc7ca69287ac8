"""The session: what comes next, that back loses nothing, that refusing is no dead end, and that the end forgets."""

from __future__ import annotations

import gc
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from kiosk.counts.events import EventKind
from kiosk.i18n import Language
from kiosk.identification import Identified, NotIdentified, Rung, key_from_text
from kiosk.person import FIELD_NAMES, Origin, PersonField
from kiosk.session import EndReason, Screen
from kiosk.session.paper_step import Paper
from tests.helpers.days import TODAY
from tests.helpers.journey import answer_all
from tests.helpers.pages import text_of
from tests.helpers.readings import identified
from tests.helpers.visits import CANARY, Visit, person, visit

TEMPORARY = "dang-ky-tam-tru"


@pytest.fixture
def going(tmp_path: Path) -> Visit:
    """A visit that has chosen temporary residence."""
    started = visit(tmp_path)
    started.session.begin()
    started.session.go(Screen.GUIDES)
    started.session.choose_procedure(TEMPORARY)
    return started


def read_card(going: Visit, outcome: Identified | NotIdentified) -> None:
    """Consent, give a key, and read with this outcome."""
    session = going.session
    going.card.outcomes.append(outcome)
    if session.screen is Screen.PROCEDURE:
        session.fill_form()
    if session.screen is Screen.CONSENT:
        session.consent(given=True)
    session.use_key(key_from_text("987654"))
    session.card_was_read(session.read_job()(lambda _phase: None))


def test_a_visit_begins_at_the_welcome_screen_and_is_counted(tmp_path: Path) -> None:
    fresh = visit(tmp_path)
    assert fresh.session.screen is Screen.IDLE
    fresh.session.begin()
    assert fresh.session.screen is Screen.HOME
    assert fresh.counted.kinds[EventKind.VISIT_STARTED] == 1


def test_filling_a_form_asks_for_consent_first_and_names_only_what_the_form_uses(going: Visit) -> None:
    going.session.fill_form()
    assert going.session.screen is Screen.CONSENT
    assert PersonField.FULL_NAME in going.session.card.wanted
    assert PersonField.RELIGION not in going.session.card.wanted
    with pytest.raises(ValueError, match="consent"):
        going.session.read_job()


def test_the_case_on_the_screen_is_the_case_on_the_leaflet(going: Visit) -> None:
    session = going.session
    session.choose_procedure(TEMPORARY)
    assert session.procedure is not None
    first, second = session.procedure.cases[:2]
    assert session.case == first.id
    session.choose_case(second.id)
    session.choose_procedure(TEMPORARY)
    assert session.case == first.id


def test_what_is_over_by_its_date_is_offered_to_nobody(going: Visit) -> None:
    session, services = going.session, going.session.services
    form, procedure = session.definition, services.catalogue.by_id[TEMPORARY]
    assert form is not None
    yesterday = TODAY - timedelta(days=1)
    past = msgspec.structs.replace(form, valid_until=yesterday)
    gone, *left = procedure.cases
    cases = (msgspec.structs.replace(gone, valid_until=yesterday), *left)
    guide = next(iter(services.guides.guides.values()))
    old = msgspec.structs.replace(guide, status=msgspec.structs.replace(guide.status, valid_until=yesterday))
    session.services = replace(
        services,
        forms={**services.forms, form.id: past},
        catalogue=replace(
            services.catalogue,
            by_id={**services.catalogue.by_id, TEMPORARY: msgspec.structs.replace(procedure, cases=cases)},
        ),
        guides=replace(services.guides, guides={guide.id: old}),
    )
    session.choose_procedure(TEMPORARY)
    assert session.definition is None
    assert session.procedure is not None
    assert session.procedure.cases == tuple(left)
    session.start_guide(guide.id)
    assert session.screen is Screen.PROCEDURE


def test_refusing_consent_leads_to_the_first_question_by_hand(going: Visit) -> None:
    going.session.fill_form()
    going.session.consent(given=False)
    assert going.session.screen is Screen.QUESTION
    assert going.counted.kinds[EventKind.CONSENT_REFUSED] == 1
    assert going.card.asked == []


def test_the_reader_is_asked_for_exactly_what_the_consent_screen_listed(going: Visit) -> None:
    going.session.fill_form()
    listed = going.session.card.wanted
    read_card(going, identified(person()))
    assert going.card.asked == [listed]


def test_what_was_read_fills_the_form_with_its_origin(going: Visit) -> None:
    read_card(going, identified(person()))
    assert going.session.screen is Screen.PERSON
    going.session.accept_person()
    assert going.session.answer("toi")
    journey = going.session.form.journey
    assert journey is not None
    origins = {answer.origin for page in journey.pages if (answer := journey.answer(page.key)) and answer.read}
    assert origins == {Origin.CHIP}


def test_a_wrong_key_leads_to_the_ladder_and_back_to_the_keypad_with_the_tries_left(going: Visit) -> None:
    read_card(going, NotIdentified(code="card.wrong-key", rung=Rung.ACCESS, attempts_left=2))
    assert going.session.screen is Screen.LADDER
    going.session.read_again()
    assert going.session.screen is Screen.CARD
    assert going.session.card.attempts_left == 2


def test_a_lifted_card_is_read_again_with_the_same_key(going: Visit) -> None:
    read_card(going, NotIdentified(code="card.lifted", rung=Rung.CARD))
    going.session.read_again()
    assert going.session.screen is Screen.READING


def test_a_card_that_cannot_be_read_leads_to_typing_by_hand(going: Visit) -> None:
    read_card(going, NotIdentified(code="card.wrong-key", rung=Rung.ACCESS, attempts_left=0))
    going.session.type_by_hand()
    assert going.session.screen is Screen.QUESTION


def test_answering_every_question_leads_to_check_answers_and_to_paper(going: Visit) -> None:
    read_card(going, identified(person()))
    going.session.accept_person()
    answer_all(going.session)
    assert going.session.screen is Screen.CHECK
    going.session.print_papers()
    going.session.papers_rendered(going.session.render_job()())
    assert [sheet.subject for sheet in going.session.paper.sheets] == ["ct01", TEMPORARY]
    going.session.papers_moved(going.session.paper.print_job()())
    for _ in range(4):
        going.session.papers_moved(going.session.paper.poll_job()())
    assert going.session.paper.all_done
    assert going.counted.kinds[EventKind.FORM_PRINTED] == 1
    assert going.counted.kinds[EventKind.LEAFLET_PRINTED] == 1
    going.session.papers_received()
    assert going.session.screen is Screen.NEXT_STEPS


def test_a_refused_answer_keeps_what_was_typed(going: Visit) -> None:
    going.session.fill_form()
    going.session.consent(given=False)
    assert going.session.answer("toi")
    assert going.session.form.page is not None
    key = going.session.form.page.key
    assert not going.session.answer("12345 không phải tên")
    assert going.session.form.journey is not None
    answer = going.session.form.journey.answer(key)
    assert answer is not None
    assert answer.value == "12345 không phải tên"


def test_back_goes_one_question_back_and_then_to_the_screen_before_and_loses_nothing(going: Visit) -> None:
    session = going.session
    session.fill_form()
    session.consent(given=False)
    first = session.form.page
    assert first is not None
    assert session.answer("toi")
    session.back()
    assert session.form.page == first
    session.back()
    assert session.screen is Screen.CONSENT
    session.consent(given=False)
    assert session.form.journey is not None
    answer = session.form.journey.answer(first.key)
    assert answer is not None
    assert answer.value == "toi"


def test_a_question_opened_from_check_answers_returns_there(going: Visit) -> None:
    read_card(going, identified(person()))
    going.session.accept_person()
    answer_all(going.session)
    assert going.session.form.journey is not None
    key = "ho_ten"
    going.session.open_question(key)
    assert going.session.screen is Screen.QUESTION
    assert going.session.answer("Hồ Văn Mẫu")
    assert going.session.screen is Screen.CHECK
    answer = going.session.form.journey.answer(key)
    assert answer is not None
    assert answer.origin is Origin.CORRECTED


def test_an_unfinished_form_leads_to_the_list_of_problems(going: Visit) -> None:
    going.session.fill_form()
    going.session.consent(given=False)
    going.session.finish_form()
    assert going.session.screen is Screen.PROBLEMS
    going.session.back()
    assert going.session.screen is Screen.QUESTION


def test_back_never_returns_to_a_screen_that_showed_something_under_way(going: Visit) -> None:
    read_card(going, identified(person()))
    going.session.back()
    assert going.session.screen is Screen.CARD


def test_help_called_while_printing_leads_back_to_the_print_screen(going: Visit) -> None:
    going.session.print_papers(only_leaflet=True)
    going.session.go(Screen.HELP)
    going.session.back()
    assert going.session.screen is Screen.PRINT


def test_after_a_guide_the_declaration_is_printed_and_not_the_slip(going: Visit) -> None:
    session = going.session
    session.start_guide("vneid-lua-dao")
    session.back()
    session.print_papers(only_leaflet=True)
    assert [sheet.paper for sheet in session.render_job()()] == [Paper.LEAFLET]


def test_switching_the_language_changes_nothing_else(going: Visit) -> None:
    going.session.speak(Language.EN)
    assert going.session.screen is Screen.PROCEDURE
    assert going.session.language is Language.EN


def test_a_card_already_read_for_this_purpose_is_not_read_again(going: Visit) -> None:
    read_card(going, identified(person()))
    going.session.accept_person()
    going.session.home()
    going.session.choose_procedure(TEMPORARY)
    going.session.fill_form()
    assert going.session.screen is Screen.QUESTION


def test_the_leaflet_alone_needs_no_card_and_no_form(going: Visit) -> None:
    going.session.print_papers(only_leaflet=True)
    sheets = going.session.render_job()()
    assert [sheet.paper.value for sheet in sheets] == ["leaflet"]


def test_a_receipt_lists_what_the_consent_screen_listed_holds_no_value_and_the_visit_goes_on(going: Visit) -> None:
    going.session.fill_form()
    listed = going.session.card.wanted
    read_card(going, identified(person()))
    going.session.print_receipt()
    (sheet,) = going.session.render_job()()
    text = text_of(sheet.pdf)
    assert sheet.paper.value == "receipt"
    assert all(FIELD_NAMES[name].vi in " ".join(text.split()) for name in listed if name in CANARY)
    assert not any(value in text for value in CANARY.values())
    going.session.papers_received()
    assert going.session.screen is Screen.PERSON
    going.session.accept_person()
    assert going.session.screen is Screen.QUESTION


def test_the_end_drops_everything_and_cancels_what_has_not_come_out(going: Visit) -> None:
    read_card(going, identified(person()))
    going.session.accept_person()
    going.session.print_papers()
    going.session.papers_rendered(going.session.render_job()())
    going.session.papers_moved(going.session.paper.print_job()())
    going.session.end(EndReason.TIMED_OUT)
    going.session.paper.cancel_job()()
    assert going.session.screen is Screen.END
    assert going.printer.waiting == 0
    assert not list((going.printer._folder).glob("*"))
    assert going.session.card.person is None
    assert going.session.form.journey is None
    assert going.session.paper.sheets == ()
    assert going.counted.kinds[EventKind.VISIT_TIMED_OUT] == 1


def test_after_the_end_no_live_object_holds_a_value_of_the_person(tmp_path: Path) -> None:
    name = CANARY[PersonField.FULL_NAME] + " Mai"
    going = visit(tmp_path)
    going.session.begin()
    going.session.choose_procedure(TEMPORARY)
    read_card(going, identified(person(full_name=name)))
    going.session.accept_person()
    going.session.end(EndReason.LEFT)
    going.session.paper.cancel_job()()
    gc.collect()
    holders = [
        type(holder).__name__
        for thing in gc.get_objects()
        if isinstance(thing, (dict, list, tuple, set))
        for holder in [thing]
        if any(isinstance(value, str) and name in value for value in _values(thing))
    ]
    assert holders == []


def _values(thing: object) -> list[object]:
    if isinstance(thing, dict):
        return list(thing.values())
    return list(thing) if isinstance(thing, (list, tuple, set)) else []


def test_ending_twice_counts_once(going: Visit) -> None:
    going.session.end(EndReason.LEFT)
    going.session.end(EndReason.FINISHED)
    assert going.counted.kinds[EventKind.VISIT_LEFT] == 1
    assert going.counted.kinds[EventKind.VISIT_FINISHED] == 0
