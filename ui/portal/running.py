"""One filing from the first address to its outcome: looks at the page, fills it when asked, ends once.

Everything that takes its time is a coroutine (`ui/portal/work.py`); this object decides what runs, and what the
screen says. It holds the visit, and with it the person, until the process ends.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.filing.hosts import BLANK, host_of
from kiosk.filing.messages import PortalVisit
from kiosk.filing.page_rules import Secrecy
from ui.portal.ending import Ending
from ui.portal.fault import Fault, of_loading
from ui.portal.guide_state import FaultWords, derive
from ui.portal.helping import Helping
from ui.portal.leaving import Leaving
from ui.portal.link import PageLink
from ui.portal.loading import BEGUN, DONE, FAILED
from ui.portal.looking import Looking
from ui.portal.page import PortalPage
from ui.portal.portal_model import FilingViewModel, Front
from ui.portal.shown_rows import rows_of
from ui.portal.sight import Sight
from ui.portal.standing_fault import StandingFault
from ui.portal.work import PageWorker
from ui.portal.workers import Workers

SLOW_MS = 15_000


class RunningVisit(QObject):
    """`ended` comes once; nothing happens afterwards."""

    painted = Signal()
    ended = Signal(object)

    def __init__(
        self,
        visit: PortalVisit,
        link: PageLink,
        page: PortalPage,
        model: FilingViewModel,
        say: Callable[[Fault], FaultWords],
    ) -> None:
        super().__init__()
        self.visit, self.link, self.page, self.model = visit, link, page, model
        self._turn = 0
        self.ending, self.sight = Ending(), Sight()
        self._painted = self._over = self._loading = self.held = False
        self._workers = Workers(link, self)
        self._faults = StandingFault(link, model, say, visit.rules.start, self)
        self._helping = Helping(
            lambda: self.visit_now,
            page,
            model,
            self.another_worker(),
            sight=lambda: self.sight,
            may_help=lambda: not self._over and self.fault is None,
        )
        self._looking = Looking(
            lambda: self.visit_now,
            page,
            self.another_worker(),
            may_look=lambda: not (self._over or self.held or self._loading),
            waits=lambda: self._helping.busy,
            typed=lambda: self._helping.typed,
        )
        self._leaving = Leaving(link, page, self.another_worker())
        self._slow = QTimer(self, singleShot=True, interval=SLOW_MS)
        self._slow.timeout.connect(lambda: self._faults.note(Fault.SLOW))
        self._connect()

    def _connect(self) -> None:
        link = self.link
        link.loadingTold.connect(self._loading_told)
        link.crashed.connect(lambda: self.fail(Fault.CRASHED))
        link.certificateRefused.connect(lambda: self.fail(Fault.NOT_SECURE))
        link.popupShown.connect(self._popup)
        self.model.ended.connect(self.end)
        self.model.guestAsked.connect(self._go_to_guest)
        self._faults.raised.connect(self._helping.stop)
        self._faults.raised.connect(self._looking.soon)
        self._looking.seen.connect(self._seen)
        self._looking.silent.connect(lambda: self.fail(Fault.HUNG))
        self._helping.begun.connect(self._looking.drop)
        self._helping.changed.connect(self._helped)
        self._helping.renewed.connect(self._renewed)
        self._leaving.gone.connect(lambda: self.ended.emit(self._outcome))

    @property
    def paying(self) -> bool:
        """Whether a payment is under way: nothing may end it for silence."""
        return self.sight.secrecy is Secrecy.PAYMENT or self.model.props.paying

    @property
    def visit_now(self) -> PortalVisit:
        """The visit with the guest whose turn it is; without guests, the visit."""
        return self.visit.with_guest(self._turn)

    @property
    def fault(self) -> Fault | None:
        """What stands in front of the page."""
        return self._faults.now

    def begin(self) -> None:
        """Open the filing's first address; the guide beside it is filled while the page is on its way."""
        self.link.opened.emit(self.visit.rules.start)
        self._show(front=Front.PAGE)
        self._show_guest()

    def look(self) -> None:
        """Look at the page now, unless a box of it or a filling holds it."""
        self._looking.look()

    def fail(self, fault: Fault) -> None:
        """Something stands in the way of the page."""
        if not self._over:
            self._faults.raise_(fault)

    def end(self) -> None:
        """Sign out and be gone; the outcome is what was seen until now."""
        if self._over:
            return
        self._outcome = self.ending.outcome(self.fault)
        self._over = True
        self._slow.stop()
        self._looking.stop()
        self._workers.stop()
        self._show(front=Front.ENDING, asking=False, ask=None, choosing_file=False, choosing_row=False)
        self._leaving.begin(self.visit.rules.sign_out if self._painted else "")

    # ------------------------------------------------------------------------------------------ what the page does

    def _loading_told(self, status: int, code: int, address: str) -> None:
        if address == BLANK:  # with which the browser stood by
            return
        if self._over:
            self._leaving.loaded(status)
            return
        self._loading = status == BEGUN
        if self._loading:
            self._begun(address)
            return
        self._slow.stop()
        fault = of_loading(code) if status == FAILED else None
        if fault is not None:
            self.fail(fault)
            return
        self._faults.address = address
        if status == DONE:
            self._faults.clear()
            if not self._painted:
                self._painted = True
                self.painted.emit()
        self._looking.soon(50)

    def _begun(self, address: str) -> None:
        self._show(choosing_row=False, can_fill=False)  # what the page before had to fill is no offer for this one
        self._slow.start()
        self._looking.stop()
        self._looking.forget()
        if host_of(address) != host_of(self._faults.address):
            self._helping.stop()

    def _popup(self, shown: bool) -> None:  # noqa: FBT001 Qt's signature
        self._helping.stop()
        self._looking.drop()
        self._show(paying=shown)
        self._looking.soon()

    # ------------------------------------------------------------------------------------------ what was seen

    def _seen(self, seen: Sight) -> None:
        self._faults.passes()
        self.sight = seen
        self.ending.saw(seen, self._helping.typed)
        self._faults.hears(seen.judged.says)
        self._show_sight()

    def _helped(self, seen: Sight | None) -> None:
        self._looking.forget()
        if seen is not None:
            self.sight = seen
            self._show_sight()
        self.look()

    def _renewed(self, pressed: bool) -> None:  # noqa: FBT001 Qt's signature
        if not pressed:
            self.link.reloaded.emit()
        self._looking.soon()

    def _go_to_guest(self, steps: int) -> None:
        """The guest before or after: the page's dialog was saved, or is opened for another one."""
        place = self._turn + steps
        if 0 <= place < len(self.visit.guests) and not self._over:
            self._helping.stop()
            self._turn = place
            self._show_guest()
            self._looking.forget()
            self._looking.soon(50)

    def _show_guest(self) -> None:
        guests = self.visit.guests
        name = guests[self._turn].name if guests else ""
        self._show(guest=self._turn + 1 if guests else 0, guests=len(guests), guest_name=name, filled_once=False)

    # ------------------------------------------------------------------------------------------ the screen

    def another_worker(self) -> PageWorker:
        """For what asks the page beside looking and filling."""
        return self._workers.another()

    def _show(self, **changes: object) -> None:
        self.model.change(lambda props: replace(props, **changes))  # type: ignore[arg-type]

    def _show_sight(self) -> None:
        self.model.change(lambda props: derive(props, self.sight, self.ending.code, self.ending.by_hand))
        if self.model.props.filled_once and not self._helping.has_helped_with(self.sight):
            self._show(filled_once=False)
        rows = rows_of(self.sight, filled_once=self.model.props.filled_once, answered=self.ending.by_hand)
        self.model.entry_list.show(rows)
