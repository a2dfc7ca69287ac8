"""The lodging list: its guests, the one in hand, and where the list goes."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.filing.guests import GuestField
from kiosk.officer import lodging_words
from kiosk.officer.advice import ADVICE
from kiosk.officer.lodging.judging import faults_of, is_child, may_be_guardian, notes_of
from kiosk.officer.lodging.stage import LodgingStage
from ui.list_models.guest_list import CompanyList, GuestFieldList, GuestList
from ui.officer.guest_filing import GuestFiling
from ui.officer.lodging_work import LodgingWork
from ui.view_models.desk import DeskViewModel
from ui.view_models.lodging_props import LodgingProps
from ui.view_models.lodging_rows import FIELDS, SEXES, company_rows, field_rows, guest_rows
from ui.view_models.staff_model import StaffModel, StaffParts

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1
COMPANY = GuestField.COMPANY


@QmlElement
class LodgingViewModel(StaffModel[LodgingProps]):
    """Takes guests by card or typed, hands the list on, forgets it."""

    never = Signal()

    def __init__(self, parts: StaffParts) -> None:
        super().__init__(parts)
        self._work = LodgingWork(parts.side, parts.side.services.officer, parts.print_jobs)
        self._print_jobs = parts.print_jobs
        self._filing = GuestFiling(parts.side, parts.side.services.officer.guest_pages, parts.portal, parts.look)
        self._filing.filed.connect(self._work.hand_over.was_filed)
        parts.side.open_work.append(lambda: self._filing.is_open)
        self._desk = DeskViewModel(parts.side, self._work.desk)
        self._guests, self._fields, self._company = GuestList(), GuestFieldList(), CompanyList()

    def desk_model(self) -> DeskViewModel:
        """The card at the desk; QML knows it as `desk`."""
        return self._desk

    desk = Property(DeskViewModel, desk_model, notify=never)
    guests = Property(QObject, lambda self: self._guests, notify=never)
    fields = Property(QObject, lambda self: self._fields, notify=never)
    company = Property(QObject, lambda self: self._company, notify=never)

    def enter(self) -> None:
        """Look up which columns the form of the lodging list has today."""
        self._work.enter()

    def derive(self) -> LodgingProps:
        work, say = self._work, self.side.say
        hand, over = work.hand, work.hand_over
        self._desk.refresh()
        rows = guest_rows(self.side, work)
        self._guests.show(rows)
        guest, form, today = hand.written, work.form, self.side.services.today()
        faults = faults_of(guest, work.listed, today) if guest is not None and hand.tried else {}
        self._fields.show(field_rows(self.side, guest, hand.typed, faults) if guest is not None else ())
        self._company.show(company_rows(self.side, work, guest) if guest is not None else ())
        code = work.code or self._filing.code
        words = self.side.failure(code) if code else None
        adult_in_hand = guest is not None and may_be_guardian(guest, today)
        return LodgingProps(
            stage=work.stage,
            busy=over.busy,
            house=work.listed.house,
            guests_listed=len(rows),
            incomplete=sum(bool(row.missing) for row in rows),
            complete=work.complete,
            unsaved=over.unsaved,
            copied=over.copied,
            unconfirmed=say(form.unconfirmed) if form is not None and not form.is_confirmed else "",
            asking_to_drop=work.asking_to_drop,
            printing=self._print_jobs.is_busy,
            guest_name=guest.get(GuestField.NAME) if guest else "",
            guest_came=say(lodging_words.CAME[guest.came]) if guest else "",
            guest_notes=tuple(say(lodging_words.NOTES[note]) for note in notes_of(guest, today)) if guest else (),
            advice=guest.advice if guest else None,
            advice_words=say(ADVICE[guest.advice]) if guest and guest.advice else "",
            is_listed=guest is not None and work.listed.guest(guest.id) is not None,
            can_bring_child=adult_in_hand and not work.listed.is_full,
            needs_company=guest is not None and (guest.guardian is not None or is_child(guest, today)),
            company_fault=say(lodging_words.FAULTS[faults[COMPANY]]) if COMPANY in faults else "",
            reasons=tuple(say(reason) for reason in form.reasons) if form is not None else (),
            can_file=form is not None and self._filing.is_offered(form.procedure),
            filing=self._filing.is_open,
            dossier=self._filing.dossier,
            passphrase=over.passphrase,
            weakness=say(weak) if work.stage is LodgingStage.SEAL and (weak := over.weakness) else "",
            specimen=work.listed.specimen or (guest is not None and guest.specimen),
            trouble=words.title if words else "",
            remedy=words.remedy if words else "",
        )

    def wipe(self) -> None:
        for each in (self._guests, self._fields, self._company):
            each.show(())
        self._desk.wipe()
        super().wipe()

    # ------------------------------------------------------------ what the page asks for
    @Slot(str)
    def nameHouse(self, typed: str) -> None:
        """Take the name of the house where the guests stay."""
        self.side.act(lambda: self._work.name_house(typed))

    @Slot()
    def askCard(self) -> None:
        """Wait for the card of the next guest."""
        self.side.act(self._work.ask_card)

    @Slot()
    def typeGuest(self) -> None:
        """A guest without a card."""
        self.side.act(self._work.type_guest)

    @Slot()
    def addChild(self) -> None:
        """A child under the guest in hand."""
        self.side.act(self._work.add_child)

    @Slot(int)
    def open(self, wanted: int) -> None:
        """The guest of that id."""
        self.side.act(lambda: self._work.open(wanted))

    @Slot(int, str)
    def put(self, place: int, typed: str) -> None:
        """What was typed so far into the field at `place`; nothing is judged while somebody types."""
        if 0 <= place < len(FIELDS):
            self._work.hand.put(FIELDS[place], typed)

    @Slot(int)
    def chooseSex(self, place: int) -> None:
        """0 for male, 1 for female."""
        self.side.act(lambda: self._work.hand.put(GuestField.SEX, SEXES[place]))

    @Slot(int)
    def takeReason(self, place: int) -> None:
        """One of the reasons that are offered."""
        form = self._work.form
        if form is not None and 0 <= place < len(form.reasons):
            self.side.act(lambda: self._work.hand.put(GuestField.REASON, form.reasons[place].vi))

    @Slot(int)
    def goWith(self, adult: int) -> None:
        """With whom the child stays; 0 is nobody."""
        self.side.act(lambda: self._work.hand.go_with(adult or None))

    @Slot()
    def keep(self) -> None:
        """Put the guest in front onto the list."""
        self.side.act(self._work.keep)

    @Slot()
    def keepForLater(self) -> None:
        """Onto the list with what is missing."""
        self.side.act(self._work.keep_for_later)

    @Slot()
    def drop(self) -> None:
        """This guest does not stay here."""
        self.side.act(self._work.drop)

    @Slot()
    def backToList(self) -> None:
        """No card, no passphrase after all."""
        self.side.act(self._work.back)

    @Slot()
    def printList(self) -> None:
        """Print the list on A4."""
        self.side.act(self._work.print)

    @Slot()
    def takeAlong(self) -> None:
        """Write the list as a workbook onto the officer's stick."""
        self.side.act(self._work.take_along)

    @Slot()
    def offerPassphrase(self) -> None:
        """The file will be closed with a passphrase."""
        self.side.act(self._work.offer_passphrase)

    @Slot(str)
    def typePassphrase(self, typed: str) -> None:
        """Take a passphrase of the officer's own in place of the one offered."""
        self.side.act(lambda: self._work.type_passphrase(typed))

    @Slot()
    def fileOnline(self) -> None:
        """Carry the list onto the official page, guest by guest."""
        work, form = self._work, self._work.form
        if form is not None and work.complete:
            self.side.act(lambda: self._filing.begin(form.procedure, work.listed))

    @Slot()
    def closePage(self) -> None:
        """Close the official page from here."""
        self.side.act(self._filing.leave)

    @Slot()
    def newList(self) -> None:
        """Put this list away; asks where it lies nowhere yet."""
        self.side.act(self._work.ask_to_drop_list if self._work.hand_over.unsaved else self._forget)

    @Slot()
    def keepList(self) -> None:
        """Keep the list that was asked about."""
        self.side.act(self._work.keep_list)

    @Slot()
    def dropList(self) -> None:
        """Forget the list and everybody on it."""
        self.side.act(self._forget)

    # ------------------------------------------------------------ rows
    def _forget(self) -> None:
        self._filing.forget()
        self._work.forget()
