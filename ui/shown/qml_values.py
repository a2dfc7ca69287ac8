"""How a value of Python looks in QML: members of an enumeration as integers, tuples as lists, the rest as it is.

QML knows an enumeration by names that `known` makes from the original, so nobody writes its members a second time.
Written: `QEnum(known(Screen))` in the body of a QObject, where Qt looks for it.
"""

from __future__ import annotations

import types
import typing
from enum import Enum, IntEnum
from functools import cache
from typing import Any, TypeVar

E = TypeVar("E", bound=Enum)
_PLAIN = (bool, int, float, str)


def number(member: Enum | None) -> int:
    """The integer QML knows a member by: its place in its enumeration from 1, or its own where it is an integer; 0
    for none."""
    if member is None:
        return 0
    return int(member) if isinstance(member, IntEnum) else _places(type(member))[member.name]


@cache
def _places(kind: type[Enum]) -> dict[str, int]:
    return {one.name: place for place, one in enumerate(kind, 1)}


def member(kind: type[E], told: int) -> E | None:
    """The member QML means by an integer; none for an integer that is no member's."""
    return next((one for one in kind if number(one) == told), None)


def known(original: type[Enum], name: str = "") -> type[IntEnum]:
    """The enumeration as QML gets it, every member under its own name; `name` where QML has another for it."""
    made = IntEnum(name or original.__name__, {one.name: number(one) for one in original})  # type: ignore[misc]
    return typing.cast("type[IntEnum]", made)


def in_qml(value: Any) -> Any:
    """A value of props or of a row; a tuple would be a closed box to QML, and none is no member."""
    if isinstance(value, tuple):
        return [in_qml(part) for part in value]
    return number(value) if value is None or isinstance(value, Enum) else value


def qml_type(hint: Any) -> type:
    """The type of the Qt property for a field of that type. Raises `TypeError` for a type QML cannot be given."""
    if hint in _PLAIN:
        return typing.cast("type", hint)
    if typing.get_origin(hint) is tuple:
        return list
    parts = typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
    if all(part is types.NoneType or (isinstance(part, type) and issubclass(part, Enum)) for part in parts):
        return int
    raise TypeError(f"no Qt property can be made of {hint}")
