"""Filing online as the window knows it: offered where it can be done, a process that stands by, how it ended.

While a person reads a procedure that can be filed online, the portal's process starts without data, so that the page
is there at once when it is asked for. What the person does on the official page is a sign of life here too, and a
payment is waited for. Whoever turns away from the page behind it, leaves the official page.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kiosk.filing.messages import Alive, Failed, Left, Look, Outcome, PortalVisit
from kiosk.session import Screen
from ui.visit.current_visit import CurrentVisit
from ui.visit.jobs import Worker
from ui.visit.portal_process import PortalProcess

_OFFERED = frozenset({Screen.PROCEDURE, Screen.CHECK})
_BEHIND = frozenset({Screen.PORTAL, Screen.HELP})
"""Pages that may be in front of the kiosk's window while the official page is open over it."""
NOT_MADE = "portal.not-made"


class PageFiling(QObject):
    """Opens the official page for the person in front, and sees it closed."""

    changed = Signal()
    closed = Signal()
    """The official page is gone: the kiosk's own window is in front again."""

    def __init__(self, visit: CurrentVisit, process: PortalProcess, look: Callable[[], Look]) -> None:
        super().__init__()
        self._visit = visit
        self._process = process
        self._look = look
        process.painted.connect(self._painted)
        process.alive.connect(self._alive)
        process.ended.connect(self._ended)
        visit.entered.connect(self._entered)
        visit.wiped.connect(process.leave)

    @property
    def is_offered(self) -> bool:
        """The program is there, the station wants it, and the procedure in front can be filed so."""
        enabled = self._visit.services.settings.portal.enabled
        return enabled and self._process.is_there and self._visit.session.can_file_online

    def begin(self) -> None:
        """To the official page of the procedure in front, or first to the questions it needs."""
        session = self._visit.session
        before = session.portal.of if session.portal.opened else None
        if before is None:
            self._visit.act(session.file_online)
        if session.portal.opened and before is None:
            self._visit.jobs.run(Worker.DOCUMENTS, session.portal_job(self._look()), self._made, self._not_made)

    def give_up(self) -> None:
        """The person closes the official page from the page behind it."""
        self._process.leave()
        self._ended(Left())

    def _made(self, visit: PortalVisit) -> None:
        step = self._visit.session.portal
        if step.opened:
            step.tracking = visit.rules.tracking
            self._process.file(visit)

    def _not_made(self, _fault: Exception) -> None:
        self._ended(Failed(reason=NOT_MADE))

    def _entered(self, screen: Screen) -> None:
        if screen in _OFFERED and self.is_offered:
            self._process.stand_by()
        if screen not in _BEHIND and self._visit.session.portal.opened:
            self.give_up()

    def _painted(self) -> None:
        if self._visit.session.portal.opened:  # else it is the officer's
            self._visit.session.portal.painted = True
            self.changed.emit()

    def _alive(self, message: Alive) -> None:
        if message.touched or message.paying:
            self._visit.inactivity.touched()

    def _ended(self, outcome: Outcome) -> None:
        self._visit.inactivity.touched()  # how it ended is read from now on
        self._visit.act(lambda: self._visit.session.portal_ended(outcome))
        self.closed.emit()
