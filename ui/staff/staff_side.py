"""The staff side as the window knows it: which page, who may be there, and work on a thread of its own.

Opens only while nobody has a visit, closes by itself when it is left alone, and never touches a session. What it
shows is about the station; the officer's work alone holds people, until the officer leaves.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from kiosk.counts.events import EventKind, Role
from kiosk.errors import Mend
from kiosk.i18n import Text, joined
from kiosk.session import Screen
from kiosk.settings import Settings
from kiosk.staff import StaffServices
from ui.shown.failure import FailureWords
from ui.staff.left_alone import LeftAlone
from ui.staff.pages import MENDED_ON, WIZARD, StaffPage, may_open
from ui.visit.current_visit import CurrentVisit
from ui.visit.jobs import Worker

T = TypeVar("T")
_CALL = Text("Gọi kỹ thuật viên: {phone}.", "Call the technician: {phone}.")
_CALL_SOMEBODY = Text("Gọi kỹ thuật viên của xã.", "Call the commune's technician.")


class StaffSide(QObject):
    """Which page is in front; `changed` after every action, `turned` when another page is."""

    changed = Signal()
    turned = Signal()
    left = Signal()
    measured = Signal(float)
    """Pixels a millimetre, as the ruler says from now on."""
    restart = Signal()

    def __init__(self, visit: CurrentVisit, services: StaffServices | None) -> None:
        super().__init__()
        self.visit = visit
        self.offered = services
        self.page = StaffPage.CLOSED
        self.done: frozenset[StaffPage] = frozenset()
        """The technician's steps that were finished since the staff came in."""
        self.to_restart = False
        """Whether settings were changed that hold from the next start on."""
        self.role: Role | None = None
        """As whom the staff signed in; None before that."""
        self.asking_to_leave = False
        self.open_work: list[Callable[[], bool]] = []
        """Whether something is under way that leaving now would forget, as each task says."""
        self._before: list[StaffPage] = []
        self._stay = 0
        self.alone = LeftAlone(self)
        self.alone.asked.connect(self.changed)
        self.alone.ended.connect(self.leave)
        visit.inactivity.touchSeen.connect(self._touched)

    @property
    def seconds_left(self) -> int:
        """Until the sign-out, while nobody answers whether somebody is there; else 0."""
        return self.alone.seconds_left

    @property
    def services(self) -> StaffServices:
        """What the staff works with; there wherever a page is open."""
        if self.offered is None:
            raise LookupError("this window has no staff side")
        return self.offered

    @property
    def settings(self) -> Settings:
        """The settings of the station as they were read at its start."""
        return self.services.settings

    def say(self, text: Text) -> str:
        """The text in the language that the window speaks."""
        return self.visit.say(text)

    def failure(self, code: str) -> FailureWords:
        """The entry of the failure book, for staff: what happened, and cause and remedy. What only a technician can
        mend ends with whom to call, or for the technician with the command."""
        entry = self.services.failures.get(code)
        if entry is None:
            return FailureWords(title=code)
        said: list[Text] = [entry.staff]
        if self.mend_of(code) is Mend.TECHNICIAN:
            said += (
                [self._call] if self.role is not Role.TECHNICIAN else [entry.technician] if entry.technician else []
            )
        return FailureWords(title=self.say(entry.title), remedy=self.say(joined(" ", said)), staff=code)

    def mend_of(self, code: str) -> Mend:
        """What the page offers for a failure; what this role may not do is the technician's."""
        entry = self.services.failures.get(code)
        mend = entry.mend if entry and entry.mend else Mend.TECHNICIAN
        page = MENDED_ON.get(mend)
        return mend if page is None or may_open(self.role, page) else Mend.TECHNICIAN

    @property
    def _call(self) -> Text:
        """Whom to call for what only a technician can mend."""
        phone = self.technician_phone
        return _CALL.filled(phone=phone) if phone else _CALL_SOMEBODY

    @property
    def technician_phone(self) -> str:
        """Empty where the settings name nobody."""
        commune = self.settings.kiosk.commune
        return commune.technician_phone or commune.phone

    def open(self) -> None:
        """To the sign-in; only from the idle screen."""
        if self.offered and self.page is StaffPage.CLOSED and self.visit.screen is Screen.IDLE:
            self._turn(StaffPage.SIGN_IN)

    def admit(self, role: Role) -> None:
        """From the sign-in to the first page of this role; called only after `PinAccepted`."""
        self.role = role
        self.services.counts.count(EventKind.STAFF_SIGNED_IN, role.value)
        if role is Role.OFFICER:
            port = self.services.officer.port  # a stick that is plugged in by now is nobody's of this sign-in
            self.run(port.begin_visit, lambda _: None, lambda _: None, Worker.SCANNER)
            self._turn(StaffPage.TASKS)
        else:
            self._turn(StaffPage.OVERVIEW)

    def go(self, page: StaffPage) -> None:
        """Another page; back leads here. Only for those who signed in, and whose role may open it."""
        if self.page in (StaffPage.CLOSED, StaffPage.SIGN_IN) or not may_open(self.role, page):
            return
        self._before.append(self.page)
        self._turn(page)

    def back(self) -> None:
        """To the page before; from the first page out to the idle screen, as `ask_to_leave` says."""
        if self._before:
            self._turn(self._before.pop())
        else:
            self.ask_to_leave()

    def finish(self) -> None:
        """This step of the wizard is done: the next one, after the last the overview."""
        self.done |= {self.page}
        place = WIZARD.index(self.page) + 1
        if place < len(WIZARD):
            self.go(WIZARD[place])
        else:
            self._before.clear()
            self._turn(StaffPage.OVERVIEW)

    def ask_to_leave(self) -> None:
        """Out at once; in the middle of work, ask first."""
        if any(is_open() for is_open in self.open_work):
            self.asking_to_leave = True
            self.look_again()
        else:
            self.leave()

    def stay(self) -> None:
        """The answer to either question: go on."""
        self.asking_to_leave = False
        self.look_again()

    def leave(self) -> None:
        """The screen is the visitors' again; results under way come home to nobody."""
        if self.page is StaffPage.CLOSED:
            return
        self._stay += 1
        self._before.clear()
        self.done = frozenset()
        if self.role is Role.OFFICER:
            self.visit.jobs.farewell(Worker.STAFF, self.services.officer.papers.forget)
        self.visit.jobs.farewell(Worker.STAFF, self.services.places.let_go)
        self.role, self.asking_to_leave = None, False
        self.alone.stop()
        self.left.emit()
        self.page = StaffPage.CLOSED
        self.turned.emit()
        self.visit.next_person()

    def act(self, action: Callable[[], object]) -> None:
        """Do something, then let the screen look again. Whoever does something is there."""
        action()
        self.look_again()

    def look_again(self) -> None:
        """Tell the view models that something changed."""
        self._count_anew()
        self.changed.emit()

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        worker: Worker = Worker.STAFF,
    ) -> None:
        """Work on the staff's thread, or a device's; its result is dropped once the staff has left."""
        stay = self._stay

        def arrived(result: T) -> None:
            if stay == self._stay:
                self.act(lambda: done(result))

        def broke(fault: Exception) -> None:
            if stay == self._stay:
                self.act(lambda: failed(fault))

        self.visit.jobs.run(worker, work, arrived, broke)

    def _count_anew(self) -> None:
        if self.page is StaffPage.CLOSED:
            self.alone.answer()
        else:
            self.alone.begin()

    def _touched(self) -> None:
        asked = self.seconds_left > 0
        self._count_anew()
        if asked:
            self.changed.emit()

    def _turn(self, page: StaffPage) -> None:
        self.page = page
        self.look_again()
        self.turned.emit()
