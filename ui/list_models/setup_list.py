"""The technician's steps, and what may be chosen at one of them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtQml import QmlElement

from ui.shown.records import RecordList

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class SetupRow:
    """One step; `page` is of `Staff.Page`."""

    page: int
    done: bool


@QmlElement
class SetupList(RecordList):
    """Rows of steps."""

    record = SetupRow


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceRow:
    """One thing to choose."""

    label: str
    detail: str = ""
    chosen: bool = False


@QmlElement
class ChoiceRows(RecordList):
    """Rows of choices."""

    record = ChoiceRow


@dataclass(frozen=True, slots=True, kw_only=True)
class ClimbRow:
    """One rung of the reader's ladder: `rung` of `Ladder.Rung`, `standing` of `Climb.RungState`."""

    rung: int
    standing: int


@QmlElement
class ClimbList(RecordList):
    """Rungs from the bottom up."""

    record = ClimbRow
