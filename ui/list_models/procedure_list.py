"""Procedures as rows that lead to their page: plain name, official name small, fee and time at a glance."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtQml import QmlElement

from kiosk.i18n import Language
from kiosk.procedures.procedure import Procedure
from ui.shown.records import RecordList
from ui.shown.wording import fee_line

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureRow:
    """One procedure; `official_name` is empty when people call it by that name anyway."""

    id: str
    name: str
    official_name: str
    fee: str
    time: str


@QmlElement
class ProcedureList(RecordList):
    """Procedures to choose from: those found, or those of a life event."""

    record = ProcedureRow


def procedure_row(procedure: Procedure, language: Language, today: date) -> ProcedureRow:
    """The row of one procedure on one day."""
    time_limit = procedure.time_limit(today)
    name = procedure.name.say(language)
    return ProcedureRow(
        id=procedure.id,
        name=name,
        official_name="" if name == procedure.official_name else procedure.official_name,
        fee=fee_line(procedure.fee(today), language),
        time=time_limit.text.say(language) if time_limit else "",
    )
