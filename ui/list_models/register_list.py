"""The kinds of registers, and the index of one record as it was typed twice."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtQml import QmlElement

from kiosk.officer.registers.entry import IndexField
from ui.shown.records import RecordList

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterKindRow:
    """One kind of register; `short` stands in the names of its files."""

    name: str
    short: str


@QmlElement
class RegisterKindList(RecordList):
    """The kinds of register that `registers.toml` names, in its order."""

    record = RegisterKindRow


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexRow:
    """One field as both typings have it."""

    asked: IndexField
    label: str
    first: str = field(repr=False)
    second: str = field(repr=False)
    differs: bool


@QmlElement
class IndexRows(RecordList):
    """The index of one record."""

    record = IndexRow
