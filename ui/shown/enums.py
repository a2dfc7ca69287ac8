"""The enumerations that QML compares, registered with the members of `kiosk` and `devices`.

QML sees integers and these names (`Visit.QuestionKind.DATE`), never strings. A member is added where it belongs, in
the original; nothing is written here for it. Two enumerations that share a member's name stand in two classes,
because QML also knows each member without its enumeration (`Visit.DATE`).
"""

from __future__ import annotations

from PySide6.QtCore import QEnum, QObject
from PySide6.QtQml import QmlElement

from kiosk.documents import LeafletSize
from kiosk.forms.definition import QuestionKind
from kiosk.guides.guide import Topic
from kiosk.guides.walk import WayKind
from kiosk.identification import Rung
from kiosk.person import Origin
from kiosk.printing import PrintState
from kiosk.procedures.search_index import EntryKind
from kiosk.session.paper_step import Paper
from kiosk.session.portal_step import PortalStage
from ui.shown.qml_values import known

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Visit(QObject):
    """What a screen may ask about."""

    QEnum(known(Origin))
    QEnum(known(QuestionKind))
    QEnum(known(PrintState))
    QEnum(known(Topic))
    QEnum(known(WayKind))
    QEnum(known(EntryKind))


@QmlElement
class Ladder(QObject):
    """The layers between the computer and the data on a card."""

    QEnum(known(Rung))


@QmlElement
class OfficialPage(QObject):
    """How far a filing on the official page is."""

    QEnum(known(PortalStage))


@QmlElement
class Printed(QObject):
    """The kinds and sizes of paper."""

    QEnum(known(Paper))
    QEnum(known(LeafletSize))
