"""The cards before an officer, one row each."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtQml import QmlElement

from kiosk.counts.events import CheckOutcome
from kiosk.officer.advice import Advice
from kiosk.officer.validity import Validity
from ui.shown.records import RecordList

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedRow:
    """One card. `photo` is an address, empty without one; `number` is masked or not; `findings` are sentences."""

    photo: str
    name: str = field(repr=False)
    born: str = field(repr=False)
    sex: str = field(repr=False)
    number: str = field(repr=False)
    expiry: str = field(repr=False)
    validity: Validity
    advice: Advice
    advice_words: str
    findings: tuple[str, ...]
    holding: tuple[int, ...]
    """How each finding stands, as QML knows its state."""
    answer: CheckOutcome | None


@QmlElement
class CheckedList(RecordList):
    """Those who stand before the desk."""

    record = CheckedRow
