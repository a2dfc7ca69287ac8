"""What holds for every form beyond its soundness: questions that ask, sheets that claim only what they are.

Only for whoever writes content: a station shows a form that breaks one of these; `kiosk.forms.check` says which it
cannot use. Each fault is one line: path inside the file, what is there, what was expected.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Final

from kiosk.forms.definition import FormDefinition, Item, QuestionKind
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
_PRINTED_YES_NO: Final = {"Có", "Không"}


def broken_rules(form: FormDefinition) -> Iterator[str]:
    """Every rule that one form breaks."""
    yield from _claims(form)
    yield from _questions(form)
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
        fitting = _TAKES.get(question.prefill) if question.prefill else None
        if fitting is not None and question.kind not in fitting:
            kinds = sorted(kind.value for kind in fitting)
            yield f"{path}.prefill: {question.kind.value!r} does not take it, expected one of {kinds}"


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
