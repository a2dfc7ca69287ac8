"""The leg of the tour that fills the form: every question with its fault, then answered, then the check."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kiosk.forms.definition import QuestionKind
from ui.audit.made_up import answer_to, row_of
from ui.audit.tour.parts import TourParts

MOST_QUESTIONS = 60
SPOKEN_QUESTION = "ho_ten"


def empty_form(parts: TourParts) -> Iterator[str]:
    """Nothing is answered: each question with its fault, and the list of what is missing."""
    driver, session = parts.driver, parts.driver.session
    driver.do(session.accept_person)
    definition = session.definition
    for question in definition.questions if definition else ():
        driver.do(partial(session.open_question, question.key))
        if session.form.page and session.form.page.key == question.key:
            yield f"question {question.key} ({question.kind.value}), with its fault"
    driver.do(partial(session.open_question, SPOKEN_QUESTION))
    yield from parts.aloud(f"question {SPOKEN_QUESTION}")
    driver.do(session.finish_form)
    yield "problems"


def home_and_on(parts: TourParts) -> Iterator[str]:
    """Home from the middle of the form, and from there on with it."""
    driver = parts.driver
    parts.app.shell.goHome()
    yield "home, with something unfinished"
    driver.do(driver.session.resume)


def filled_form(parts: TourParts) -> Iterator[str]:
    """Made-up answers wherever one is missing, to the check of all."""
    driver, session = parts.driver, parts.driver.session
    today = driver.visit.services.today()
    for _ in range(MOST_QUESTIONS):
        journey = session.form.journey
        gap = next((page for page in journey.pages if journey.faults(page.key)), None) if journey else None
        if gap is None:
            break
        driver.do(partial(session.open_question, gap.key))
        rows = (row_of(gap, today),) if gap.kind is QuestionKind.ROWS else ()
        driver.do(partial(session.answer, answer_to(gap, today), rows))
        driver.do(partial(session.open_question, gap.key))
        yield f"question {gap.key} ({gap.kind.value}), answered"
    driver.do(session.finish_form)
    yield "check answers"
