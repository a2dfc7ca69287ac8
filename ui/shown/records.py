"""A list model over frozen dataclasses of one kind: each field is a role, spelled as QML spells it.

One subclass a list names the dataclass; delegates take the roles as `required property`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtCore import Property, QAbstractListModel, QByteArray, QModelIndex, QPersistentModelIndex, Qt, Signal

from ui.shown.qml_values import in_qml
from ui.shown.snapshot import camel

_ROLE = int(Qt.ItemDataRole.UserRole)


class RecordList(QAbstractListModel):
    """Rows of one dataclass. A subclass sets `record`."""

    record: ClassVar[type[Any]]
    countChanged = Signal()

    def __init__(self, rows: Sequence[Any] = ()) -> None:
        super().__init__()
        self._rows = tuple(rows)
        self._fields = tuple(field.name for field in dataclasses.fields(self.record))

    @property
    def rows(self) -> tuple[Any, ...]:
        """The records shown now; QML reads their fields as roles."""
        return self._rows

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _ROLE) -> Any:
        """One field of one row."""
        place = role - _ROLE
        if not index.isValid() or not 0 <= place < len(self._fields):
            return None
        return in_qml(getattr(self._rows[index.row()], self._fields[place]))

    def roleNames(self) -> dict[int, QByteArray]:
        """One role a field, its name in camelCase."""
        return {_ROLE + place: QByteArray(camel(name).encode()) for place, name in enumerate(self._fields)}

    def show(self, rows: Sequence[Any]) -> None:
        """Show these rows: changed ones in place when their number is the same, what came at the end beside the rest,
        else all anew."""
        new, there = tuple(rows), len(self._rows)
        if new == self._rows:
            return
        if there and len(new) > there and new[:there] == self._rows:
            self.beginInsertRows(QModelIndex(), there, len(new) - 1)
            self._rows = new
            self.endInsertRows()
            self.countChanged.emit()
            return
        if len(new) != there:
            self.beginResetModel()
            self._rows = new
            self.endResetModel()
            self.countChanged.emit()
            return
        before, self._rows = self._rows, new
        for place, (old, now) in enumerate(zip(before, new, strict=True)):
            if old != now:
                self.dataChanged.emit(self.index(place), self.index(place))

    count = Property(int, lambda self: len(self._rows), notify=countChanged)
