"""The identity check as the window knows it: cards of those who stand before the desk, one question each."""

from __future__ import annotations

from dataclasses import replace

from kiosk.counts.events import CheckOutcome, EventKind
from kiosk.documents import PosterSize
from kiosk.i18n import Text
from kiosk.officer.checked_card import ASKED, MOST, CheckedCard, checked
from kiosk.officer.services import OfficerServices
from kiosk.staff import StaffPaper
from ui.officer.card_desk import CardDesk
from ui.staff.staff_side import StaffSide

SLIP = Text("Phiếu đối chiếu", "Identity slip")


class IdentityCheck:
    """Up to four cards at once; each answer is counted by its kind when it is given."""

    def __init__(self, side: StaffSide, services: OfficerServices) -> None:
        self._side = side
        self._services = services
        self.cards: tuple[CheckedCard, ...] = ()
        self.adding = True
        """Whether the next card is asked for now."""
        today = services.today
        self.desk = CardDesk(side, services, ASKED, lambda read: checked(read, today()), self._was_read, photo=True)
        side.left.connect(self.next_people)
        side.open_work.append(lambda: bool(self.cards) or self.desk.is_busy)

    @property
    def can_add(self) -> bool:
        """Whether one more card has room beside those that are there."""
        return bool(self.cards) and not self.adding and len(self.cards) < MOST

    @property
    def answered(self) -> bool:
        """Whether every card has its answer."""
        return bool(self.cards) and all(card.answer for card in self.cards)

    def add(self) -> None:
        """One more person of this couple or contract."""
        if self.can_add:
            self.adding = True
            self.desk.forget()

    def back_to_cards(self) -> None:
        """No further card after all."""
        if self.cards:
            self.adding = False
            self.desk.forget()

    def answer(self, place: int, outcome: CheckOutcome) -> None:
        """The officer's own answer for the card at `place`; a changed one is counted once more."""
        if 0 <= place < len(self.cards) and self.cards[place].answer is not outcome:
            card = replace(self.cards[place], answer=outcome)
            self.cards = (*self.cards[:place], card, *self.cards[place + 1 :])
            self._count(outcome)

    def next_people(self) -> None:
        """Forget everybody; the next card is asked for."""
        if not self.cards and self.desk.code and self._side.role is not None:
            self._count(CheckOutcome.NOT_READ)
        self.cards, self.adding = (), True
        self.desk.forget()

    def slip(self) -> StaffPaper:
        """The paper of these cards and their answers."""
        cards, papers = self.cards, self._services.papers
        return StaffPaper(title=SLIP, size=PosterSize.A4, job_name="identity-slip", make=lambda: papers.slip(cards))

    def _was_read(self, card: CheckedCard) -> None:
        self.cards, self.adding = (*self.cards, card), False

    def _count(self, outcome: CheckOutcome) -> None:
        self._side.services.counts.count(EventKind.IDENTITY_CHECKED, outcome.value)
