"""What the page of a name offers when spelling does not know a word in it: "Ý ông/bà là Hoàng?", or to keep it."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.forms.answers import Answer
from kiosk.forms.definition import Question, QuestionKind
from kiosk.spelling.doubt import Doubt, doubts, mended
from kiosk.spelling.letters import ToneStyle


@dataclass(frozen=True, slots=True, kw_only=True)
class SpellingOffer:
    """Words of a person, so nothing of it is ever in a log."""

    doubted: str = field(repr=False)
    """The words in doubt, joined by commas: those that can be put right, else all."""
    meant: str = field(repr=False)
    """What was probably meant instead of them; empty when nothing can be offered."""
    value: str = field(repr=False)
    """The whole answer put right."""
    rows: tuple[tuple[str, ...], ...] = field(repr=False)
    """The same for a repeating question."""


def spelling_offer(question: Question, answer: Answer, style: ToneStyle) -> SpellingOffer:
    """What to offer for the names in an answer; `style` says where the tone of what is offered stands."""
    found = [doubt for name in _names(question, answer) for doubt in doubts(name, style)]
    right = [doubt for doubt in found if doubt.meant is not None]
    is_name = question.kind is QuestionKind.PERSON_NAME
    return SpellingOffer(
        doubted=_joined(right or found),
        meant=", ".join(doubt.meant for doubt in right if doubt.meant),
        value=mended(answer.value, style) if is_name else answer.value,
        rows=tuple(_mended_row(question, row, style) for row in answer.rows),
    )


def _joined(found: list[Doubt]) -> str:
    return ", ".join(doubt.word for doubt in found)


def _names(question: Question, answer: Answer) -> list[str]:
    if question.kind is QuestionKind.PERSON_NAME:
        return [answer.value]
    places = [at for at, column in enumerate(question.columns) if column.kind is QuestionKind.PERSON_NAME]
    return [row[at] for row in answer.rows for at in places]


def _mended_row(question: Question, row: tuple[str, ...], style: ToneStyle) -> tuple[str, ...]:
    kinds = [column.kind for column in question.columns]
    return tuple(
        mended(cell, style) if kind is QuestionKind.PERSON_NAME else cell
        for kind, cell in zip(kinds, row, strict=True)
    )
