"""The snapshot pattern: frozen inputs, a pure derive function, frozen props, a signal only where something changed.

A field is written once, in the frozen props dataclass: `class HelpViewModel(ScreenModel[HelpProps])` has a Qt
property and a notify signal for each (`opening_hours` is `openingHours` with `openingHoursChanged`). `show` swaps the
props in before the first signal, so no slot sees half a change.
"""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Callable, Iterator
from typing import Any, ClassVar, Generic, TypeVar

from PySide6.QtCore import Property, QObject, Signal

from ui.shown.qml_values import in_qml, qml_type

P = TypeVar("P")


def camel(name: str) -> str:
    """`fee_online` as QML spells it: `feeOnline`."""
    head, _, rest = name.partition("_")
    return head + capitals(rest)


def capitals(name: str) -> str:
    """`LIFE_EVENT` as it begins the name of a class or a file: `LifeEvent`."""
    return "".join(word.capitalize() for word in name.split("_"))


def _getter(name: str) -> Callable[[Any], Any]:
    return lambda model: in_qml(getattr(model.props, name))


def _props_of(body: dict[str, Any]) -> Iterator[type[Any]]:
    """The dataclass in the brackets of a base, `ScreenModel[HelpProps]`; a type variable there is none."""
    for base in body.get("__orig_bases__", ()):
        yield from (given for given in typing.get_args(base) if isinstance(given, type))


class Snapshot(type(QObject)):  # type: ignore[misc]
    """The type of view models: makes signals and properties of the props before Qt looks at the class.

    A signal that Python connects to may stand in the class for its type's sake; it is then used as it is.
    """

    def __new__(mcs, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> Any:
        for props in _props_of(body):
            body["blank"] = props()
            hints = typing.get_type_hints(props)
            for field in dataclasses.fields(props):
                shown = camel(field.name)
                changed = body.setdefault(f"{shown}Changed", Signal())
                if shown in body:
                    raise TypeError(f"{name}.{shown} is a field of {props.__name__} and written once more")
                body[shown] = Property(qml_type(hints[field.name]), _getter(field.name), notify=changed)
        return super().__new__(mcs, name, bases, body)


class ViewModel(QObject, Generic[P], metaclass=Snapshot):
    """A QObject whose facts are one frozen dataclass, every field of it with a value to begin with."""

    blank: ClassVar[Any]
    """The props before anything is known, and after everything was forgotten."""

    def __init__(self) -> None:
        super().__init__()
        self.props: P = self.blank

    def show(self, props: P) -> None:
        """Take the new props; emit `<field>Changed` for each field that differs."""
        before, self.props = self.props, props
        for field in dataclasses.fields(typing.cast("Any", props)):
            if getattr(before, field.name) != getattr(props, field.name):
                getattr(self, f"{camel(field.name)}Changed").emit()
