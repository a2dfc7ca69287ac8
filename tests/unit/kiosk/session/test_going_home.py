"""Home from anywhere: nothing typed is lost, and the first page leads on with what was left."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.guides.guide import Exit
from kiosk.guides.walk import WayKind
from kiosk.session import EndReason, Screen, Session
from tests.helpers.journey import answer_all
from tests.helpers.visits import Visit, visit

TEMPORARY = "dang-ky-tam-tru"
GUIDE = "vneid-kich-hoat"


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """A visit that has opened the form of temporary residence and answers by hand."""
    started: Visit = visit(tmp_path)
    started.session.begin()
    started.session.choose_procedure(TEMPORARY)
    started.session.fill_form()
    started.session.consent(given=False)
    return started.session


def test_home_is_the_page_with_the_three_doors(session: Session) -> None:
    session.home()
    assert session.screen is Screen.HOME


def test_from_home_the_form_goes_on_at_the_question_where_it_was_left(session: Session) -> None:
    session.answer("toi")
    page = session.form.page
    session.home()
    session.choose_procedure("xac-nhan-thong-tin-cu-tru")
    session.home()
    session.resume()
    assert session.screen is Screen.QUESTION
    assert session.form.page is page
    assert session.procedure is not None
    assert session.procedure.id == TEMPORARY


def test_a_form_with_every_answer_goes_on_at_check_your_answers(session: Session) -> None:
    answer_all(session)
    session.home()
    session.resume()
    assert session.screen is Screen.CHECK
    session.back()
    assert session.screen is Screen.HOME


def test_a_form_that_was_printed_and_taken_is_not_unfinished(session: Session) -> None:
    answer_all(session)
    session.print_papers()
    session.papers_rendered(session.render_job()())
    session.papers_moved(session.paper.print_job()())
    while not session.paper.all_done:
        session.papers_moved(session.paper.poll_job()())
    session.papers_received()
    assert session.unfinished is None


def test_a_form_whose_paper_nobody_waited_for_can_still_be_printed_later(session: Session) -> None:
    answer_all(session)
    session.print_papers()
    session.papers_received()
    session.home()
    session.resume()
    assert session.screen is Screen.CHECK


def test_a_guide_goes_on_at_its_step_and_is_finished_at_its_exit(session: Session) -> None:
    session.start_guide(GUIDE)
    session.home()
    assert session.unfinished is not None
    session.resume()
    assert session.screen is Screen.GUIDE
    while session.walk and not isinstance(session.walk.current, Exit):
        ways = session.walk.ways
        session.choose_in_guide(next((way for way in ways if way.kind is WayKind.WORKED), ways[-1]))
    assert session.unfinished is None


def test_what_was_unfinished_goes_with_the_person(session: Session) -> None:
    session.end(EndReason.LEFT)
    assert session.unfinished is None


def test_nothing_unfinished_leads_nowhere(tmp_path: Path) -> None:
    fresh = visit(tmp_path).session
    fresh.begin()
    fresh.resume()
    assert fresh.screen is Screen.HOME
