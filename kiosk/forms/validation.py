"""Whether an answer does for its question: empty, shape, choice, dates, numbers, rows.

Gives the first fault of a plain question and every fault of a repeating one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from kiosk.forms import calendar_dates, values
from kiosk.forms.answers import NO, YES, Answer
from kiosk.forms.definition import Column, DateRule, Question, QuestionKind
from kiosk.forms.faults import AnswerFault, FaultCode, message


def faults(
    question: Question, answer: Answer | None, *, today: date, others: Mapping[str, Answer], suggestion: str = ""
) -> tuple[AnswerFault, ...]:
    """What is wrong; `others` are the applicable answers so far, `suggestion` the text composed from them."""
    if answer is None or answer.is_blank:
        return (_fault(question, FaultCode.MISSING),) if question.required else ()
    if question.kind is QuestionKind.ROWS:
        return tuple(_faults_of_rows(question, answer, today))
    code = _fault_of_value(question, answer.value, today) or _fault_of_order(question, answer, others)
    if code is None and answer.basis is not None and answer.basis != suggestion:
        code = FaultCode.STALE
    return (_fault(question, code),) if code else ()


def _fault(question: Question, code: FaultCode) -> AnswerFault:
    if code is FaultCode.MISSING and question.missing is not None:
        return AnswerFault(code=code, message=question.missing)
    return AnswerFault(code=code, message=message(code, question.kind))


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
        case _:
            return values.judge(asked.kind, value, asked.max_length)


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


def _fault_of_order(question: Question, answer: Answer, others: Mapping[str, Answer]) -> FaultCode | None:
    start = others.get(question.after) if question.after else None
    if start is None:
        return None
    first, last = calendar_dates.parse(start.value), calendar_dates.parse(answer.value)
    return FaultCode.DATE_ORDER if first and last and last.earliest < first.earliest else None


def _faults_of_rows(question: Question, answer: Answer, today: date) -> Iterator[AnswerFault]:
    if len(answer.rows) > question.max_rows:
        yield _fault(question, FaultCode.ROW_COUNT)
    for number, row in enumerate(answer.rows):
        for column, cell in zip(question.columns, row, strict=True):
            code = _fault_of_value(column, cell, today) if cell else None
            if not cell and column.required:
                code = FaultCode.MISSING
            if code:
                yield AnswerFault(code=code, message=message(code, column.kind), row=number, column=column.key)
