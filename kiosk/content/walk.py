"""Every value inside a typed content file with its key path; list items go by their `id` where they have one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from kiosk.content.fact import Fact

_LEAVES = frozenset({str, int, bool, date, type(None)})
"""Most of what there is, and nothing in it."""


def walk(value: object) -> Iterator[tuple[str, object]]:
    """The value itself and everything in it, outermost first, as (key path, value)."""
    if not (isinstance(value, msgspec.Struct) and value.__struct_config__.frozen):
        return iter(_gathered(value))
    known, found = _last[0]
    if known is not value:
        found = _gathered(value)
        _last[0] = (value, found)
    return iter(found)


_last: list[tuple[object, list[tuple[str, object]]]] = [(None, [])]
"""The file walked last and what is in it: each rule of the check walks it once more, and a file does not change."""


def _gathered(value: object) -> list[tuple[str, object]]:
    found: list[tuple[str, object]] = []
    _gather(value, "", found)
    return found


def _gather(value: object, path: str, found: list[tuple[str, object]]) -> None:
    """A list to append to: generators within each other would hand each value up through every level."""
    found.append((path, value))
    kind = type(value)
    if kind in _LEAVES:
        return
    if fields := getattr(kind, "__struct_fields__", None):
        for name in fields:
            _gather(getattr(value, name), f"{path}.{name}" if path else name, found)
    elif isinstance(value, tuple):
        for place, item in enumerate(value):
            _gather(item, f"{path}[{getattr(item, 'id', place)}]", found)
    elif isinstance(value, dict):
        for key, item in value.items():
            _gather(item, f"{path}.{key}" if path else str(key), found)


def all_facts(value: object) -> Iterator[tuple[str, Fact]]:
    """Every fact of a file with its key path, whatever holds it."""
    yield from ((path, inside) for path, inside in walk(value) if isinstance(inside, Fact))
