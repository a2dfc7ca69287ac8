"""What would be shown differently on another day: facts that begin or end between two dates, in any content file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

import msgspec

from kiosk.content.fact import Dated
from kiosk.content.walk import walk
from kiosk.i18n import Text

_SAID = ("text", "heading", "name", "form", "way", "title", "search_url", "source")
"""Where a fact says what it is about; the first of these it has."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Change:
    """One place that reads differently. `before` and `after` are what holds on the two days; empty for nothing."""

    file: str
    path: str
    before: tuple[str, ...]
    after: tuple[str, ...]


def dated(value: object) -> Iterator[tuple[str, tuple[Dated, ...]]]:
    """What is dated and of one kind and stands side by side, with the key path of the first: facts, papers, steps.
    The file itself comes as ""."""
    if isinstance(value, Dated):
        yield "", (value,)
    for path, owner in walk(value):
        if isinstance(owner, msgspec.Struct):
            yield from _side_by_side(path, owner)


def _side_by_side(path: str, owner: msgspec.Struct) -> Iterator[tuple[str, tuple[Dated, ...]]]:
    kinds: dict[type[Dated], tuple[str, list[Dated]]] = {}
    for name in owner.__struct_fields__:
        held = getattr(owner, name)
        for item in held if isinstance(held, tuple) else (held,):
            if isinstance(item, Dated):
                kinds.setdefault(type(item), (f"{path}.{name}" if path else name, []))[1].append(item)
    for place, facts in kinds.values():
        yield place, tuple(facts)


def ends_soon(value: object, today: date, until: date) -> Iterator[tuple[str, tuple[Dated, ...]]]:
    """What holds today, is over by `until` and has nothing that follows: time to look for what comes."""
    for path, group in dated(value):
        if group[0].may_pass or not any(part.holds_on(today) for part in group):
            continue
        if not any(part.holds_on(until) for part in group):
            yield path, group


def changes(file: str, value: object, before: date, after: date) -> list[Change]:
    """Every place of one file that reads differently on the two days."""
    found = []
    for path, facts in dated(value):
        then = tuple(_said(fact) for fact in facts if fact.holds_on(before))
        later = tuple(_said(fact) for fact in facts if fact.holds_on(after))
        if then != later:
            found.append(Change(file=file, path=path, before=then, after=later))
    return found


def _said(fact: Dated) -> str:
    for name in _SAID:
        said = getattr(fact, name, None)
        if isinstance(said, Text):
            return " ".join(said.vi.split())
        if isinstance(said, Enum):
            return str(said.value)
        if isinstance(said, str) and said:
            return said
    return ""
