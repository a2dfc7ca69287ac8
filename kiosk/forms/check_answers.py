"""The page "check your answers": every answer that applies, in the groups of the form, with its origin."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.forms.definition import FormGroup, Question, QuestionKind
from kiosk.forms.journey import Journey
from kiosk.forms.masking import mask
from kiosk.forms.shown import screen_value
from kiosk.i18n import Language, Text
from kiosk.person import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLine:
    """One answer. `masked` stands in its place until the person asks to see it; None when nothing is to hide."""

    question: str
    label: Text
    value: str = field(repr=False)
    masked: str | None = field(default=None, repr=False)
    is_address: bool = False
    origin: Origin | None = None
    """None where nothing was answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerGroup:
    """The answers under one heading of the check page."""

    name: Text
    lines: tuple[AnswerLine, ...]


def check_answers(journey: Journey, language: Language) -> tuple[AnswerGroup, ...]:
    """The groups that have at least one question on the way, in the order of the form."""
    groups = ((group, _lines(journey, group, language)) for group in journey.definition.groups)
    return tuple(AnswerGroup(name=group.name, lines=lines) for group, lines in groups if lines)


def _lines(journey: Journey, group: FormGroup, language: Language) -> tuple[AnswerLine, ...]:
    return tuple(_line(journey, page, language) for page in journey.pages if page.group == group.id)


def _line(journey: Journey, question: Question, language: Language) -> AnswerLine:
    answer = journey.answer(question.key)
    value = screen_value(question, answer, language) if answer else ""
    secret = question.kind is QuestionKind.PERSONAL_NUMBER and value
    return AnswerLine(
        question=question.key,
        label=_asked_of_staff(question.label) if journey.is_kept_in_doubt(question.key) else question.label,
        value=value,
        masked=mask(value) if secret else None,
        is_address=question.kind is QuestionKind.ADDRESS,
        origin=answer.origin if answer else None,
    )


def _asked_of_staff(label: Text) -> Text:
    return Text(vi="{label} (hỏi cán bộ)", en="{label} (ask the staff)").filled(label=label)
