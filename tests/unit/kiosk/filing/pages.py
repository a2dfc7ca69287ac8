"""A practice form as a scan of its page tells it, without a browser: words beside each field, names, kinds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kiosk.filing.control import Control, Field
from kiosk.filing.entry import Entry
from kiosk.filing.matching import Matched, choose, match
from tests.portal.standins.forms import Form, Hole

ROUNDS = 3
"""What a choice opens may hold a choice."""


def filled(form: Form, entries: tuple[Entry, ...]) -> tuple[Matched, tuple[Control, ...]]:
    """Which fields the entries take once each choice has opened what it opens, and all controls of the page then."""
    posted: dict[str, str] = {}
    by_id = {entry.id: entry for entry in entries}
    for _ in range(ROUNDS):
        controls = tuple(controls_of(form, posted))
        found = match(entries, controls)
        posted = {field.first.name: _stands(field, by_id[name]) for name, field in found.fields.items()}
    return found, controls


def controls_of(form: Form, posted: Mapping[str, str]) -> Iterator[Control]:
    """What the page shows after these choices (name -> words of the row)."""
    number = 0
    for paragraph in form.paragraphs:
        if not form.shows(paragraph, posted):
            continue
        for hole in (part for part in paragraph.parts if isinstance(part, Hole)):
            for control in _controls(hole):
                yield Control(frame=0, index=number, section=hole.section, required=hole.required, **control)
                number += 1


def _controls(hole: Hole) -> list[dict[str, object]]:
    if "one" in hole.marks:
        rows = [one.partition("=")[2] for one in hole.marks["one"].split("|")]
        return [{"type": "radio", "group": hole.label, "label": row, "name": hole.name} for row in rows]
    if hole.kind in {"x-date", "x-date-text"}:
        parts = ("day", "month", "year")
        return [{"type": "text", "label": hole.label, "part": part, "name": f"{hole.name}-{part}"} for part in parts]
    kind = "list" if "list" in hole.marks else "checkbox" if hole.kind == "checkbox" else "text"
    return [{"type": kind, "label": hole.label, "name": hole.name, "read_only": "given" in hole.marks}]


def _stands(field: Field, entry: Entry) -> str:
    place = choose([control.label for control in field.controls], entry) if field.is_choice else None
    return field.controls[place].label if place is not None else entry.value
