"""What the content tells the staff of a procedure and no visitor: its notes, and why something is not confirmed.

A visitor reads "Chưa xác minh, hỏi cán bộ: lệ phí"; the officer who is asked finds here why, and what would settle
it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kiosk.content.doubts import OpenQuestion
from kiosk.content.fact import Fact
from kiosk.content.walk import all_facts
from kiosk.i18n import Text, fold, joined
from kiosk.procedures.doubted import facts_shown
from kiosk.procedures.procedure import Procedure

NOT_CONFIRMED = Text(
    "Chưa xác minh: {parts}. {why} Để chắc: {settled_by}", "Not confirmed: {parts}. {why} {settled_by}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedProcedure:
    """One procedure with what its staff should know; `code` is empty where there is none."""

    name: Text
    code: str
    notes: tuple[Text, ...]


def noted(
    procedures: Iterable[Procedure], questions: Mapping[str, OpenQuestion], day: date
) -> tuple[NotedProcedure, ...]:
    """Every procedure that has something to tell the staff on `day`, by its Vietnamese name."""
    found = (
        NotedProcedure(name=each.name, code=each.code or "", notes=notes)
        for each in procedures
        if (notes := tuple(dict.fromkeys((*_notes(each, day), *_open(each, questions, day)))))
    )
    return tuple(sorted(found, key=lambda procedure: fold(procedure.name.vi)))


def _notes(procedure: Procedure, day: date) -> Iterator[Text]:
    """Its own first; those of facts that are over are of no use any more."""
    if procedure.staff_notes is not None:
        yield procedure.staff_notes
    yield from (fact.staff_note for _, fact in all_facts(procedure) if fact.staff_note and not _is_over(fact, day))


def _is_over(fact: Fact, day: date) -> bool:
    return fact.valid_until is not None and fact.valid_until < day


def _open(procedure: Procedure, questions: Mapping[str, OpenQuestion], day: date) -> Iterator[Text]:
    """One line a question, with every part of the page that waits for it."""
    waiting: dict[str, list[Text]] = {}
    for part, fact in facts_shown(procedure, day):
        if fact is not None and not fact.is_confirmed and fact.doubt in questions:
            waiting.setdefault(fact.doubt, []).append(part.value)
    for key, parts in waiting.items():
        asked = questions[key]
        named = joined(", ", dict.fromkeys(parts))
        yield NOT_CONFIRMED.filled(parts=named, why=asked.why, settled_by=asked.settled_by)
