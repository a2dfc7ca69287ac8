"""Every value inside a typed content file with its key path; list items go by their `id` where they have one."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec


def walk(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    """The value itself and everything in it, outermost first, as (key path, value)."""
    yield path, value
    if isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from walk(getattr(value, name), f"{path}.{name}" if path else name)
    elif isinstance(value, tuple):
        for place, item in enumerate(value):
            yield from walk(item, f"{path}[{getattr(item, 'id', place)}]")
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from walk(item, f"{path}.{key}" if path else str(key))
