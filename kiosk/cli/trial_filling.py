"""Fill any form with made-up answers that fit, page by page as a visitor would; both ends of every choice.

Used to try a new content pack before it becomes current. Holds no person.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final

from kiosk.forms import Column, DateRule, Journey, Question, QuestionKind

FIT: Final = {
    QuestionKind.TEXT: "Con",
    QuestionKind.LONG_TEXT: "Theo giấy tờ kèm theo",
    QuestionKind.PERSON_NAME: "Hồ Văn Mẫu",
    QuestionKind.TIME: "14:30",
    QuestionKind.PERSONAL_NUMBER: "040080000001",
    QuestionKind.PHONE: "0912345678",
    QuestionKind.EMAIL: "mau@example.vn",
    QuestionKind.ADDRESS: "Số 5, Xã Thần Lĩnh, Tỉnh Nghệ An",
}

_ADULT: Final = "01/02/1970"
_GRANDPARENT: Final = "01/02/1940"
"""Days on which somebody was born who has children or marries, and whose children have."""


def filled(journey: Journey, *, last: bool) -> Journey:
    """The journey after every page was answered; `last` takes the last option of each choice instead of the first."""
    page = journey.pages[0] if journey.pages else None
    for _ in journey.definition.questions:
        if page is None:
            break
        journey = _answered(journey, page, last=last)
        page = journey.next_after(page.key)
    return journey


def _answered(journey: Journey, page: Question, *, last: bool) -> Journey:
    if page.kind is QuestionKind.ROWS:
        row = tuple(fit_answer(column, journey, last=last) for column in page.columns)
        return journey.answered(page.key, rows=(row,))
    return journey.answered(page.key, fit_answer(page, journey, last=last))


def fit_answer(asked: Question | Column, journey: Journey, *, last: bool) -> str:
    """A made-up answer of the question's kind and within its bounds."""
    match asked.kind:
        case QuestionKind.CHOICE | QuestionKind.CHOICES:
            return asked.options[-1 if last else 0].value if asked.options else ""
        case QuestionKind.YES_NO:
            return "yes" if last else "no"
        case QuestionKind.NUMBER:
            return str((asked.least or 1) if isinstance(asked, Question) else 1)
        case QuestionKind.DATE:
            return _date(asked, journey)
        case _:
            return FIT[asked.kind][: asked.max_length or None]


def _date(asked: Question | Column, journey: Journey) -> str:
    today = journey.context.today
    if asked.date is DateRule.FUTURE:
        return f"{today + timedelta(days=30):%d/%m/%Y}"
    if isinstance(asked, Question) and asked.after and (before := journey.answer(asked.after)):
        return before.value
    recent = f"{today - timedelta(days=30):%d/%m/%Y}"
    if not isinstance(asked, Question):
        return recent
    parents = {kin.parent for kin in journey.definition.kin}
    first = _ADULT if asked.least_age or asked.whose in parents else recent
    tried = (first, recent, _GRANDPARENT)
    return next((day for day in tried if not journey.answered(asked.key, day).faults(asked.key)), first)


def ways(journey: Journey) -> tuple[Journey, ...]:
    """The form filled both ways, for a visit without a procedure and for each procedure that uses it."""
    codes = (None, *journey.definition.procedures)
    starts = [replace(journey, context=replace(journey.context, procedure=code)) for code in codes]
    return tuple(filled(start, last=last) for start in starts for last in (False, True))
