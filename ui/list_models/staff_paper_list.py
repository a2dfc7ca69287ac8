"""The papers the staff may print."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtQml import QmlElement

from ui.shown.records import RecordList

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffPaperRow:
    """One paper by its name."""

    title: str


@QmlElement
class StaffPaperList(RecordList):
    """The papers the staff can print."""

    record = StaffPaperRow
