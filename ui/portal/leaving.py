"""The end of a filing: the page's own button signs out, then that of the portal's page; nothing is waited for long.

A form may stand on another host than the portal that led to it, and a session on each.
"""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QObject, QTimer, Signal

from ui.portal.link import PageLink
from ui.portal.loading import DONE, FAILED
from ui.portal.page import PortalPage
from ui.portal.work import PageWorker, Pause

MOST_MS = 3500
"""The kiosk waits six seconds for a process that was asked to leave."""
BUTTON_MS = 1200
"""For the page's own button to be found, pressed and heard."""
LOOKS, LOOK_MS = 6, 120
COOKIES_MS = 150
"""So that what the sign-out sets is in."""


class _Stage(Enum):
    PAGE = "page"
    """The page that was in front."""
    OPENED = "opened"
    """The portal's own page is loading."""
    PRESSED = "pressed"
    """Its button is looked for, or what it led to is loading."""


class Leaving(QObject):
    """`gone` comes once, whatever the portal answers."""

    gone = Signal()

    def __init__(self, link: PageLink, page: PortalPage, worker: PageWorker) -> None:
        super().__init__(worker)
        self._link, self._page, self._worker = link, page, worker
        self._address = ""
        self._stage = _Stage.PAGE
        self._button = QTimer(self, singleShot=True, interval=BUTTON_MS)
        self._button.timeout.connect(self._open)
        self._last = QTimer(self, singleShot=True, interval=MOST_MS)
        self._last.timeout.connect(self.gone)

    def begin(self, address: str) -> None:
        """Sign out; `address` is the portal's own, empty where none was opened or is known."""
        self._address = address
        self._last.start(MOST_MS if address else 1)
        if address:
            self._button.start()
            self._worker.start(self._pressing(1), lambda pressed: None if pressed else self._open())

    def loaded(self, status: int) -> None:
        """A page has loaded or failed while we leave."""
        if status not in {DONE, FAILED}:
            return
        match self._stage:
            case _Stage.PAGE:
                self._open()
            case _Stage.OPENED if status == DONE:
                self._stage = _Stage.PRESSED
                self._worker.start(self._pressing(LOOKS), lambda pressed: None if pressed else self._last.start(1))
            case _:
                self._last.start(COOKIES_MS)

    def _open(self) -> None:
        if self._stage is not _Stage.PAGE:
            return
        self._stage = _Stage.OPENED
        self._button.stop()
        self._worker.stop()
        self._link.remade.emit()  # nothing of a page that hangs or asks stands in the way
        self._link.opened.emit(self._address)

    async def _pressing(self, looks: int) -> bool:
        """Press the button where there is one; a page draws it a moment after it has loaded."""
        for look in range(looks):
            if look:
                await Pause(ms=LOOK_MS)
            for frame in self._page.frames():
                if await self._page.call(frame, "signOut"):
                    return True
        return False
