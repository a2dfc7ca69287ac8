"""What the portal's screen shows, as one frozen value, and the presses that come back from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum

from PySide6.QtCore import Property, QEnum, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.filing.page_rules import Secrecy
from ui.portal.dialogs import DialogKind
from ui.portal.fault import Remedy
from ui.portal.shown_rows import EntryRow, RowState
from ui.shown.qml_values import known
from ui.shown.records import RecordList
from ui.shown.snapshot import ViewModel

QML_IMPORT_NAME = "Kiosk.PortalLink"
QML_IMPORT_MAJOR_VERSION = 1


class Front(Enum):
    """Which of the window's faces a person sees."""

    STANDBY = "standby"
    PAGE = "page"
    FAULT = "fault"
    FILED = "filed"
    ENDING = "ending"


class Ask(Enum):
    """A question of the kiosk's own that lies over everything."""

    END = "end"
    ALERT = "alert"
    """The page tells something."""
    CONFIRM = "confirm"
    """The page asks something."""


@QmlElement
class Beside(QObject):
    """The names QML compares with."""

    QEnum(known(Front))
    QEnum(known(Ask))
    QEnum(known(Remedy))


@QmlElement
class EntryStates(QObject):
    """How a row of the guide stands, and whose step it is."""

    QEnum(known(RowState))
    QEnum(known(Secrecy))


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingProps:
    """Nothing here is of a person while `front` is STANDBY. Values stand in the rows, `code` is the dossier's."""

    front: Front = Front.STANDBY
    host: str = ""
    step: str = ""
    kiosk_fills: bool = False
    """The step is one the kiosk fills once it is asked."""
    secrecy: Secrecy = Secrecy.OPEN
    can_fill: bool = False
    filling: bool = False
    done: int = 0
    of: int = 0
    filled_once: bool = False
    left: int = 0
    """Fields of this page that do not hold the visit's value, papers aside."""
    left_says: str = ""
    """What the first of them are called."""
    elsewhere_says: str = ""
    """Values that belong on this page and found no field of it: what the first of them are called."""
    concluded: bool = False
    """Nobody has seen any field of this page: it is said once for all of them."""
    by_hand: bool = False
    """The map does not know this page: values stand large, to be typed."""
    at_cursor: str = ""
    """The row whose field of the page has the cursor."""
    progress: int = 0
    """Percent of a page that loads; 100 when it stands."""
    zoom_step: int = 0
    keyboard: int = 0
    """A layout of the keyboard's panel."""
    capitalise: bool = False
    typing_secret: bool = False
    fault_title: str = ""
    fault_remedy: str = ""
    fault_staff: str = ""
    fault_action: Remedy | None = None
    note: str = ""
    """A sentence beside the page: what it refused, that it is slow."""
    note_remedy: str = ""
    too_large: str = ""
    """Scanned papers that the page cannot take, until the person has read it."""
    largest_mb: int = 0
    """What the page takes, in millions of bytes."""
    ask: Ask | None = None
    ask_words: str = field(default="", repr=False)
    choosing_file: bool = False
    choosing_row: bool = False
    """A native list of the page was touched: its rows stand in the guide's place."""
    list_says: str = ""
    paying: bool = False
    """The window of a payment is open."""
    qr_rows: tuple[tuple[bool, ...], ...] = field(default=(), repr=False)
    qr_spent: bool = False
    code: str = field(default="", repr=False)
    asking: bool = False
    seconds_left: int = 0
    guest: int = 0
    """Of an officer's list: whose turn it is, from 1; 0 without a list."""
    guests: int = 0
    guest_name: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRow:
    """A paper of the visit; `fits` when the page takes its type and size, `received` when it has taken it already.
    `too_large` ones became no file at all."""

    key: int
    says: str
    fits: bool
    too_large: bool = False
    received: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRow:
    """A row of a native list of the page."""

    key: int
    says: str = field(repr=False)
    chosen: bool = False


class EntryList(RecordList):
    """What stands in the guide beside the page: a field, its value and whether it is entered."""

    record = EntryRow


class PaperList(RecordList):
    """What may be given to the page."""

    record = PaperRow


class PageRowList(RecordList):
    """A native list of the page."""

    record = PageRow


@QmlElement
class FilingViewModel(ViewModel[FilingProps]):
    """Presses go out as signals; who runs the visit listens."""

    fillAsked = Signal()
    mendAsked = Signal(str)
    zoomAsked = Signal()
    backAsked = Signal()
    endAsked = Signal()
    """The person wants to end: it is asked once."""
    ended = Signal()
    faultActed = Signal()
    noteTaken = Signal()
    tooLargeTaken = Signal()
    answered = Signal(bool)
    """To the question in front."""
    fileChosen = Signal(int)
    """Place of the paper; below zero none."""
    rowChosen = Signal(int)
    """Place in the page's list; below zero none."""
    popupLeft = Signal()
    qrAsked = Signal()
    stayed = Signal()
    said = Signal(list)
    silenced = Signal()
    guestAsked = Signal(int)
    """The guest so many places further, or back."""

    never = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.entry_list = EntryList()
        self.paper_list = PaperList()
        self.row_list = PageRowList()

    entries = Property(QObject, lambda self: self.entry_list, notify=never)
    rows = Property(QObject, lambda self: self.row_list, notify=never)
    papers = Property(QObject, lambda self: self.paper_list, notify=never)

    def change(self, make: Callable[[FilingProps], FilingProps]) -> None:
        """Show what this makes of the props of now."""
        self.show(make(self.props))


DIALOGS = {DialogKind.ALERT: Ask.ALERT, DialogKind.CONFIRM: Ask.CONFIRM}
"""How a box of the page is shown."""
