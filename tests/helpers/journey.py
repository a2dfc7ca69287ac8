"""A whole visit through the composition root, without a window: as `ui` drives it, step by step and synchronously."""

from __future__ import annotations

import time
from collections.abc import Callable

from kiosk.cli.trial_filling import fit_answer
from kiosk.forms import QuestionKind
from kiosk.identification import Phase, key_from_text
from kiosk.session import EndReason, Screen, Session
from kiosk.station.station import Station
from tests.helpers.waiting import PATIENCE_S


def reach_person(station: Station, procedure: str, key: str) -> tuple[Session, list[Phase]]:
    """Welcome to the person screen (or the ladder): choose, consent, key, read. Returns the phases seen."""
    session = station.new_session()
    session.begin()
    session.choose_procedure(procedure)
    session.fill_form()
    session.consent(given=True)
    session.use_key(key_from_text(key))
    phases: list[Phase] = []
    session.card_was_read(session.read_job()(phases.append))
    return session, phases


def answer_all(session: Session) -> None:
    """From the person screen to "check your answers", with answers that fit the day of the session.

    Raises `AssertionError` at a question it cannot answer.
    """
    if session.screen is Screen.PERSON:
        session.accept_person()
    for _ in range(80):
        page, journey = session.form.page, session.form.journey
        if session.screen is not Screen.QUESTION or page is None or journey is None:
            return
        given = journey.answer(page.key)
        value = given.value if given else ""
        if not value and page.kind is not QuestionKind.ROWS:
            value = fit_answer(page, journey, last=False)
        if not session.answer(value, given.rows if given else ()):
            raise AssertionError(f"{page.key} ({page.kind}): {[fault.code for fault in journey.faults(page.key)]}")


def print_all(session: Session, done: Callable[[], bool] | None = None, seconds: float = PATIENCE_S) -> None:
    """Render, hand over and look until every paper came out, or `done` says otherwise.

    Raises `AssertionError` when patience ends.
    """
    session.print_papers()
    session.papers_rendered(session.render_job()())
    session.papers_moved(session.paper.print_job()())
    until = time.monotonic() + seconds
    while not session.paper.all_done and not (done and done()):
        if time.monotonic() > until:
            raise AssertionError(
                f"not printed: {[(look.state, look.trouble) for look in session.paper.progress.values()]}"
            )
        time.sleep(0.05)
        session.papers_moved(session.paper.poll_job()())


def say_goodbye(session: Session) -> int:
    """Receive the papers, end, and cancel what is left; returns how many jobs could not be cancelled."""
    cancel = session.paper.cancel_job()
    session.papers_received()
    session.end(EndReason.FINISHED)
    return cancel()
