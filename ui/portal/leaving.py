"""The end of a filing: the page's own button signs out, then the portal's own address; nothing is waited for long."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from ui.portal.link import PageLink
from ui.portal.loading import DONE, FAILED
from ui.portal.page import PortalPage
from ui.portal.work import PageWorker

MOST_MS = 3500
"""The kiosk waits six seconds for a process that was asked to leave."""
BUTTON_MS = 1200
"""For the page's own button to be found, pressed and heard."""
COOKIES_MS = 150
"""So that what the sign-out sets is in."""


class Leaving(QObject):
    """`gone` comes once, whatever the portal answers."""

    gone = Signal()

    def __init__(self, link: PageLink, page: PortalPage, worker: PageWorker) -> None:
        super().__init__(worker)
        self._link, self._page, self._worker = link, page, worker
        self._address = ""
        self._opened = False
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
            self._worker.start(self._pressing(), lambda pressed: None if pressed else self._open())

    async def _pressing(self) -> bool:
        pressed = False
        for frame in self._page.frames():
            pressed = pressed or bool(await self._page.call(frame, "signOut"))
        return pressed

    def loaded(self, status: int) -> None:
        """A page has loaded or failed while we leave."""
        if status not in {DONE, FAILED}:
            return
        if self._opened:
            self._last.start(COOKIES_MS)
        else:
            self._open()

    def _open(self) -> None:
        if self._opened:
            return
        self._opened = True
        self._button.stop()
        self._worker.stop()
        self._link.remade.emit()  # nothing of a page that hangs or asks stands in the way
        self._link.opened.emit(self._address)
