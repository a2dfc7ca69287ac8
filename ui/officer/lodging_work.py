"""One lodging list as the window knows it: guests by card or typed, then on paper or onto the officer's stick.

Held here alone, and gone with the officer or with the next list. Guests are numbered by the list and never counted.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from devices.errors import StickError
from kiosk.counts.events import EventKind
from kiosk.documents import PosterSize
from kiosk.filing.guests import GuestField
from kiosk.i18n import Text
from kiosk.identification import Identified
from kiosk.officer import lodging_words, sealing
from kiosk.officer.advice import advice_of
from kiosk.officer.lodging.columns import LodgingForm
from kiosk.officer.lodging.files import NoColumnsError
from kiosk.officer.lodging.guest import ASKED, Guest, GuestSource
from kiosk.officer.lodging.judging import Faults, faults_of, judged
from kiosk.officer.lodging.listing import LodgingList
from kiosk.officer.lodging.stage import LodgingStage
from kiosk.officer.services import OfficerServices
from kiosk.officer.validity import validity_of
from kiosk.person import PersonField
from kiosk.scanning.hand_over import HandedOver, NotHandedOver, hand_over
from kiosk.staff import StaffPaper
from ui.officer.card_desk import CardDesk
from ui.officer.open_work import OpenWork
from ui.staff.print_jobs import StaffPrintJobs, is_done
from ui.staff.staff_side import StaffSide

TWICE, FULL, NOT_MADE = "lodging.twice", "lodging.full", "lodging.not-made"
PAPER: Final = Text("Danh sách lưu trú", "Overnight guests")


class LodgingWork:
    """One list at a time; several a day, one after the other."""

    def __init__(self, side: StaffSide, services: OfficerServices, print_jobs: StaffPrintJobs) -> None:
        self._side = side
        self._services = services
        self._print_jobs = print_jobs
        self.form: LodgingForm | None = None
        self.desk = CardDesk(side, services, ASKED, lambda read: read, self._was_read)
        self._work = OpenWork(side)
        self._reset()
        side.left.connect(self.forget)
        side.changed.connect(self._look_at_paper)
        side.open_work.append(lambda: self.is_open)

    def _reset(self) -> None:
        self.listed = LodgingList()
        self.stage = LodgingStage.LIST
        self.guest: Guest | None = None
        """The one in hand; on the list only once it was kept."""
        self.typed: dict[GuestField, str] = {}
        """As it was typed, until the guest is kept."""
        self.tried = False
        """Whether what is missing is shown at the guest in hand."""
        self.code: str | None = None
        self.unsaved = False
        """Whether the list holds what lies neither on paper nor on the stick."""
        self.copied = ""
        self.asking_to_drop = False
        self.passphrase = ""
        self._paper: tuple[StaffPaper, LodgingList] | None = None
        """On its way to the printer, and the list as it stands there."""
        self._is_counted = False
        self._judged: tuple[LodgingList, date, Mapping[int, Faults]] | None = None

    @property
    def busy(self) -> bool:
        """Whether a thread is at work on it."""
        return self._work.busy

    @property
    def is_open(self) -> bool:
        """Leaving now would lose something."""
        return self.desk.is_busy or self.busy or self.guest is not None or self.unsaved

    @property
    def faults(self) -> Mapping[int, Faults]:
        """What is missing on whom, by id; judged when the list has changed."""
        day = self._services.today()
        if self._judged is None or self._judged[0] is not self.listed or self._judged[1] != day:
            self._judged = (self.listed, day, judged(self.listed, day))
        return self._judged[2]

    @property
    def complete(self) -> bool:
        """Whether the list may be handed on: somebody stands on it, and nothing is missing on anybody."""
        return bool(self.listed.guests) and not any(self.faults.values())

    def enter(self) -> None:
        """The columns are read when somebody wants them."""
        if self.form is None:

            def found(form: LodgingForm | None) -> None:
                self.form = form

            self._side.run(self._services.lodging.form, found, lambda _: None)

    # ------------------------------------------------------------ guests
    def name_house(self, typed: str) -> None:
        """Where the guests stay, as its sign says."""
        if typed != self.listed.house:
            self._change(replace(self.listed, house=typed))

    def ask_card(self) -> None:
        """The next guest's card."""
        if self._has_room():
            self.stage, self.code = LodgingStage.CARD, None
            self.desk.warm()

    def type_guest(self) -> None:
        """A further guest without a card that can be read."""
        if self._has_room():
            self._take(self.listed.by_hand())

    def add_child(self) -> None:
        """A child without a card, under the guest in hand, who is kept first."""
        adult = self.guest
        if adult is not None and adult.came is not GuestSource.WITH and self.keep() and self._has_room():
            kept = self.listed.guest(adult.id)
            if kept is not None:
                self._take(self.listed.child_of(kept))

    def open(self, wanted: int) -> None:
        """Look at the guest of that id once more."""
        guest = self.listed.guest(wanted)
        if guest is not None:
            self._take(guest)
            self.tried = True

    def put(self, name: GuestField, typed: str) -> None:
        """A value of the guest in hand, as far as it is typed."""
        if self.guest is not None:
            self.typed[name] = typed

    def go_with(self, adult: int | None) -> None:
        """With whom the guest in hand stays; nobody for none."""
        if self.guest is not None:
            self.guest = replace(self.guest, guardian=adult)

    @property
    def in_hand(self) -> Guest | None:
        """The guest in hand with everything typed so far, in its kept shape."""
        guest = self.guest
        for name, typed in self.typed.items():
            guest = guest.given(name, typed) if guest is not None else None
        return guest

    def keep(self) -> bool:
        """Put the guest in hand onto the list, where nothing is missing."""
        guest = self.in_hand
        if guest is None or faults_of(guest, self.listed, self._services.today()):
            self.tried = True
            return False
        self._put_away(guest)
        return True

    def keep_for_later(self) -> None:
        """Put the guest onto the list with what is missing; a guest who stands on it already is not put twice."""
        guest = self.in_hand
        if guest is None or self.listed.same_as(guest) is not None:
            self.tried = True
            return
        self._put_away(guest)

    def drop(self) -> None:
        """The guest in hand does not belong on the list."""
        if self.guest is not None:
            if self.listed.guest(self.guest.id) is not None:
                self._change(self.listed.without(self.guest.id))
            self._back()

    def back(self) -> None:
        """To the list; a card that is waited for is waited for no longer."""
        self.desk.forget()
        self._back()

    # ------------------------------------------------------------ handing on
    def print(self) -> None:
        """The list on paper."""
        if not self.complete:
            return
        form, listed, papers = self.form, self.listed, self._services.papers
        unconfirmed = None if form is not None and form.is_confirmed else lodging_words.NO_LAYOUT
        paper = StaffPaper(
            title=PAPER, size=PosterSize.A4, job_name="lodging-list", make=lambda: papers.lodging(listed, unconfirmed)
        )
        self._paper = (paper, listed)
        self._print_jobs.print(paper)

    def offer_passphrase(self) -> None:
        """The file will be closed: with what is offered, or with the officer's own."""
        if self.complete:
            self.stage, self.passphrase, self.code = LodgingStage.SEAL, sealing.offered(), None

    def type_passphrase(self, typed: str) -> None:
        """Take a passphrase of the officer's own in place of the one offered."""
        self.passphrase = typed

    @property
    def weakness(self) -> Text | None:
        """Why the passphrase will not do."""
        return sealing.weakness(self.passphrase)

    def take_along(self) -> None:
        """The workbook onto the officer's stick; closed while a passphrase stands there."""
        closed = self.stage is LodgingStage.SEAL
        if not self.complete or self.busy or (closed and self.weakness is not None):
            return
        listed, files, port = self.listed, self._services.lodging, self._services.port
        passphrase = self.passphrase if closed else ""
        self._do(
            lambda: hand_over(port, files.made(listed, passphrase)),
            lambda outcome: self._handed_over(listed, outcome),
        )

    def was_filed(self) -> None:
        """The portal has taken the list."""
        self._handed_on(self.listed)

    def ask_to_drop_list(self) -> None:
        """The next list is wanted, and this one lies nowhere yet."""
        self.asking_to_drop = True

    def keep_list(self) -> None:
        """Keep the list that was asked about."""
        self.asking_to_drop = False

    def forget(self) -> None:
        """The list and everybody on it are gone; the next one begins."""
        self._work.end()
        self.desk.forget()
        self._reset()

    # ------------------------------------------------------------ inside
    def _has_room(self) -> bool:
        self.code = FULL if self.listed.is_full else None
        return not self.listed.is_full

    def _take(self, guest: Guest) -> None:
        self.guest, self.typed, self.tried = guest, {}, False
        self.stage, self.code = LodgingStage.GUEST, None

    def _put_away(self, guest: Guest) -> None:
        self._change(self.listed.put(guest))
        self._back()

    def _back(self) -> None:
        self.guest, self.typed, self.tried, self.passphrase = None, {}, False, ""
        self.stage = LodgingStage.LIST

    def _change(self, listed: LodgingList) -> None:
        self.listed, self.unsaved, self.copied = listed, bool(listed.guests), ""

    def _was_read(self, read: Identified) -> None:
        person = read.person
        validity = validity_of(person.get(PersonField.DATE_OF_EXPIRY), self._services.today())
        guest = self.listed.by_card(person, advice_of(read.verdict, validity), specimen=read.verdict.specimen)
        if self.listed.same_as(guest) is not None:
            self._back()
            self.code = TWICE
        else:
            self._take(guest)

    def _handed_over(self, listed: LodgingList, outcome: HandedOver | NotHandedOver) -> None:
        if isinstance(outcome, NotHandedOver):
            self.code = outcome.code
            return
        self._handed_on(listed)
        self.copied = outcome.names[0]
        self._back()

    def _look_at_paper(self) -> None:
        jobs = self._print_jobs
        if self._paper is not None and jobs.paper is self._paper[0] and is_done(jobs):
            listed, self._paper = self._paper[1], None
            self._handed_on(listed)

    def _handed_on(self, listed: LodgingList) -> None:
        """Counted once a list, however often it is printed and copied; changed meanwhile, it is unsaved still."""
        self.unsaved = self.unsaved and listed is not self.listed
        if not self._is_counted:
            self._is_counted = True
            self._side.services.counts.count(EventKind.LODGING_LISTED)

    def _do(
        self, work: Callable[[], HandedOver | NotHandedOver], done: Callable[[HandedOver | NotHandedOver], None]
    ) -> None:
        self.code = None

        def broke(fault: Exception) -> None:
            self.code = fault.code if isinstance(fault, StickError | NoColumnsError) else NOT_MADE

        self._work.run(work, done, broke)
