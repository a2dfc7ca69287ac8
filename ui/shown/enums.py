"""The enumerations that QML compares: the words of `kiosk` and `devices`, registered under `Visit`.

QML sees integers and these names (`Visit.Screen.WELCOME`), never strings. `number` turns a member of the original
into its integer; a test holds the two lists together.
"""

from __future__ import annotations

from enum import Enum, IntEnum, auto

from PySide6.QtCore import QEnum, QObject
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Visit(QObject):
    """What a screen may ask about."""

    @QEnum
    class Screen(IntEnum):
        """`kiosk.session.Screen`."""

        IDLE = auto()
        WELCOME = auto()
        HOME = auto()
        LIFE_EVENT = auto()
        SEARCH = auto()
        PROCEDURE = auto()
        CONSENT = auto()
        CARD = auto()
        READING = auto()
        LADDER = auto()
        PERSON = auto()
        QUESTION = auto()
        PROBLEMS = auto()
        CHECK = auto()
        SCAN = auto()
        PRINT = auto()
        NEXT_STEPS = auto()
        GUIDES = auto()
        GUIDE = auto()
        GUIDE_EXIT = auto()
        HELP = auto()
        END = auto()

    @QEnum
    class CardReaderState(IntEnum):
        """`devices.card_reader.interface.CardReaderState`."""

        SERVICE_ABSENT = auto()
        READER_ABSENT = auto()
        READER_BUSY = auto()
        NO_CARD = auto()
        CARD_MUTE = auto()
        CARD_PRESENT = auto()

    @QEnum
    class Phase(IntEnum):
        """`kiosk.identification.Phase`."""

        CONNECTING = auto()
        OPENING = auto()
        READING_TEXT = auto()
        READING_PHOTO = auto()
        CHECKING = auto()

    @QEnum
    class Origin(IntEnum):
        """`kiosk.person.Origin`, and nothing where nothing was answered."""

        CHIP = auto()
        MRZ = auto()
        QR = auto()
        TYPED = auto()
        CORRECTED = auto()

    @QEnum
    class QuestionKind(IntEnum):
        """`kiosk.forms.definition.QuestionKind`."""

        TEXT = auto()
        LONG_TEXT = auto()
        PERSON_NAME = auto()
        DATE = auto()
        TIME = auto()
        PERSONAL_NUMBER = auto()
        PHONE = auto()
        EMAIL = auto()
        ADDRESS = auto()
        CHOICE = auto()
        CHOICES = auto()
        YES_NO = auto()
        NUMBER = auto()
        ROWS = auto()

    @QEnum
    class PrintState(IntEnum):
        """`kiosk.printing.PrintState`."""

        PENDING = auto()
        PRINTING = auto()
        OUT_OF_PAPER = auto()
        JAM = auto()
        COVER_OPEN = auto()
        TONER = auto()
        OFFLINE = auto()
        BUSY = auto()
        STOPPED = auto()
        ABORTED = auto()
        CANCELLED = auto()
        DONE = auto()

    @QEnum
    class FindingState(IntEnum):
        """`kiosk.identification.FindingState`."""

        CONFIRMED = auto()
        FAILED = auto()
        NOT_CHECKED = auto()

    @QEnum
    class Topic(IntEnum):
        """`kiosk.guides.guide.Topic`."""

        VNEID = auto()
        VNEID_TROUBLE = auto()
        HOUSEHOLD_BOOK = auto()
        HEALTH = auto()
        MONEY = auto()
        RESIDENCE = auto()
        TRAFFIC = auto()

    @QEnum
    class WayKind(IntEnum):
        """`kiosk.guides.walk.WayKind`."""

        WORKED = auto()
        TROUBLE = auto()
        ANSWER = auto()


@QmlElement
class Ladder(QObject):
    """The layers of a read; apart, because some share a name with a screen."""

    @QEnum
    class Rung(IntEnum):
        """`kiosk.identification.Rung`."""

        SERVICE = auto()
        DRIVER = auto()
        READER = auto()
        CARD = auto()
        APPLICATION = auto()
        ACCESS = auto()
        DATA = auto()


@QmlElement
class Printed(QObject):
    """The kinds and sizes of paper; apart, because one shares its name with a screen."""

    @QEnum
    class Paper(IntEnum):
        """`kiosk.session.paper_step.Paper`."""

        DECLARATION = auto()
        LEAFLET = auto()
        SLIP = auto()
        SCAN = auto()
        RECEIPT = auto()

    @QEnum
    class LeafletSize(IntEnum):
        """`kiosk.documents.LeafletSize`."""

        A4 = auto()
        A5 = auto()
        LARGE = auto()


def number(kind: type[IntEnum], member: Enum | None) -> int:
    """The integer QML knows a member by; 0 for None."""
    return 0 if member is None else int(kind[member.name])
