"""From answers to the filled sheet: official order, numbers and labels, only answers that apply.

Signature blocks are copied blank, also the consent columns of CT01: name and number there (note 8) are written only
when consent was given through VNeID, which this station cannot know.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kiosk.forms import identity_papers
from kiosk.forms.answers import Answer
from kiosk.forms.definition import Item, Question, QuestionKind
from kiosk.forms.journey import Journey
from kiosk.forms.printed import Layout, PrintedForm, PrintedItem, SignatureBlock
from kiosk.forms.shown import printed_value
from kiosk.forms.wording import render


def printed(journey: Journey) -> PrintedForm:
    """The sheet of this journey; also of an unfinished one, with dotted lines where answers are missing."""
    form = journey.definition
    return PrintedForm(
        form_id=form.id,
        form_no=form.form_no,
        title=form.title,
        instrument=form.instrument,
        status=form.status,
        addressed_to=journey.compose(form.addressed_to),
        addressed=bool(form.addressed_to),
        items=tuple(_item(journey, item) for item in form.items),
        statements=form.statements,
        signatures=tuple(SignatureBlock(who=block.who, lines=block.lines) for block in form.signatures),
        notes=form.notes,
        template=form.template,
        valid_until=form.valid_until,
        checked_on=form.checked,
    )


def _item(journey: Journey, item: Item) -> PrintedItem:
    value = journey.compose(item.value)
    layout = item.layout
    if layout is Layout.BOXES and value and not identity_papers.is_personal(value):
        # The boxes are those of the personal number; another paper is named and written out.
        layout, value = Layout.LINE, identity_papers.named(value)
    return PrintedItem(
        no=item.no,
        label=item.label,
        layout=layout,
        value="x" if item.layout is Layout.CHECK and value else value,
        options=item.options,
        columns=item.columns,
        rows=_rows(journey, item),
        min_rows=item.min_rows,
        boxes=item.boxes,
        beside=item.beside,
        mark=item.mark,
    )


def _rows(journey: Journey, item: Item) -> tuple[tuple[str, ...], ...]:
    if item.fixed:
        return tuple(tuple(journey.compose(cell) for cell in row) for row in item.fixed)
    if item.grid:
        return tuple((label, *_crosses(journey, key)) for label, key in item.grid)
    if item.rows is None:
        return ()
    question = journey.definition.question(item.rows)
    lookups = _lookups(question, journey.answer(item.rows))
    return tuple(tuple(render(cell, lookup) for cell in item.cells) for lookup in lookups)


def _crosses(journey: Journey, key: str) -> tuple[str, ...]:
    answer = journey.answer(key)
    chosen = answer.chosen if answer else ()
    return tuple("x" if option.value in chosen else "" for option in journey.definition.question(key).options)


def _lookups(question: Question, answer: Answer | None) -> Iterator[Callable[[str], str]]:
    """One lookup a row: a row for every option of a choices question, also unanswered; else the rows given."""
    if question.kind is QuestionKind.CHOICES:
        for option in question.options:
            chosen = answer is not None and option.value in answer.chosen
            values = {
                "label": option.printed,
                "yes": "x" if chosen else "",
                "no": "x" if answer and not chosen else "",
            }
            yield values.__getitem__
    elif answer is not None:
        for number, row in enumerate(answer.rows, start=1):
            yield _lookup(question, row, number)


def _lookup(question: Question, row: tuple[str, ...], number: int) -> Callable[[str], str]:
    values = {
        column.key: printed_value(column, Answer(value=cell)) if cell else ""
        for column, cell in zip(question.columns, row, strict=True)
    }
    return lambda name: str(number) if name == "#" else values.get(name, "")
