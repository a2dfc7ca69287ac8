"""The pages of the staff side, as Python and QML both know them."""

from __future__ import annotations

from enum import IntEnum, auto

from PySide6.QtCore import QEnum, QObject
from PySide6.QtQml import QmlElement

from devices.status import DeviceFamily, Readiness
from kiosk.counts.events import Role
from kiosk.doctor.card import RungState
from kiosk.errors import Mend
from ui.shown.qml_values import known

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


class StaffPage(IntEnum):
    """Where the staff is; CLOSED while visitors have the screen."""

    CLOSED = 0
    SIGN_IN = auto()
    OVERVIEW = auto()
    NUMBERS = auto()
    PAPERS = auto()
    NOTES = auto()
    SETUP = auto()
    COMMUNE = auto()
    DEVICES = auto()
    SHARING = auto()
    RULER = auto()
    TRIAL = auto()
    CARD_TEST = auto()
    ACCEPTANCE = auto()
    TASKS = auto()
    IDENTITY = auto()
    ROSTER = auto()
    REGISTERS = auto()
    LODGING = auto()


WIZARD = (
    StaffPage.COMMUNE,
    StaffPage.DEVICES,
    StaffPage.SHARING,
    StaffPage.RULER,
    StaffPage.TRIAL,
    StaffPage.CARD_TEST,
    StaffPage.ACCEPTANCE,
)
"""The technician's steps, in their order."""

OFFICER = (StaffPage.TASKS, StaffPage.IDENTITY, StaffPage.ROSTER, StaffPage.REGISTERS, StaffPage.LODGING)
"""The officer's work: what it can be, and each task."""


def may_open(role: Role | None, page: StaffPage) -> bool:
    """Whether this role may open the page: the set-up is the technician's, the work with people the officer's."""
    if page in (StaffPage.CLOSED, StaffPage.SIGN_IN):
        return True
    if page in OFFICER:
        return role is Role.OFFICER
    if page is StaffPage.SETUP or page in WIZARD:
        return role is Role.TECHNICIAN
    return role is not None


MENDED_ON = {
    Mend.DEVICES: StaffPage.DEVICES,
    Mend.RULER: StaffPage.RULER,
    Mend.CARD_TEST: StaffPage.CARD_TEST,
    Mend.PAPERS: StaffPage.PAPERS,
}
"""The page on which a failure is mended."""


@QmlElement
class Staff(QObject):
    """What a staff screen may ask about."""

    QEnum(known(StaffPage, "Page"))
    QEnum(known(Readiness))
    QEnum(known(DeviceFamily, "Device"))
    QEnum(known(Role))


@QmlElement
class Climb(QObject):
    """The reader's ladder; some of its states share a name with a readiness."""

    QEnum(known(RungState))


@QmlElement
class Mending(QObject):
    """What stands with a trouble; some of it is called as a page is."""

    QEnum(known(Mend))
