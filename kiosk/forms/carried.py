"""Answers that were given to one form of a procedure and that another form of it asks for again.

Carried is what a person typed, where key, kind and label of the question are the same. What the card said is not: it
fills the other form by itself, and leaves it when the person takes it back.
"""

from __future__ import annotations

from kiosk.forms.definition import Question
from kiosk.forms.journey import Journey


def carried_over(given: Journey, into: Journey) -> Journey:
    """`into` with the answers of `given` to the questions it has not answered yet."""
    asked = {question.key: question for question in given.definition.questions}
    seen: set[str] = set()
    while (page := next((each for each in into.pages if each.key not in seen), None)) is not None:
        seen.add(page.key)
        answer = given.answer(page.key)
        if answer is None or answer.is_blank or answer.read is not None or into.answer(page.key) is not None:
            continue
        if page.key in asked and _is_same(asked[page.key], page, answer.chosen):
            into = into.answered(page.key, answer.value, rows=answer.rows, told=False)
    return into


def _is_same(first: Question, second: Question, chosen: tuple[str, ...]) -> bool:
    same = (first.kind, first.label, first.columns) == (second.kind, second.label, second.columns)
    return same and (not second.options or set(chosen) <= {option.value for option in second.options})
