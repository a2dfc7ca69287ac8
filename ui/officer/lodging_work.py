"""One lodging list as the window knows it: guests by card or typed, then on paper or onto the officer's stick.

Held here alone, and gone with the officer or with the next list. Guests are numbered by the list and never counted.
The guest who is typed is `guest_in_hand`; how the list is handed on, `lodging_hand_over`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from kiosk.identification import Identified
from kiosk.officer import lodging_words, sealing
from kiosk.officer.advice import advice_of
from kiosk.officer.lodging.columns import LodgingForm
from kiosk.officer.lodging.guest import ASKED, Guest, GuestSource
from kiosk.officer.lodging.judging import Faults, faults_of, judged
from kiosk.officer.lodging.listing import LodgingList
from kiosk.officer.lodging.stage import LodgingStage
from kiosk.officer.services import OfficerServices
from kiosk.officer.validity import validity_of
from kiosk.person import PersonField
from ui.officer.card_desk import CardDesk
from ui.officer.guest_in_hand import GuestInHand
from ui.officer.lodging_hand_over import LodgingHandOver
from ui.staff.print_jobs import StaffPrintJobs
from ui.staff.staff_side import StaffSide

TWICE, FULL = "lodging.twice", "lodging.full"


class LodgingWork:
    """One list at a time; several a day, one after the other."""

    def __init__(self, side: StaffSide, services: OfficerServices, print_jobs: StaffPrintJobs) -> None:
        self._side = side
        self._services = services
        self.hand_over = LodgingHandOver(side, services, print_jobs)
        self.hand = GuestInHand()
        self.form: LodgingForm | None = None
        self.desk = CardDesk(side, services, ASKED, lambda read: read, self._was_read)
        self._reset()
        side.left.connect(self.forget)
        side.open_work.append(lambda: self.is_open)

    def _reset(self) -> None:
        self.listed = LodgingList()
        self.stage = LodgingStage.LIST
        self.code: str | None = None
        self.asking_to_drop = False
        self.hand.put_away()
        self.hand_over.begin(self.listed)
        self._judged: tuple[LodgingList, date, Mapping[int, Faults]] | None = None

    @property
    def is_open(self) -> bool:
        """Leaving now would lose something."""
        over = self.hand_over
        return self.desk.is_busy or over.busy or self.hand.guest is not None or over.unsaved

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
        """Wait for the card of the next guest, where the list has room."""
        if self._has_room():
            self.stage, self.code = LodgingStage.CARD, None
            self.desk.warm()

    def type_guest(self) -> None:
        """A further guest without a card that can be read."""
        if self._has_room():
            self._take(self.listed.by_hand())

    def add_child(self) -> None:
        """A child without a card, under the guest in hand, who is kept first."""
        adult = self.hand.guest
        if adult is not None and adult.came is not GuestSource.WITH and self.keep() and self._has_room():
            kept = self.listed.guest(adult.id)
            if kept is not None:
                self._take(self.listed.child_of(kept))

    def open(self, wanted: int) -> None:
        """Look at the guest of that id once more."""
        guest = self.listed.guest(wanted)
        if guest is not None:
            self._take(guest, tried=True)

    def keep(self) -> bool:
        """Put the guest in hand onto the list, where nothing is missing."""
        guest = self.hand.written
        if guest is None or faults_of(guest, self.listed, self._services.today()):
            self.hand.tried = True
            return False
        self._put_away(guest)
        return True

    def keep_for_later(self) -> None:
        """Put the guest onto the list with what is missing; a guest who stands on it already is not put twice."""
        guest = self.hand.written
        if guest is None or self.listed.same_as(guest) is not None:
            self.hand.tried = True
            return
        self._put_away(guest)

    def drop(self) -> None:
        """The guest in hand does not belong on the list."""
        guest = self.hand.guest
        if guest is not None:
            if self.listed.guest(guest.id) is not None:
                self._change(self.listed.without(guest.id))
            self._back()

    def back(self) -> None:
        """To the list; a card that is waited for is waited for no longer."""
        self.desk.forget()
        self._back()

    # ------------------------------------------------------------ handing on
    def print(self) -> None:
        """Print the list, where nothing is missing on anybody."""
        if self.complete:
            confirmed = self.form is not None and self.form.is_confirmed
            self.hand_over.print(None if confirmed else lodging_words.NO_LAYOUT)

    def offer_passphrase(self) -> None:
        """The file will be closed: with what is offered, or with the officer's own."""
        if self.complete:
            self.stage, self.hand_over.passphrase, self.code = LodgingStage.SEAL, sealing.offered(), None

    def type_passphrase(self, typed: str) -> None:
        """Take a passphrase of the officer's own in place of the one offered."""
        self.hand_over.passphrase = typed

    def take_along(self) -> None:
        """The workbook onto the officer's stick; closed while a passphrase stands there."""
        over, closed = self.hand_over, self.stage is LodgingStage.SEAL
        if self.complete and not over.busy and not (closed and over.weakness is not None):
            self.code = None
            over.take_along(over.passphrase if closed else "", self._taken_along)

    def ask_to_drop_list(self) -> None:
        """The next list is wanted, and this one lies nowhere yet."""
        self.asking_to_drop = True

    def keep_list(self) -> None:
        """Keep the list that was asked about."""
        self.asking_to_drop = False

    def forget(self) -> None:
        """The list and everybody on it are gone; the next one begins."""
        self.desk.forget()
        self._reset()

    # ------------------------------------------------------------ inside
    def _has_room(self) -> bool:
        self.code = FULL if self.listed.is_full else None
        return not self.listed.is_full

    def _take(self, guest: Guest, *, tried: bool = False) -> None:
        self.hand.take(guest, tried=tried)
        self.stage, self.code = LodgingStage.GUEST, None

    def _put_away(self, guest: Guest) -> None:
        self._change(self.listed.put(guest))
        self._back()

    def _back(self) -> None:
        self.hand.put_away()
        self.hand_over.passphrase = ""
        self.stage = LodgingStage.LIST

    def _change(self, listed: LodgingList) -> None:
        self.listed = listed
        self.hand_over.changed(listed)

    def _was_read(self, read: Identified) -> None:
        person = read.person
        validity = validity_of(person.get(PersonField.DATE_OF_EXPIRY), self._services.today())
        guest = self.listed.by_card(person, advice_of(read.verdict, validity), specimen=read.verdict.specimen)
        if self.listed.same_as(guest) is not None:
            self._back()
            self.code = TWICE
        else:
            self._take(guest)

    def _taken_along(self, code: str | None) -> None:
        self.code = code
        if code is None:
            self._back()
