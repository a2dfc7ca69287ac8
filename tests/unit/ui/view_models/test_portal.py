"""The page behind the official page, and where the other pages offer it."""

from __future__ import annotations

import pytest

from kiosk.filing.messages import Draft, Failed, Filed, Left, Outcome
from kiosk.qr_modules import modules_of
from kiosk.session.portal_step import PortalStage
from ui.view_models.check import derive_check
from ui.view_models.next_steps import derive_next_steps
from ui.view_models.portal import PortalProps, derive_portal
from ui.view_models.procedure import derive_procedure
from ui.visit.current_visit import CurrentVisit

PROCEDURE = "ban-sao-tu-so-goc"
CODE = "G22.99.08-261129-004711"
TRACKING = "https://cong-thu.gov.vn/tra-cuu?ma={code}"


def opened(front: CurrentVisit) -> None:
    front.session.choose_procedure(PROCEDURE)
    assert front.session.procedure is not None
    front.session.portal.open(front.session.procedure)
    front.session.portal.tracking = TRACKING


def test_before_anything_was_opened_the_page_says_nothing(front: CurrentVisit) -> None:
    assert derive_portal(front) == PortalProps()


def test_it_is_being_opened_and_then_open(front: CurrentVisit) -> None:
    opened(front)
    assert derive_portal(front).stage is PortalStage.OPENING
    front.session.portal.painted = True
    assert derive_portal(front).stage is PortalStage.OPEN


@pytest.mark.parametrize(
    ("outcome", "stage"),
    [(Filed(code=CODE), PortalStage.FILED), (Draft(), PortalStage.DRAFT), (Left(), PortalStage.LEFT)],
)
def test_how_it_ended_is_a_stage_without_trouble(outcome: Outcome, stage: PortalStage, front: CurrentVisit) -> None:
    opened(front)
    front.session.portal_ended(outcome)
    props = derive_portal(front)
    assert (props.stage, props.trouble, props.remedy) == (stage, "", "")
    assert front.session.procedure is not None
    assert props.place == front.session.procedure.name.vi


def test_a_failure_is_told_with_what_to_do(front: CurrentVisit) -> None:
    opened(front)
    front.session.portal_ended(Failed(reason="portal.hung"))
    props, book = derive_portal(front), front.services.failures["portal.hung"]
    assert props.stage is PortalStage.FAILED
    assert (props.trouble, props.remedy) == (book.title.vi, book.remedy.vi)
    assert props.staff.startswith("portal.hung: ")


def test_next_steps_show_the_code_and_lead_to_where_it_is_followed_up(front: CurrentVisit) -> None:
    opened(front)
    front.session.portal_ended(Filed(code=CODE))
    props = derive_next_steps(front)
    assert (props.dossier, props.tracked) == (CODE, True)
    assert props.qr == modules_of(TRACKING.replace("{code}", CODE))


def test_without_a_place_to_follow_it_up_the_qr_stays_the_portal(front: CurrentVisit) -> None:
    opened(front)
    front.session.portal.tracking = ""
    front.session.portal_ended(Filed(code=CODE))
    assert front.session.procedure is not None
    props = derive_next_steps(front)
    assert (props.dossier, props.tracked) == (CODE, False)
    assert props.qr == modules_of(front.session.procedure.portal.search_url)


def test_the_page_of_a_procedure_offers_it_only_where_it_can_be_done_here(front: CurrentVisit) -> None:
    front.session.choose_procedure(PROCEDURE)
    procedure = front.session.procedure
    assert procedure is not None
    assert not derive_procedure(front, procedure).can_file
    assert derive_procedure(front, procedure, can_file=True).can_file


def test_after_the_questions_it_is_the_main_thing_for_who_came_for_it(front: CurrentVisit) -> None:
    front.session.choose_procedure("dang-ky-tam-tru")
    front.session.fill_form()
    front.session.consent(given=False)
    journey = front.session.form.journey
    assert journey is not None
    assert not derive_check(front, journey, None, numbers_shown=False, can_file=True).wants_to_file
    front.session.portal.wanted = True
    assert derive_check(front, journey, None, numbers_shown=False, can_file=True).wants_to_file
    assert not derive_check(front, journey, None, numbers_shown=False).wants_to_file
