"""A lodging list carried onto the official page, guest by guest: the portal's process opens over the officer's page.

The officer signs in there, saves each guest and submits; the kiosk fills the dialog of the guest whose turn it is. It
ends with the page, or with the officer.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kiosk.filing.messages import Alive, Failed, Filed, Look, Outcome, PortalVisit
from kiosk.officer.lodging.filing import GuestPages
from kiosk.officer.lodging.listing import LodgingList
from ui.staff.staff_side import StaffSide
from ui.visit.portal_process import PortalProcess

NOT_MADE = "portal.not-made"


class GuestFiling(QObject):
    """`filed` comes once the portal has taken a list, `closed` however the page went."""

    filed = Signal()
    closed = Signal()

    def __init__(self, side: StaffSide, pages: GuestPages, process: PortalProcess, look: Callable[[], Look]) -> None:
        super().__init__()
        self._side = side
        self._pages = pages
        self._process = process
        self._look = look
        self.is_open = False
        self.code: str | None = None
        """Why the page could not go on."""
        self.dossier = ""
        """The code that the portal gave the list."""
        process.alive.connect(self._alive)
        process.ended.connect(self._ended)
        side.left.connect(self.forget)

    def is_offered(self, procedure: str) -> bool:
        """The portal's program is on this PC, and the page of this procedure can be opened."""
        return bool(procedure) and self._process.is_there and self._pages.offered(procedure)

    def begin(self, procedure: str, listed: LodgingList) -> None:
        """Open the official page for these guests."""
        if self.is_open or not self.is_offered(procedure):
            return
        self.is_open, self.code, self.dossier = True, None, ""
        ready, look, language = self._pages.ready, self._look(), self._side.visit.language
        self._side.run(lambda: ready(procedure, listed, look, language), self._made, self._not_made)

    def leave(self) -> None:
        """The officer closes the page from here."""
        if self.is_open:
            self._process.leave()
            self.is_open = False

    def forget(self) -> None:
        """The list or the officer goes, and the page with it."""
        self.leave()
        self.code, self.dossier = None, ""

    def _made(self, visit: PortalVisit) -> None:
        if self.is_open:
            self._process.file(visit)

    def _not_made(self, _fault: Exception) -> None:
        self._ended(Failed(reason=NOT_MADE))

    def _alive(self, message: Alive) -> None:
        if self.is_open and (message.touched or message.paying):
            self._side.look_again()

    def _ended(self, outcome: Outcome) -> None:
        if not self.is_open:
            return
        self.is_open = False
        if isinstance(outcome, Failed):
            self.code = outcome.reason
        elif isinstance(outcome, Filed):
            self.dossier = outcome.code
            self.filed.emit()
        self._side.look_again()
        self.closed.emit()
