"""Counts as the staff reads them, one row a kind."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtQml import QmlElement

from kiosk.staff.numbers import CountLine
from ui.shown.records import RecordList
from ui.staff.staff_side import StaffSide

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRow:
    """`before` is empty where there is no period before."""

    label: str
    count: str
    before: str = ""


@QmlElement
class CountList(RecordList):
    """How often each kind happened, on the staff's page of numbers."""

    record = CountRow


def count_row(side: StaffSide, line: CountLine) -> CountRow:
    """One line of the numbers, its name in the language of the window."""
    before = "" if line.before is None else str(line.before)
    return CountRow(label=side.say(line.label), count=str(line.count), before=before)
