"""What holds for every form beyond its soundness: questions that ask, sheets that claim only what they are.

Only for whoever writes content: a station shows a form that breaks one of these; `kiosk.forms.check` says which it
cannot use. Each fault is one line: path inside the file, what is there, what was expected.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Final

from kiosk.forms.definition import DateEvent, DateRule, FormDefinition, Item, Question, QuestionKind
from kiosk.forms.printed import Layout, SheetStatus
from kiosk.person import PersonField

_TAKES: Final = {
    PersonField.DATE_OF_BIRTH: {QuestionKind.DATE},
    PersonField.DATE_OF_ISSUE: {QuestionKind.DATE},
    PersonField.SEX: {QuestionKind.CHOICE},
    PersonField.PERSONAL_NUMBER: {QuestionKind.PERSONAL_NUMBER, QuestionKind.TEXT},
    PersonField.FULL_NAME: {QuestionKind.PERSON_NAME, QuestionKind.TEXT},
    PersonField.PLACE_OF_RESIDENCE: {QuestionKind.ADDRESS},
    PersonField.PLACE_OF_ORIGIN: {QuestionKind.ADDRESS},
}
"""Value of the card -> the controls it fits."""
_YEAR_IS_ENOUGH: Final = "chỉ biết năm"
_MARRIAGE: Final = "KẾT HÔN"
_AGES_OF_MARRIAGE: Final = {18, 20}
_PARENTS: Final = {"cha", "me"}
_PRINTED_YES_NO: Final = {"Có", "Không"}


def broken_rules(form: FormDefinition) -> Iterator[str]:
    """Every rule that one form breaks."""
    yield from _claims(form)
    yield from _questions(form)
    yield from _kin(form)
    for number, item in enumerate(form.items):
        yield from _choices(f"items[{number}] ({item.no} {item.label})", item, form)


def broken_successions(
    forms: Mapping[str, FormDefinition], *, unread: Collection[str] = ()
) -> Iterator[tuple[str, str]]:
    """Name of a form and fault: its successor is not there, or is the form itself.

    `unread` are forms that are there and cannot be used.
    """
    for name, form in forms.items():
        if form.replaced_by is not None and (form.replaced_by not in {*forms, *unread} or form.replaced_by == name):
            yield name, f"replaced_by: {form.replaced_by!r}, expected the name of another form"


def _claims(form: FormDefinition) -> Iterator[str]:
    if form.status is SheetStatus.PREPARATION and form.signatures:
        yield "signatures: a sheet that only prepares is not the official one and is not signed"
    if form.status is SheetStatus.OFFICIAL and not form.signatures:
        yield "signatures: missing; an official sheet is signed"
    if not form.printable and form.questions:
        yield "questions: a sheet kept to explain it (`printable = false`) asks nothing"


def _questions(form: FormDefinition) -> Iterator[str]:
    for number, question in enumerate(form.questions):
        path = f"questions[{number}] ({question.key})"
        for key, words in (("vi", question.heading.vi), ("en", question.heading.en)):
            if not words.endswith("?"):
                yield f"{path}.heading.{key}: expected a question, with its question mark"
        yield from _dates_and_numbers(path, question, form)
        if question.domestic and question.kind is not QuestionKind.ADDRESS:
            yield f"{path}.domestic: belongs to an address, not to {question.kind.value!r}"
        fitting = _TAKES.get(question.prefill) if question.prefill else None
        if fitting is not None and question.kind not in fitting:
            kinds = sorted(kind.value for kind in fitting)
            yield f"{path}.prefill: {question.kind.value!r} does not take it, expected one of {kinds}"


def _dates_and_numbers(path: str, question: Question, form: FormDefinition) -> Iterator[str]:
    """What makes a question answerable for everybody: elders, foreigners, people without a number."""
    if question.kind is QuestionKind.DATE:
        yield from _date(path, question, form)
    if question.kind is QuestionKind.PERSONAL_NUMBER and question.other_paper is None:
        yield f"{path}.other_paper: missing; true where a passport may take its place, false for citizens only"
    for column in question.columns:
        if column.kind is QuestionKind.PERSONAL_NUMBER and column.other_paper is None:
            yield f"{path}.columns ({column.key}).other_paper: missing; expected true or false"
        if column.kind is QuestionKind.DATE and column.date is DateRule.PAST and not column.partial:
            yield f"{path}.columns ({column.key}).partial: expected true; of some relatives only the year is known"
    if question.prefill is PersonField.ETHNICITY and question.required and _takes_foreigners(form):
        yield f"{path}.required: expected false; a person with a passport of another country has no answer"


def _date(path: str, question: Question, form: FormDefinition) -> Iterator[str]:
    if question.event is None:
        yield f"{path}.event: missing; what happened on this day, so that dates can be compared"
    elif (question.event is DateEvent.OTHER) == bool(question.whose):
        yield f"{path}.whose: expected a word for the person, and none where `event` is other"
    if question.prefill is PersonField.DATE_OF_BIRTH and not question.partial:
        yield f"{path}.partial: expected true; the cards of some elders have only a year"
    hint = question.hint.vi.casefold() if question.hint else ""
    if _YEAR_IS_ENOUGH in hint and not question.partial:
        yield f"{path}.hint: says that a year is enough; expected partial = true"
    marries = _MARRIAGE in form.title and question.event is DateEvent.BIRTH
    if marries and question.least_age not in _AGES_OF_MARRIAGE:
        yield f"{path}.least_age: expected 20 for a man, 18 for a woman (Law on Marriage and Family, article 8)"


def _takes_foreigners(form: FormDefinition) -> bool:
    return any(question.other_paper for question in form.questions)


def _kin(form: FormDefinition) -> Iterator[str]:
    """Parents and children are named by the dates that belong to them, and where both are there, kin says so."""
    born = {question.whose for question in form.questions if question.event is DateEvent.BIRTH}
    for number, kin in enumerate(form.kin):
        for name in (kin.parent, kin.child):
            if name not in born:
                yield f"kin[{number}]: {name!r}, expected a `whose` of a date of birth, one of {sorted(born)}"
    for parent in sorted(born & _PARENTS - {kin.parent for kin in form.kin}):
        yield f"kin: missing for {parent!r}; whose parent is it?"


def _choices(path: str, item: Item, form: FormDefinition) -> Iterator[str]:
    """The boxes of the sheet are those of the question that fills them."""
    if item.layout is not Layout.CHOICES or not isinstance(item.value, str):
        return
    question = next((asked for asked in form.questions if asked.key == item.value.strip("{}")), None)
    if question is None:
        return
    prints = {option.printed for option in question.options if option.printed}
    if question.kind is QuestionKind.YES_NO:
        prints = _PRINTED_YES_NO
    for missing in sorted(prints - set(item.options)):
        yield f"{path}.options: {missing!r} is missing, which {question.key!r} may print"
