"""Whether an answer does for its question: empty, shape, choice, days, numbers, letters, rows.

Gives the first fault of a plain question and every fault of a repeating one. What dates say about each other is
`kiosk.forms.date_relations`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from kiosk.forms import calendar_dates, values
from kiosk.forms.answers import NO, YES, Answer
from kiosk.forms.definition import Column, DateRule, Question, QuestionKind
from kiosk.forms.faults import DOUBTS, AnswerFault, FaultCode, letter_message, message
from kiosk.letters import PrintableLetters
from kiosk.spelling.doubt import is_doubtful

_WRITTEN = {QuestionKind.TEXT, QuestionKind.LONG_TEXT, QuestionKind.PERSON_NAME, QuestionKind.ADDRESS}
"""Kinds whose value is printed letter by letter as the person wrote it."""


def faults(
    question: Question, answer: Answer | None, *, today: date, letters: PrintableLetters, suggestion: str = ""
) -> tuple[AnswerFault, ...]:
    """What is wrong; `suggestion` is the text composed from the applicable answers so far."""
    if answer is None or answer.is_blank:
        return (fault(question, FaultCode.MISSING),) if question.required else ()
    if question.kind is QuestionKind.ROWS:
        return tuple(_faults_of_rows(question, answer, today, letters))
    code = _fault_of_value(question, answer.value, today)
    if code is FaultCode.SPELLING and answer.read is not None and answer.value == answer.read.value:
        code = None  # as it stands on the card
    if answer.value != suggestion and (told := _letter(question, answer.value, code, letters)):
        return (told,)  # what was composed was told where it was typed
    if code is None and answer.basis is not None and answer.basis != suggestion:
        code = FaultCode.STALE
    return (fault(question, code),) if code else ()


def fault(asked: Question | Column, code: FaultCode) -> AnswerFault:
    """The fault with its words for this question or cell."""
    doubt = code in DOUBTS or (code is FaultCode.MISSING and asked.kind is QuestionKind.PERSONAL_NUMBER)
    words = message(code, asked.kind, other_paper=bool(asked.other_paper))
    if code is FaultCode.MISSING and isinstance(asked, Question) and asked.missing is not None:
        words = asked.missing
    return AnswerFault(code=code, message=words, doubt=doubt)


def _letter(
    asked: Question | Column, value: str, code: FaultCode | None, letters: PrintableLetters
) -> AnswerFault | None:
    """The first letter that is not printed as it stands; it may stay where nothing else is wrong."""
    if asked.kind not in _WRITTEN or code is FaultCode.TOO_LONG:
        return None
    may_stay = code is None or code in DOUBTS
    for letter, instead in letters.replaced(value).items():
        words = letter_message(letter, instead, may_stay=may_stay)
        return AnswerFault(code=FaultCode.LETTER, message=words, doubt=may_stay)
    return None


def _fault_of_value(asked: Question | Column, value: str, today: date) -> FaultCode | None:
    match asked.kind:
        case QuestionKind.DATE:
            return _fault_of_date(asked, value, today)
        case QuestionKind.YES_NO:
            return None if value in {YES, NO} else FaultCode.OPTION
        case QuestionKind.CHOICE:
            return None if value in {option.value for option in asked.options} else FaultCode.OPTION
        case QuestionKind.CHOICES:
            known = {option.value for option in asked.options}
            return None if set(value.split(",")) <= known else FaultCode.OPTION
        case QuestionKind.NUMBER if isinstance(asked, Question):
            return values.judge(asked.kind, value, asked.max_length) or _fault_of_range(asked, int(value))
        case QuestionKind.PERSON_NAME:
            odd = FaultCode.SPELLING if is_doubtful(value) else None
            return values.judge(asked.kind, value, asked.max_length) or odd
        case _:
            return values.judge(asked.kind, value, asked.max_length, other_paper=bool(asked.other_paper))


def _fault_of_date(asked: Question | Column, value: str, today: date) -> FaultCode | None:
    when = calendar_dates.parse(value)
    if when is None:
        return FaultCode.DATE
    if not when.is_full and not asked.partial:
        return FaultCode.DATE_NOT_FULL
    if asked.date is DateRule.PAST and when.earliest > today:
        return FaultCode.DATE_IN_FUTURE
    if asked.date is DateRule.FUTURE and when.earliest < today:
        return FaultCode.DATE_IN_PAST
    return None


def _fault_of_range(question: Question, number: int) -> FaultCode | None:
    too_small = question.least is not None and number < question.least
    too_big = question.most is not None and number > question.most
    return FaultCode.NUMBER_RANGE if too_small or too_big else None


def _faults_of_rows(
    question: Question, answer: Answer, today: date, letters: PrintableLetters
) -> Iterator[AnswerFault]:
    if len(answer.rows) > question.max_rows:
        yield fault(question, FaultCode.ROW_COUNT)
    for number, row in enumerate(answer.rows):
        for column, cell in zip(question.columns, row, strict=True):
            if told := _fault_of_cell(column, cell, today, letters):
                yield replace(told, row=number, column=column.key)


def _fault_of_cell(column: Column, cell: str, today: date, letters: PrintableLetters) -> AnswerFault | None:
    if not cell:
        return fault(column, FaultCode.MISSING) if column.required else None
    code = _fault_of_value(column, cell, today)
    return _letter(column, cell, code, letters) or (fault(column, code) if code else None)
