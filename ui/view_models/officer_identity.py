"""The identity check: the photo beside the question, what the chip proved, the officer's own answer."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.counts.events import CheckOutcome
from kiosk.forms.masking import mask
from kiosk.officer.advice import ADVICE, MISMATCH
from kiosk.officer.checked_card import CheckedCard
from kiosk.person import PersonField, in_words
from ui.list_models.checked_list import CheckedList, CheckedRow
from ui.officer.identity_check import IdentityCheck
from ui.shown.qml_values import member, number
from ui.view_models.desk import DeskViewModel
from ui.view_models.staff_model import StaffModel, StaffParts

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityProps:
    """`asking` for a card; `several` people; `mismatch` is the way on where somebody is not the one on the card."""

    asking: bool = True
    several: bool = False
    can_add: bool = False
    can_go_back_to_cards: bool = False
    answered: bool = False
    numbers_shown: bool = False
    specimen: bool = False
    mismatch: tuple[str, ...] = ()
    busy: bool = False


@QmlElement
class IdentityViewModel(StaffModel[IdentityProps]):
    """Reads cards, takes the answers, prints the slip; forgets everybody with the next."""

    never = Signal()

    def __init__(self, parts: StaffParts) -> None:
        super().__init__(parts)
        self._check = IdentityCheck(parts.side, parts.side.services.officer)
        self._print_jobs = parts.print_jobs
        self._pictures = parts.pictures
        self._desk = DeskViewModel(parts.side, self._check.desk)
        self._list = CheckedList()
        self._numbers_shown = False

    def desk_model(self) -> DeskViewModel:
        """The card at the desk; QML knows it as `desk`."""
        return self._desk

    desk = Property(DeskViewModel, desk_model, notify=never)
    cards = Property(QObject, lambda self: self._list, notify=never)

    def enter(self) -> None:
        """Load what a reading needs while the first key is keyed in."""
        self._check.desk.warm()

    def derive(self) -> IdentityProps:
        check = self._check
        self._desk.refresh()
        self._list.show(self._rows())
        other = any(card.answer is CheckOutcome.OTHER_PERSON for card in check.cards)
        return IdentityProps(
            asking=check.adding,
            several=len(check.cards) > 1,
            can_add=check.can_add,
            can_go_back_to_cards=check.adding and bool(check.cards),
            answered=check.answered,
            numbers_shown=self._numbers_shown,
            specimen=any(card.specimen for card in check.cards),
            mismatch=tuple(self.side.say(text) for text in MISMATCH) if other else (),
            busy=self._print_jobs.is_busy,
        )

    def wipe(self) -> None:
        self._numbers_shown = False
        self._pictures.clear()
        self._list.show(())
        self._desk.wipe()
        super().wipe()

    @Slot(int, int)
    def answer(self, place: int, outcome: int) -> None:
        """Is it the person on the card at `place`?"""
        given = member(CheckOutcome, outcome)
        if given is not None:
            self.side.act(lambda: self._check.answer(place, given))

    @Slot()
    def addPerson(self) -> None:
        """The second one of a couple, a further party."""
        self.side.act(self._check.add)

    @Slot()
    def backToCards(self) -> None:
        """No further card after all."""
        self.side.act(self._check.back_to_cards)

    @Slot()
    def showNumbers(self) -> None:
        """Show the numbers, or hide them again."""
        self._numbers_shown = not self._numbers_shown
        self.side.look_again()

    @Slot()
    def printSlip(self) -> None:
        """The slip without the number."""
        self.side.act(lambda: self._print_jobs.print(self._check.slip()))

    @Slot()
    def nextPeople(self) -> None:
        """These are done: forget them."""
        self._numbers_shown = False
        self.side.act(self._check.next_people)

    def _rows(self) -> list[CheckedRow]:
        cards = self._check.cards
        photos = iter(self._pictures.put(*(card.portrait for card in cards if card.portrait)))
        return [self._row(card, next(photos) if card.portrait else "") for card in cards]

    def _row(self, card: CheckedCard, photo: str) -> CheckedRow:
        person = card.person
        personal = person.get(PersonField.PERSONAL_NUMBER) or ""
        return CheckedRow(
            photo=photo,
            name=person.get(PersonField.FULL_NAME) or "",
            born=person.get(PersonField.DATE_OF_BIRTH) or "",
            sex=self.side.say(in_words(PersonField.SEX, person.get(PersonField.SEX) or "")),
            number=personal if self._numbers_shown else mask(personal),
            expiry=self.side.say(in_words(PersonField.DATE_OF_EXPIRY, person.get(PersonField.DATE_OF_EXPIRY) or "")),
            validity=card.validity,
            advice=card.advice,
            advice_words=self.side.say(ADVICE[card.advice]),
            findings=tuple(self.side.say(finding.text) for finding in card.findings),
            holding=tuple(number(finding.state) for finding in card.findings),
            answer=card.answer,
        )
