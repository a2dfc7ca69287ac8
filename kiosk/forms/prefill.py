"""Answers read from the card, before the person touches anything.

Every value goes to the slot that is used only where the question is about the card holder (`Journey`). A value that
fits no option of a choice is left out: the question is then asked.
"""

from __future__ import annotations

from kiosk.forms import values
from kiosk.forms.answers import Answer, Answers
from kiosk.forms.definition import FormDefinition, Question, QuestionKind
from kiosk.i18n import fold
from kiosk.person import PersonRecord, Sourced


def prefill(definition: FormDefinition, person: PersonRecord) -> Answers:
    """The answers the person record gives, each with its origin."""
    answers = Answers()
    for question in definition.questions:
        sourced = person.fields.get(question.prefill) if question.prefill else None
        value = _value(question, sourced.value) if sourced else ""
        if sourced and value:
            read = Sourced(value=value, origin=sourced.origin)
            answers = answers.put(question.key, Answer(value=value, origin=sourced.origin, read=read))
    return answers


def _value(question: Question, text: str) -> str:
    if question.kind is not QuestionKind.CHOICE:
        return values.normalise(question.kind, text)
    return next((option.value for option in question.options if fold(option.label.vi) == fold(text.strip())), "")
