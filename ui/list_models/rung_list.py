"""The seven layers between the computer and the data on the card, as rungs of a ladder."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtQml import QmlElement

from kiosk.identification import Rung
from ui.shown.records import RecordList

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class RungRow:
    """One layer: in order below the broken one, unknown above it."""

    rung: Rung
    works: bool
    broken: bool


@QmlElement
class RungList(RecordList):
    """Rungs from the bottom up."""

    record = RungRow


def rung_rows(broken: Rung) -> list[RungRow]:
    """The seven rungs from service to data, the broken one marked."""
    rungs = list(Rung)
    return [
        RungRow(rung=rung, works=place < rungs.index(broken), broken=rung is broken)
        for place, rung in enumerate(rungs)
    ]
