"""The lists on an officer's stick, and the columns of one of them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtQml import QmlElement

from kiosk.officer.roster.columns import ListColumn
from ui.shown.records import RecordList

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFileRow:
    """One file by its name; `size` in words."""

    name: str
    size: str


@QmlElement
class ListFileList(RecordList):
    """What could be a list."""

    record = ListFileRow


@dataclass(frozen=True, slots=True, kw_only=True)
class ListColumnRow:
    """One column of the list: its heading, what it is taken for, and its place from 0."""

    place: int
    heading: str
    meaning: str
    column: ListColumn | None


@QmlElement
class ListColumnRows(RecordList):
    """The columns of the list, in their order."""

    record = ListColumnRow
