"""What to do now: with the papers that were printed, not with what was looked at before."""

from __future__ import annotations

from kiosk.guides.guide import Exit, Topic
from kiosk.guides.walk import GuideWalk
from kiosk.printing import PrintProgress, PrintState
from kiosk.qr_modules import modules_of
from kiosk.session.paper_step import Paper, RenderedPaper
from ui.view_models.next_steps import NextStepsProps, derive_next_steps
from ui.visit.current_visit import CurrentVisit

PROCEDURE = "dang-ky-tam-tru"


def printed(front: CurrentVisit, *papers: Paper, state: PrintState = PrintState.DONE) -> None:
    sheets = tuple(RenderedPaper(paper=paper, subject="made-up", pdf=b"") for paper in papers)
    step = front.session.paper
    step.sheets, step.progress = sheets, {sheet: PrintProgress(state=state) for sheet in sheets}


def hand_over(front: CurrentVisit) -> Exit:
    """At the end of a guide that leads to a counter."""
    guides = [guide for topic in Topic for guide in front.services.guides.on(topic, front.services.today())]
    guide, end = next((guide, end) for guide in guides for end in guide.exits if end.counter)
    front.session.walk = GuideWalk(guide=guide, trail=(guide.start, end.id))
    return end


def test_before_anything_was_chosen_there_is_nothing_to_do(front: CurrentVisit) -> None:
    assert derive_next_steps(front) == NextStepsProps()


def test_place_and_portal_are_those_of_the_procedure(front: CurrentVisit) -> None:
    front.session.choose_procedure(PROCEDURE)
    procedure, props = front.session.procedure, derive_next_steps(front)
    assert (props.place, props.where) == (procedure.name.vi, procedure.place.vi)
    assert props.online == bool(procedure.online_steps)
    assert props.qr == modules_of(procedure.portal.search_url)
    assert props.qr_label == procedure.portal.name
    assert not props.slip


def test_a_declaration_is_spoken_of_only_where_one_was_set(front: CurrentVisit) -> None:
    front.session.choose_procedure(PROCEDURE)
    printed(front, Paper.LEAFLET)
    assert not derive_next_steps(front).declared
    printed(front, Paper.DECLARATION, Paper.LEAFLET)
    assert derive_next_steps(front).declared


def test_papers_are_in_hand_only_when_all_of_them_came_out(front: CurrentVisit) -> None:
    front.session.choose_procedure(PROCEDURE)
    printed(front, Paper.LEAFLET, state=PrintState.OFFLINE)
    assert not derive_next_steps(front).printed
    printed(front, Paper.LEAFLET)
    assert derive_next_steps(front).printed


def test_after_a_guide_the_slip_leads_to_its_counter_and_nothing_is_filed_online(front: CurrentVisit) -> None:
    end = hand_over(front)
    props = derive_next_steps(front)
    assert props.slip
    assert props.where == front.services.guides.counter(end.counter).name.vi
    assert (props.qr, props.online) == ((), False)


def test_a_qr_code_is_square_and_has_its_three_finders() -> None:
    rows = modules_of("https://example.org/thu-tuc")
    assert {len(row) for row in rows} == {len(rows)}
    assert all(all(corner) for corner in (rows[0][:7], rows[0][-7:], rows[-1][:7]))
