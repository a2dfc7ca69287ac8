"""Between the QML that holds the web view and Python: what is asked goes as signals, what happens comes as calls.

PySide cannot convert the view or its frames, and naming the focused item over a web page from Python ends the
process: so nothing here hands either over. Numbers, addresses and JSON text pass, nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.portal.frames import Frame, frames_of
from ui.portal.work import Script

QML_IMPORT_NAME = "Kiosk.PortalLink"
QML_IMPORT_MAJOR_VERSION = 1

Judge = Callable[[str], bool]


def sent(url: QUrl) -> str:
    """An address as it is sent: what is no ASCII letter is escaped."""
    return bytes(url.toEncoded().data()).decode("ascii")


@QmlElement
class PageLink(QObject):
    """One for the life of the process; the view behind it may be made anew."""

    scriptAsked = Signal(list, str, int)
    """Way to the frame, code, number of the answer."""
    opened = Signal(str)
    """Show this address in the page."""
    reloaded = Signal()
    backAsked = Signal()
    remade = Signal()
    """Destroy the view and make it anew: the only end of a page that hangs."""
    popupClosed = Signal()
    dialogAnswered = Signal(bool)
    filesGiven = Signal(list)
    """Paths for the chooser the page has opened; none: nothing is chosen."""
    focusAsked = Signal()

    loadingTold = Signal(int, int, str)
    """0 begun, 1 stopped, 2 done, 3 failed; Chromium's error code; address."""
    crashed = Signal()
    dialogOpened = Signal(int, str)
    """0 alert, 1 confirm, 2 prompt, 3 leaving the page; its words."""
    chooserOpened = Signal(bool, list)
    """Whether several may be chosen; the types the page takes."""
    popupShown = Signal(bool)
    refused = Signal(str)
    """A way out that was tried: its kind, never an address."""
    certificateRefused = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._tree: tuple[Frame, ...] = ()
        self._answer: Callable[[int, str], None] = lambda _number, _answer: None
        self.may_open: Judge = lambda _address: False
        self.may_pop_up: Judge = lambda _address: False

    def answer_to(self, heard: Callable[[int, str], None]) -> None:
        """Who gets the answers of scripts."""
        self._answer = heard

    treeAsked = Signal()
    """Answered at once, by a call of `tree`."""

    def frames(self) -> Sequence[Frame]:
        """Every frame of the page as it is at this moment, the outermost first."""
        self.treeAsked.emit()
        return self._tree

    def ask(self, script: Script, number: int) -> None:
        """Run the script in its frame; the answer comes under this number."""
        self.scriptAsked.emit(list(script.frame), script.code, number)

    @Slot(list)
    def tree(self, told: list[dict[str, object]]) -> None:
        """The frames as the view lists them."""
        self._tree = frames_of(told)

    @Slot(int, str)
    def answered(self, number: int, answer: str) -> None:
        """A script has returned this text; none at all is an empty one."""
        self._answer(number, answer)

    @Slot(QUrl, result=str)
    def written(self, url: QUrl) -> str:
        """The address as it is sent, in ASCII; a URL's own text shows Vietnamese letters, which no rule lets pass."""
        return sent(url)

    @Slot(str, result=bool)
    def mayOpen(self, address: str) -> bool:
        """Whether the page, or a frame of it, may go there."""
        return self.may_open(address)

    @Slot(str, result=bool)
    def mayPopUp(self, address: str) -> bool:
        """Whether a window of its own may open there, in this process."""
        return self.may_pop_up(address)
