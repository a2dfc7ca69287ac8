"""Valid made-up answers for any question, drawn by hypothesis, each text unlike every other."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count

from hypothesis import strategies as st

from kiosk.forms import Column, DateEvent, DateRule, Journey, Question, QuestionKind
from kiosk.forms.calendar_dates import parse
from tests.unit.kiosk.forms.people import TODAY

_NUMBERS = count(1)


def _unlike_any_other() -> str:
    number, letters = next(_NUMBERS), ""
    while number:
        number, digit = divmod(number, 26)
        letters += chr(ord("a") + digit)
    return f"Zq{letters}"


def _date(draw: st.DrawFn, asked: Question | Column, journey: Journey) -> str:
    earliest, latest = date(1950, 1, 1), date(2040, 1, 1)
    if asked.date is DateRule.PAST:
        latest = TODAY
    if asked.date is DateRule.FUTURE:
        earliest = TODAY
    if isinstance(asked, Question):
        earliest, latest = _of_life(asked, journey, earliest, latest)
    if isinstance(asked, Question) and asked.after and (before := journey.answer(asked.after)):
        when = parse(before.value)
        earliest = max(earliest, when.earliest) if when else earliest
        latest = max(latest, earliest)
    if isinstance(asked, Question) and asked.most_years:
        latest = min(latest, earliest + timedelta(days=365 * asked.most_years))
    day = earliest + timedelta(days=draw(st.integers(0, (latest - earliest).days)))
    return f"{day:%d/%m/%Y}"


def _born(asked: Question, journey: Journey) -> date:
    """The birth of the person a date belongs to, if it was asked; a day after all births of adults otherwise."""
    births = (
        parse(given.value)
        for page in journey.definition.questions
        if page.event is DateEvent.BIRTH and page.whose == asked.whose and (given := journey.answer(page.key))
    )
    return max([date(2000, 1, 1), *(born.latest for born in births if born)])


def _of_life(asked: Question, journey: Journey, earliest: date, latest: date) -> tuple[date, date]:
    """Adults are born before 1980, children and everything else that happens to people come after 2000."""
    if any(page.after == asked.key and page.most_years for page in journey.definition.questions):
        return TODAY, latest
    if asked.event is None or asked.event is DateEvent.OTHER:
        return earliest, latest
    children = {kin.child for kin in journey.definition.kin} - {kin.parent for kin in journey.definition.kin}
    if asked.event is not DateEvent.BIRTH:
        return _born(asked, journey), latest
    kin = [kin for kin in journey.definition.kin if kin.when and journey.holds(kin.when)]
    if asked.whose in children or any(asked.whose == each.child for each in kin):
        return date(2000, 1, 1), latest
    if asked.whose == "b" and any(each.parent == "b" for each in kin):
        return date(1920, 1, 1), date(1937, 1, 1)
    return earliest, date(1980, 1, 1)


def valid_value(draw: st.DrawFn, asked: Question | Column, journey: Journey) -> str:
    """A value this question accepts."""
    match asked.kind:
        case QuestionKind.DATE:
            return _date(draw, asked, journey)
        case QuestionKind.TIME:
            return "14:30"
        case QuestionKind.PERSONAL_NUMBER:
            return f"{draw(st.integers(0, 10**12 - 1)):012d}"
        case QuestionKind.PHONE:
            return f"09{draw(st.integers(0, 10**8 - 1)):08d}"
        case QuestionKind.EMAIL:
            return f"{_unlike_any_other()}@example.vn"
        case QuestionKind.CHOICE:
            return draw(st.sampled_from([option.value for option in asked.options]))
        case QuestionKind.CHOICES:
            chosen = draw(st.sets(st.sampled_from([option.value for option in asked.options]), min_size=1))
            return ",".join(sorted(chosen))
        case QuestionKind.YES_NO:
            return draw(st.sampled_from(["yes", "no"]))
        case QuestionKind.NUMBER if isinstance(asked, Question):
            least = asked.least or 0
            return str(draw(st.integers(least, asked.most if asked.most is not None else least + 1000)))
        case _:
            return _unlike_any_other()[: asked.max_length or 60]


def answer_validly(draw: st.DrawFn, journey: Journey, question: Question) -> Journey:
    """The journey after a valid answer to this page."""
    if question.kind is not QuestionKind.ROWS:
        return _kept(journey, question.key, valid_value(draw, question, journey), ())
    rows = draw(st.integers(1, min(3, question.max_rows)))
    table = tuple(tuple(valid_value(draw, column, journey) for column in question.columns) for _ in range(rows))
    return _kept(journey, question.key, "", table)


def _kept(journey: Journey, key: str, value: str, rows: tuple[tuple[str, ...], ...]) -> Journey:
    """No made-up name is spelt as Vietnamese is: it is given once more, as a person keeps it."""
    journey = journey.answered(key, value, rows=rows)
    return journey.answered(key, value, rows=rows) if journey.faults(key) else journey
