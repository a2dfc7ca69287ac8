"""The entries of an answer with rows: a cell each where the page's table is known, else a row each, typed by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kiosk.filing.catalogue import FiledAt
from kiosk.filing.entry import ControlKind, Entry
from kiosk.filing.portal import Block, FiledField
from kiosk.filing.words import other_words
from kiosk.forms.answers import Answer
from kiosk.forms.definition import Question, QuestionKind
from kiosk.forms.journey import Journey
from kiosk.forms.shown import printed_value, screen_value
from kiosk.i18n import Language


def rows_in_cells(
    at: FiledAt,
    block: Block,
    asked: FiledField,
    question: Question,
    journey: Journey,
    language: Language,
    *,
    order: int,
) -> Iterator[Entry]:
    """One entry a cell, for the portal's table; without cells one a row, which the person types."""
    if not asked.cells:
        yield from rows_by_hand(question, journey, language, order=order)
        return
    answer = journey.answer(question.key)
    columns = {column.key: (place, column) for place, column in enumerate(question.columns)}
    for number, row in enumerate(answer.rows if answer else (), start=1):
        for cell in asked.cells:
            place, column = columns[cell.column]
            printed = printed_value(column, Answer(value=row[place]))
            if printed:
                yield Entry(
                    id=f"{block.id}.{asked.id}.{number}.{cell.column}",
                    says=f"{question.label.say(language)} {number}: {column.label.say(language)}",
                    value=printed,
                    kind=ControlKind.DATE if column.kind is QuestionKind.DATE else ControlKind.TEXT,
                    labels=cell.labels,
                    sections=block.headings,
                    names=cell.names,
                    options=other_words(at.shared.rows.get(cell.rows, {}), printed),
                    order=order,
                    row=number,
                    inferred=asked.inferred,
                )


def rows_by_hand(question: Question, journey: Journey, language: Language, *, order: int) -> Iterator[Entry]:
    """One entry a row, without words: the person adds a row to the page's table and types it."""
    answer = journey.answer(question.key)
    for number, row in enumerate(answer.rows if answer else (), start=1):
        shown = screen_value(question, replace(answer, rows=(row,)), language) if answer else ""
        says = f"{question.label.say(language)} {number}"
        yield Entry(id=f"{question.key}.{number}", says=says, value=shown, order=order)
