"""The procedures that the content has something to tell the staff about."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtQml import QmlElement

from ui.shown.records import RecordList

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffNoteRow:
    """One procedure: its name with its code, and each note on a line of its own."""

    title: str
    notes: str


@QmlElement
class StaffNoteList(RecordList):
    """What the content tells the staff and no visitor, a row for each procedure."""

    record = StaffNoteRow
