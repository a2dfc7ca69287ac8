"""The enumerations of the officer's screens, registered with the members of their originals."""

from __future__ import annotations

from PySide6.QtCore import QEnum, QObject
from PySide6.QtQml import QmlElement

from kiosk.counts.events import CheckOutcome, ListOutcome
from kiosk.identification import FindingState
from kiosk.officer.advice import Advice
from kiosk.officer.lodging.stage import LodgingStage
from kiosk.officer.registers.entry import IndexField
from kiosk.officer.registers.stage import RegisterStage
from kiosk.officer.roster.stage import ListStage
from kiosk.officer.validity import Validity
from ui.shown.guest_entry import GuestEntry
from ui.shown.qml_values import known

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class JudgedCard(QObject):
    """What a page of the officer's may ask about a card."""

    QEnum(known(Validity))
    QEnum(known(Advice))
    QEnum(known(CheckOutcome, "Answer"))


@QmlElement
class Roster(QObject):
    """What the page of the list check may ask about."""

    QEnum(known(ListStage, "Stage"))
    QEnum(known(ListOutcome, "Outcome"))


@QmlElement
class Register(QObject):
    """What the page of the register scans may ask about."""

    QEnum(known(RegisterStage, "Stage"))
    QEnum(known(IndexField, "Field"))


@QmlElement
class Lodging(QObject):
    """What the page of the lodging list may ask about."""

    QEnum(known(LodgingStage, "Stage"))
    QEnum(known(GuestEntry, "Entry"))


@QmlElement
class Proof(QObject):
    """How one finding about a card stands."""

    QEnum(known(FindingState))
