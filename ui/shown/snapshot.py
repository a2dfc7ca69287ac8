"""The snapshot pattern: frozen inputs, a pure derive function, frozen props, a signal only where something changed.

A view model declares one frozen props dataclass, one Qt property a field and one notify signal a field
(`title` has `titleChanged`). `show` swaps the props in before the first signal, so no slot sees half a change.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject


def camel(name: str) -> str:
    """`fee_online` as QML spells it: `feeOnline`."""
    head, *rest = name.split("_")
    return head + "".join(word.capitalize() for word in rest)


def prop(name: str) -> Callable[[Any], Any]:
    """The getter of one field of the props, for `Property(str, prop("title"), notify=titleChanged)`."""

    def get(model: Any) -> Any:
        return getattr(model.props, name)

    return get


def listed(name: str) -> Callable[[Any], Any]:
    """The getter of a field that is a tuple, as the list QML wants."""

    def get(model: Any) -> Any:
        return list(getattr(model.props, name))

    return get


class ViewModel(QObject):
    """A QObject whose facts are one frozen dataclass."""

    props: Any

    def __init__(self, props: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.props = props

    def show(self, props: Any) -> None:
        """Take the new props; emit `<field>Changed` for each field that differs."""
        before, self.props = self.props, props
        for field in dataclasses.fields(props):
            if getattr(before, field.name) != getattr(props, field.name):
                getattr(self, f"{camel(field.name)}Changed").emit()
