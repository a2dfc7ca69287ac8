"""One filing from the first address to its outcome: looks at the page, fills it when asked, ends once.

Everything that takes its time is a coroutine (`ui/portal/work.py`); this object decides what runs, and what the
screen says. It holds the visit, and with it the person, until the process ends.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.filing.hosts import host_of
from kiosk.filing.messages import Outcome, PortalVisit, Secrecy
from kiosk.filing.outcome import PageSays
from kiosk.filing.reading_back import FieldState
from ui.portal.ending import Ending
from ui.portal.entering import Entering
from ui.portal.fault import SAID, Fault, Remedy, of_loading
from ui.portal.filling import Filling, fill
from ui.portal.guide_state import FaultWords, derive
from ui.portal.link import PageLink
from ui.portal.page import PageScan, PortalPage
from ui.portal.portal_model import FilingProps, FilingViewModel, Front
from ui.portal.shown_rows import rows_of
from ui.portal.sight import Sight, sight
from ui.portal.work import PageWorker

LOOK_MS = 700
REUSED = 2
"""Looks at which a page that has not changed is not scanned anew: what a person types changes no element."""
SILENT_LOOKS = 2
"""A page that is busy for some seconds is no hung one."""
SLOW_MS = 15_000
SIGN_OUT_MS = 3500
"""The kiosk waits six seconds for a process that was asked to leave."""
BEGUN, STOPPED, DONE, FAILED = range(4)


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
        self.visit, self.link, self.page, self.model, self._say = visit, link, page, model, say
        self.ending = Ending()
        self.sight = Sight()
        self.fault: Fault | None = None
        self._filling = Filling()
        self._open: set[str] = set()  # entries that did not stand on the page yet: who fills them now is the person
        self._address = ""
        self._painted = self._over = self._loading = self.held = False
        self._silent = self._reused = 0
        self._scan: PageScan | None = None
        self._workers: list[PageWorker] = []
        self._looker, self._filler = self.another_worker(), self.another_worker()
        link.answer_to(self._answered)
        self._look = QTimer(self, singleShot=True, interval=LOOK_MS)
        self._look.timeout.connect(self.look)
        self._slow = QTimer(self, singleShot=True, interval=SLOW_MS)
        self._slow.timeout.connect(lambda: self.note(Fault.SLOW))
        self._last = QTimer(self, singleShot=True, interval=SIGN_OUT_MS)
        self._last.timeout.connect(self._gone)
        self._connect()

    def _connect(self) -> None:
        link, model = self.link, self.model
        link.loadingTold.connect(self._loading_told)
        link.crashed.connect(lambda: self.fail(Fault.CRASHED))
        link.certificateRefused.connect(lambda: self.fail(Fault.NOT_SECURE))
        link.popupShown.connect(self._popup)
        model.fillAsked.connect(self.fill)
        model.mendAsked.connect(self.mend)
        model.faultActed.connect(self.act)
        model.noteTaken.connect(self._clear_note)
        model.qrAsked.connect(self.renew_symbol)
        model.ended.connect(self.end)

    @property
    def paying(self) -> bool:
        """Whether a payment is under way: nothing may end it for silence."""
        return self.sight.secrecy is Secrecy.PAYMENT or self.model.props.paying

    def begin(self) -> None:
        """Open the filing's first address."""
        self._show(front=Front.PAGE)
        self.link.opened.emit(self.visit.rules.start)

    # ------------------------------------------------------------------------------------------ what the page does

    def _loading_told(self, status: int, code: int, address: str) -> None:
        if self._over:
            if status in {DONE, FAILED}:
                self._last.start(150)  # the sign-out's own cookies are in
            return
        self._loading = status == BEGUN
        if self._loading:
            self._show(choosing_row=False)
            self._scan = None
            self._slow.start()
            self._looker.stop()
            self._look.stop()
            if self._filler.busy and host_of(address) != host_of(self._address):
                self._stop_filling()
            return
        self._slow.stop()
        self._loaded(status, code, address)

    def _loaded(self, status: int, code: int, address: str) -> None:
        fault = of_loading(code) if status == FAILED else None
        if fault is not None:
            self.fail(fault)
            return
        self._address = address
        if self.fault is not None and status == DONE:
            self._clear_fault()
        if not self._painted and status == DONE:
            self._painted = True
            self.painted.emit()
        self._look.start(50)

    def _popup(self, shown: bool) -> None:  # noqa: FBT001 Qt's signature
        self._stop_filling()
        self._looker.stop()
        self._show(paying=shown)
        self._look.start()

    # ------------------------------------------------------------------------------------------ looking

    def look(self) -> None:
        """Look at the page now, unless a box of it or a filling holds it."""
        if self._over or self.held or self._loading:
            return
        if self._filler.busy or self._looker.busy:
            self._look.start()
            return
        self._looker.start(self._looking(), self._seen)

    async def _looking(self) -> Sight:
        words = await self.page.words()
        quiet = min((each.quiet_ms for each in words), default=0) > 2 * LOOK_MS
        if self._scan is None or not quiet or self._reused >= REUSED or self._scan.frames != self.page.frames():
            self._scan, self._reused = await self.page.scan(), -1
        self._reused += 1
        return sight(self.visit, self._scan, words, self._filling.typed)

    def _seen(self, seen: Sight | None) -> None:
        if seen is None:
            self._silent += 1
            if self._silent >= SILENT_LOOKS and not self._loading and not self.held:
                self.fail(Fault.HUNG)
            self._look.start()
            return
        self._silent = 0
        if self.fault in {Fault.HUNG, Fault.MAINTENANCE, Fault.SIGNED_OUT}:
            self._clear_fault()
        self.sight = seen
        self._count_by_hand()
        self.ending.saw(seen.judged)
        if seen.stale_host:
            self.ending.stale_hosts.add(seen.stale_host)
        self._tell_of(seen.judged.says)
        self._show_sight()
        self._look.start()

    def _tell_of(self, says: PageSays) -> None:
        fault = SAID.get(says)
        if fault is not None and fault.covers:
            self.fail(fault)
        elif fault is not None:
            self.note(fault)
        elif self.model.props.note:
            self._clear_note()

    def _count_by_hand(self) -> None:
        for each in self.sight.shown:
            if each.entry.id in self._filling.typed:
                stands = each.state is FieldState.FILLED
                (self.ending.filled.add if stands else self.ending.filled.discard)(each.entry.id)
            elif each.state is not FieldState.FILLED:
                self._open.add(each.entry.id)
            elif each.entry.id in self._open:
                self.ending.by_hand.add(each.entry.id)

    # ------------------------------------------------------------------------------------------ filling

    def fill(self) -> None:
        """Fill what this page asks for and the visit knows."""
        self._start_filling(frozenset())

    def mend(self, entry: str) -> None:
        """Enter this one value again, over what stands there."""
        self._filling.typed.discard(entry)
        self._start_filling(frozenset({entry}))

    def _start_filling(self, only: frozenset[str]) -> None:
        if self._filler.busy or self.sight.curtain or self._over or self.fault is not None:
            return
        self._looker.stop()
        self._filling.sight = self.sight
        self._show(filling=True, done=0, of=len(self.sight.shown))
        self._filler.start(self._fill_work(only), self._filled)

    async def _fill_work(self, only: frozenset[str]) -> Filling:
        filling = await fill(self.page, self.visit, self._filling, self._entering, only)
        for each in filling.sight.shown:
            if each.entry.id in only and each.field is not None and each.state is not FieldState.FILLED:
                await Entering(self.page).point(each.field.first)  # the person goes on by hand
        return filling

    def _entering(self, entry: str, filling: Filling) -> None:
        self._show(done=filling.done, of=filling.of)
        self.model.entry_list.show(rows_of(filling.sight, entry, filled_once=self.model.props.filled_once))

    def _filled(self, filling: Filling | None) -> None:
        self._scan = None
        self._show(filling=False, filled_once=True)
        if filling is not None:
            self.sight = filling.sight
            self._show_sight()
        self.look()

    def renew_symbol(self) -> None:
        """Press the login page's own button for another symbol; without one, load the page again."""
        if not self._filler.busy and self.sight.secrecy is Secrecy.LOGIN:
            self._looker.stop()
            self._filler.start(self._renewing(), self._renewed)

    async def _renewing(self) -> bool:
        main = self.page.frames()[0]
        place = await self.page.call(main, "renewal")
        if place is not None:
            await self.page.tap(main, place)
        return place is not None

    def _renewed(self, pressed: bool | None) -> None:  # noqa: FBT001 what the work returned
        if not pressed:
            self.link.reloaded.emit()
        self._look.start()

    def _stop_filling(self) -> None:
        if self._filler.busy:
            self._filler.stop()
            self._show(filling=False)

    # ------------------------------------------------------------------------------------------ faults

    def fail(self, fault: Fault) -> None:
        """Something stands in the way of the page; a second fault does not hide the first that covers it."""
        if self._over or self.fault is fault:
            return
        self.fault = fault
        self._stop_filling()
        words = self._say(fault)
        self._show(
            front=Front.FAULT,
            fault_title=words.title,
            fault_remedy=words.remedy,
            fault_staff=words.staff,
            fault_action=fault.remedy,
        )
        self._look.start()

    def note(self, fault: Fault) -> None:
        """A sentence beside the page, which goes on."""
        if not self._over:
            words = self._say(fault)
            self._show(note=words.title, note_remedy=words.remedy)

    def act(self) -> None:
        """What the button of the fault in front does."""
        fault = self.fault
        if fault is None:
            return
        self._clear_fault()
        match fault.remedy:
            case Remedy.RELOAD:
                self.link.reloaded.emit()
            case Remedy.REMAKE:
                self.link.remade.emit()
                self.link.opened.emit(self._address or self.visit.rules.start)
            case Remedy.START:
                self.link.opened.emit(self.visit.rules.start)
            case Remedy.GO_ON | Remedy.NONE:
                pass

    def _clear_fault(self) -> None:
        self.fault = None
        self._show(front=Front.FILED if self.ending.code else Front.PAGE)

    def _clear_note(self) -> None:
        self._show(note="", note_remedy="")

    # ------------------------------------------------------------------------------------------ the end

    def end(self) -> None:
        """Sign out and be gone; the outcome is what was seen until now."""
        if self._over:
            return
        self._outcome: Outcome = self.ending.outcome(self.fault)
        self._over = True
        for timer in (self._look, self._slow):
            timer.stop()
        for worker in self._workers:
            worker.stop()
        self._show(front=Front.ENDING, asking=False, ask=None, choosing_file=False, choosing_row=False)
        self._last.start()
        if self.visit.rules.sign_out and self._painted:
            self.link.remade.emit()  # nothing of a page that hangs or asks stands in the way
            self.link.opened.emit(self.visit.rules.sign_out)
        else:
            self._last.start(1)

    def _gone(self) -> None:
        self.ended.emit(self._outcome)

    # ------------------------------------------------------------------------------------------ the screen

    def another_worker(self) -> PageWorker:
        """For what asks the page beside looking and filling."""
        self._workers.append(PageWorker(self.link.ask, self))
        return self._workers[-1]

    def _answered(self, number: int, answer: str) -> None:
        for worker in self._workers:
            worker.answered(number, answer)

    def _show(self, **changes: object) -> None:
        self.model.change(lambda props: replace(props, **changes))  # type: ignore[arg-type]

    def _show_sight(self) -> None:
        self.model.change(self._derived)
        self.model.entry_list.show(rows_of(self.sight, filled_once=self.model.props.filled_once))

    def _derived(self, props: FilingProps) -> FilingProps:
        return derive(props, self.sight, self.ending.code)
