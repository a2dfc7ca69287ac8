"""The technician's steps, and what may be chosen at one of them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtQml import QmlElement

from kiosk.doctor.card import RungState
from kiosk.identification import Rung
from ui.shown.records import RecordList
from ui.staff.pages import StaffPage

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class SetupRow:
    """One of the technician's steps, and whether it was finished since the staff came in."""

    page: StaffPage
    done: bool


@QmlElement
class SetupList(RecordList):
    """The steps of the technician's setup."""

    record = SetupRow


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceRow:
    """One thing to choose; `detail` tells it from others of the same name."""

    label: str
    detail: str = ""
    chosen: bool = False


@QmlElement
class ChoiceRows(RecordList):
    """What a step of the setup offers to choose from."""

    record = ChoiceRow


@dataclass(frozen=True, slots=True, kw_only=True)
class ClimbRow:
    """One rung of the reader's ladder and whether it holds."""

    rung: Rung
    standing: RungState


@QmlElement
class ClimbList(RecordList):
    """Rungs from the bottom up."""

    record = ClimbRow
