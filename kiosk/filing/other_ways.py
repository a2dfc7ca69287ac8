"""Other ways in which a page may ask for the same answer: an address in one line, of a date the year alone.

A page asks for the parts or for the whole and never for both, so such an entry never stands on its own: what it is
instead of tells whether the answer has reached the page.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from kiosk.filing.catalogue import FiledAt
from kiosk.filing.entry import ControlKind, Entry
from kiosk.filing.portal import FiledField, PlacePart
from kiosk.forms.calendar_dates import parse

_YEAR_OF = {"ngay-sinh": "nam-sinh"}
"""List of labels of a date -> list of labels of its year."""
_BEHIND = {PlacePart.PROVINCE: 1, PlacePart.COMMUNE: 2}
"""Lists without a word behind "Nơi cư trú: trong nước": the first is of provinces, the second of communes."""


def other_ways(at: FiledAt, asked: FiledField, made: Entry, whole: str, says: str) -> Iterator[Entry]:
    """The entries that may stand on a page instead of `made`; `whole` is the answer before it was taken apart,
    `says` what the guide calls it."""
    if asked.place is PlacePart.WHERE and whole:
        parts = _parts(at, asked)
        line = _instead(made, "dong", at.labels(asked), whole, says, tuple(parts))
        detail = next((each for each, place in parts.items() if place is PlacePart.DETAIL), "")
        yield msgspec.structs.replace(line, takes_place_of=detail)
    years = at.shared.labels.get(_YEAR_OF.get(asked.called, ""), ())
    if years and made.kind is ControlKind.DATE and parse(made.value) is not None:
        yield _instead(made, "nam", years, made.value.rpartition("/")[2], made.says, (made.id,))


def behind(at: FiledAt, asked: FiledField) -> tuple[tuple[str, ...], int]:
    """The words of the choice behind which this part of an address stands without words of its own, and as which of
    the lists there; no words where it never does."""
    turn = _BEHIND.get(asked.place, 0) if asked.place is not None else 0
    choices = [
        field
        for block in at.blocks
        for field in block.fields
        if field.place is PlacePart.WHERE and _source(field) == _source(asked)
    ]
    return (at.labels(choices[0]), turn) if turn and choices else ((), 0)


def _source(field: FiledField) -> tuple[object, ...]:
    """Where its answer comes from: equal for the parts of one address."""
    return field.value, field.person, field.guest, field.house


def _parts(at: FiledAt, asked: FiledField) -> dict[str, PlacePart]:
    return {
        f"{block.id}.{field.id}": field.place
        for block in at.blocks
        for field in block.fields
        if field.place is not None and _source(field) == _source(asked)
    }


def _instead(made: Entry, name: str, labels: tuple[str, ...], value: str, says: str, ids: tuple[str, ...]) -> Entry:
    return Entry(
        id=f"{made.id}.{name}",
        says=says,
        value=value,
        labels=labels,
        sections=made.sections,
        order=made.order,
        inferred=made.inferred,
        instead_of=ids,
    )
