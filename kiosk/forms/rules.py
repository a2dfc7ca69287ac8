"""What holds for every form beyond its soundness: questions that ask, sheets that claim only what they are.

Only for whoever writes content: a station shows a form that breaks one of these; `kiosk.forms.check` says which it
cannot use. Each fault is a key path inside the file and what was expected there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Final

from kiosk.forms import rule_words
from kiosk.forms.definition import DateEvent, DateRule, FormDefinition, Item, Question, QuestionKind
from kiosk.forms.printed import Layout, SheetStatus
from kiosk.person import PersonField
from kiosk.toml.fault import Found

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


def broken_rules(form: FormDefinition) -> Iterator[Found]:
    """Every rule that one form breaks."""
    yield from _claims(form)
    yield from _questions(form)
    yield from _kin(form)
    for number, item in enumerate(form.items):
        yield from _choices(f"items[{number}] ({item.no} {item.label})", item, form)


def broken_successions(
    forms: Mapping[str, FormDefinition], *, unread: Collection[str] = ()
) -> Iterator[tuple[str, Found]]:
    """Name of a form and fault: its successor is not there, or is the form itself.

    `unread` are forms that are there and cannot be used.
    """
    for name, form in forms.items():
        if form.replaced_by is not None and (form.replaced_by not in {*forms, *unread} or form.replaced_by == name):
            yield name, ("replaced_by", rule_words.NAME_OF_ANOTHER_FORM.filled(given=repr(form.replaced_by)))


def _claims(form: FormDefinition) -> Iterator[Found]:
    if form.status is SheetStatus.PREPARATION and form.signatures:
        yield ("signatures", rule_words.PREPARATION_IS_NOT_SIGNED)
    if form.status is SheetStatus.OFFICIAL and not form.signatures:
        yield ("signatures", rule_words.SIGNATURES_MISSING)
    if not form.printable and form.questions:
        yield ("questions", rule_words.EXPLAINED_SHEET_ASKS_NOTHING)


def _questions(form: FormDefinition) -> Iterator[Found]:
    for number, question in enumerate(form.questions):
        path = f"questions[{number}] ({question.key})"
        for key, words in (("vi", question.heading.vi), ("en", question.heading.en)):
            if not words.endswith("?"):
                yield (f"{path}.heading.{key}", rule_words.EXPECTED_A_QUESTION)
        yield from _dates_and_numbers(path, question, form)
        if question.domestic and question.kind is not QuestionKind.ADDRESS:
            yield (f"{path}.domestic", rule_words.BELONGS_TO_AN_ADDRESS.filled(given=repr(question.kind.value)))
        fitting = _TAKES.get(question.prefill) if question.prefill else None
        if fitting is not None and question.kind not in fitting:
            kinds = sorted(kind.value for kind in fitting)
            yield (
                f"{path}.prefill",
                rule_words.DOES_NOT_TAKE_IT.filled(given=repr(question.kind.value), kinds=kinds),
            )


def _dates_and_numbers(path: str, question: Question, form: FormDefinition) -> Iterator[Found]:
    """What makes a question answerable for everybody: elders, foreigners, people without a number."""
    if question.kind is QuestionKind.DATE:
        yield from _date(path, question, form)
    if question.kind is QuestionKind.PERSONAL_NUMBER and question.other_paper is None:
        yield (f"{path}.other_paper", rule_words.OTHER_PAPER_MISSING)
    for column in question.columns:
        if column.kind is QuestionKind.PERSONAL_NUMBER and column.other_paper is None:
            yield (f"{path}.columns ({column.key}).other_paper", rule_words.TRUE_OR_FALSE_MISSING)
        if column.kind is QuestionKind.DATE and column.date is DateRule.PAST and not column.partial:
            yield (f"{path}.columns ({column.key}).partial", rule_words.RELATIVES_HAVE_A_YEAR)
    if question.prefill is PersonField.ETHNICITY and question.required and _takes_foreigners(form):
        yield (f"{path}.required", rule_words.FOREIGNERS_HAVE_NO_ANSWER)


def _date(path: str, question: Question, form: FormDefinition) -> Iterator[Found]:
    if question.event is None:
        yield (f"{path}.event", rule_words.EVENT_MISSING)
    elif (question.event is DateEvent.OTHER) == bool(question.whose):
        yield (f"{path}.whose", rule_words.WORD_FOR_THE_PERSON)
    if question.prefill is PersonField.DATE_OF_BIRTH and not question.partial:
        yield (f"{path}.partial", rule_words.ELDERS_HAVE_A_YEAR)
    hint = question.hint.vi.casefold() if question.hint else ""
    if _YEAR_IS_ENOUGH in hint and not question.partial:
        yield (f"{path}.hint", rule_words.YEAR_IS_ENOUGH)
    marries = _MARRIAGE in form.title and question.event is DateEvent.BIRTH
    if marries and question.least_age not in _AGES_OF_MARRIAGE:
        yield (f"{path}.least_age", rule_words.AGES_OF_MARRIAGE)


def _takes_foreigners(form: FormDefinition) -> bool:
    return any(question.other_paper for question in form.questions)


def _kin(form: FormDefinition) -> Iterator[Found]:
    """Parents and children are named by the dates that belong to them, and where both are there, kin says so."""
    born = {question.whose for question in form.questions if question.event is DateEvent.BIRTH}
    for number, kin in enumerate(form.kin):
        for name in (kin.parent, kin.child):
            if name not in born:
                yield (
                    f"kin[{number}]",
                    rule_words.WHOSE_OF_A_BIRTH.filled(name=repr(name), born=sorted(born)),
                )
    for parent in sorted(born & _PARENTS - {kin.parent for kin in form.kin}):
        yield ("kin", rule_words.KIN_MISSING.filled(given=repr(parent)))


def _choices(path: str, item: Item, form: FormDefinition) -> Iterator[Found]:
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
        yield (
            f"{path}.options",
            rule_words.OPTION_MISSING.filled(missing=repr(missing), key=repr(question.key)),
        )
