"""The pages of the staff side, as Python and QML both know them."""

from __future__ import annotations

from enum import IntEnum, auto

from PySide6.QtCore import QEnum, QObject
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


class StaffPage(IntEnum):
    """Where the staff is; CLOSED while visitors have the screen."""

    CLOSED = 0
    SIGN_IN = auto()
    OVERVIEW = auto()
    NUMBERS = auto()
    PAPERS = auto()
    SETUP = auto()
    COMMUNE = auto()
    DEVICES = auto()
    RULER = auto()
    TRIAL = auto()
    CARD_TEST = auto()
    ACCEPTANCE = auto()


WIZARD = (
    StaffPage.COMMUNE,
    StaffPage.DEVICES,
    StaffPage.RULER,
    StaffPage.TRIAL,
    StaffPage.CARD_TEST,
    StaffPage.ACCEPTANCE,
)
"""The technician's steps, in their order."""


@QmlElement
class Staff(QObject):
    """What a staff screen may ask about."""

    @QEnum
    class Page(IntEnum):
        """`StaffPage`."""

        CLOSED = 0
        SIGN_IN = auto()
        OVERVIEW = auto()
        NUMBERS = auto()
        PAPERS = auto()
        SETUP = auto()
        COMMUNE = auto()
        DEVICES = auto()
        RULER = auto()
        TRIAL = auto()
        CARD_TEST = auto()
        ACCEPTANCE = auto()

    @QEnum
    class Readiness(IntEnum):
        """`devices.status.Readiness`."""

        READY = auto()
        ATTENTION = auto()
        BROKEN = auto()

    @QEnum
    class Device(IntEnum):
        """`devices.status.DeviceFamily`."""

        CARD_READER = auto()
        PRINTER = auto()
        SCANNER = auto()


@QmlElement
class Climb(QObject):
    """The reader's ladder; apart, because some states share a name with a readiness."""

    @QEnum
    class RungState(IntEnum):
        """`kiosk.doctor.card.RungState`."""

        HOLDS = auto()
        BROKEN = auto()
        NOT_TRIED = auto()
