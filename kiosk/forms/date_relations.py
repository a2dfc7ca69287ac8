"""What the dates of a form say about each other: nobody dies or gets a card before birth, a parent is the older one.

Every date question says what happened on its day and whose day it is (`Question.event`, `whose`); who is whose
parent stands in `FormDefinition.kin`. From that follow all comparisons, so that no form has to remember them. A date
of which only the year or the month is known is refused only when no day of it can be right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from kiosk.forms.answers import Answer
from kiosk.forms.calendar_dates import PartialDate, parse, years_later
from kiosk.forms.definition import Conditions, DateEvent, FormDefinition, Question
from kiosk.forms.faults import FaultCode

_AFTER_BIRTH: Final = {
    DateEvent.DEATH: FaultCode.DEATH_BEFORE_BIRTH,
    DateEvent.CARD: FaultCode.CARD_BEFORE_BIRTH,
    DateEvent.LIFE: FaultCode.BEFORE_BIRTH,
}
YOUNGEST_PARENT: Final = 12
"""Years. Below it a slip of the finger is likelier than a birth; it is asked again and may stay."""
EXTENSION_FILED_EARLY: Final = timedelta(days=15)
"""An extension is filed within the last 15 days of the time before (Law on Residence 68/2020, article 28)."""

Judge = Callable[[Conditions], bool]


def fault(
    question: Question,
    when: PartialDate,
    form: FormDefinition,
    others: Mapping[str, Answer],
    holds: Judge,
    today: date,
) -> FaultCode | None:
    """The first thing that cannot be between this date and those asked before it; `others` are answers by key."""
    earlier = tuple(_earlier(question, form, others))
    return next(
        (
            code
            for code in (
                _start(question, when, others),
                _length(question, when, others, today),
                _age(question, when, today),
                _order_of_life(question, when, earlier),
                _kin(question, when, form, earlier, holds),
            )
            if code is not None
        ),
        None,
    )


Dated = tuple[Question, PartialDate]


def _earlier(question: Question, form: FormDefinition, others: Mapping[str, Answer]) -> Iterator[Dated]:
    for asked in form.questions:
        if asked.key == question.key:
            return
        if asked.event is not None and asked.key in others and (day := parse(others[asked.key].value)):
            yield asked, day


def _start(question: Question, when: PartialDate, others: Mapping[str, Answer]) -> FaultCode | None:
    start = others.get(question.after) if question.after else None
    first = parse(start.value) if start else None
    return FaultCode.DATE_ORDER if first and when.latest < first.earliest else None


def _length(question: Question, when: PartialDate, others: Mapping[str, Answer], today: date) -> FaultCode | None:
    if question.most_years is None:
        return None
    start = others.get(question.after) if question.after else None
    first = parse(start.value) if start else None
    begin = first.latest if first else today + EXTENSION_FILED_EARLY
    return FaultCode.STAY_TOO_LONG if when.earliest > years_later(begin, question.most_years) else None


def _age(question: Question, when: PartialDate, today: date) -> FaultCode | None:
    if question.least_age is None or years_later(when.earliest, question.least_age) <= today:
        return None
    return FaultCode.UNDER_AGE


def _order_of_life(question: Question, when: PartialDate, earlier: tuple[Dated, ...]) -> FaultCode | None:
    """Birth comes first; also where it is the later question."""
    for asked, day in earlier:
        if asked.whose != question.whose or not question.whose:
            continue
        if asked.event is DateEvent.BIRTH and question.event in _AFTER_BIRTH and when.latest < day.earliest:
            return _AFTER_BIRTH[question.event]
        if question.event is DateEvent.BIRTH and asked.event in _AFTER_BIRTH and day.latest < when.earliest:
            return _AFTER_BIRTH[asked.event]
    return None


def _kin(
    question: Question, when: PartialDate, form: FormDefinition, earlier: tuple[Dated, ...], holds: Judge
) -> FaultCode | None:
    if question.event is not DateEvent.BIRTH:
        return None
    births = {asked.whose: day for asked, day in earlier if asked.event is DateEvent.BIRTH}
    births[question.whose] = when
    for kin in form.kin:
        parent, child = births.get(kin.parent), births.get(kin.child)
        if question.whose in (kin.parent, kin.child) and parent and child and holds(kin.when):
            if child.latest <= parent.earliest:
                return FaultCode.PARENT_NOT_OLDER
            if child.latest < years_later(parent.earliest, YOUNGEST_PARENT):
                return FaultCode.PARENT_YOUNG
    return None
