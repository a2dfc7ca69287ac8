"""From the consent over the card to the answers: a declaration, with the card or by hand."""

from __future__ import annotations

from kiosk.counts.events import EventKind
from kiosk.forms.context import Context
from kiosk.identification import AccessKey, Identified, NotIdentified
from kiosk.screens import Screen
from kiosk.session.card_step import SHOWN, CardStep, Outcome, ReadJob
from kiosk.session.choosing import Choosing
from kiosk.session.form_step import fields_wanted
from kiosk.session.unfinished import Unfinished


class Declaring(Choosing):
    """The way through card and form. Without consent no reading begins; without a card everything is typed."""

    def fill_form(self) -> None:
        """Start the declaration for the paper way."""
        self.portal.wanted = False
        self._begin_form()

    def _begin_form(self) -> None:
        """Ask for consent to read the card, unless it was read already."""
        definition = self.definition
        if definition is None:
            return
        wanted = fields_wanted(definition)
        if self.card.covers(wanted) or not wanted:
            self._open_form()
        else:
            self.card.ask(wanted)
            self.go(Screen.CONSENT)

    def read_my_card(self) -> None:
        """Read the card for its own sake: show what stands on it."""
        self.procedure = None
        self.card.ask(SHOWN)
        self.go(Screen.CONSENT)

    def consent(self, *, given: bool) -> None:
        """The person's explicit yes or no. No leads to typing by hand, never to a dead end."""
        self._count(EventKind.CONSENT_GIVEN if given else EventKind.CONSENT_REFUSED)
        if given:
            self.card.consented = True
            self.go(Screen.CARD)
        else:
            self.card.refuse()
            self.type_by_hand()

    def use_key(self, key: AccessKey) -> None:
        """The six digits, or what the card's QR said; reading starts."""
        self.card.key = key
        self.go(Screen.READING)

    def read_job(self) -> ReadJob:
        """The reading, for the card worker. Raises `ValueError` without consent or key."""
        return self.card.read_job(self.services.read_card)

    def card_was_read(self, outcome: Outcome) -> None:
        """The reading ended: show the person, or which layer failed."""
        self.card.end(outcome)
        match outcome:
            case Identified():
                self._count(EventKind.CARD_READ)
                self.go(Screen.PERSON)
            case NotIdentified():
                self._count(EventKind.CARD_FAILED, outcome.code)
                self.go(Screen.LADDER)

    def read_again(self) -> None:
        """From the ladder: a new key after a wrong one, else the same key on the card put back."""
        outcome = self.card.outcome
        wrong_key = isinstance(outcome, NotIdentified) and outcome.attempts_left is not None
        self.route.screen = Screen.CARD if wrong_key or self.card.key is None else Screen.READING

    def type_by_hand(self) -> None:
        """Go on without the card."""
        if self.definition is None:
            self.home()
        else:
            self._open_form()

    def withdraw_consent(self) -> None:
        """ "Not mine, or I changed my mind": what was read is forgotten, also in the forms; on by hand."""
        self._count(EventKind.CONSENT_REFUSED)
        self.card = CardStep(wanted=self.card.wanted, attempts_left=self.card.attempts_left)
        self.form.forget_card()
        self.route.forget({Screen.CARD, Screen.CONSENT})
        self.route.screen = Screen.CONSENT
        self.type_by_hand()

    def accept_person(self) -> None:
        """What was read is right: on to the form, or home when nothing was chosen yet."""
        self.type_by_hand()

    def _open_form(self) -> None:
        definition = self.definition
        if definition is None or self.procedure is None:
            return
        commune = self.services.settings.commune
        context = Context(
            today=self.services.today(),
            procedure=self.procedure.code,
            commune=commune.name.vi,
            province=commune.province.vi,
        )
        if not self.form.has(definition.id):
            self._count(EventKind.FORM_STARTED, definition.id)
        covered = self.card.covers(fields_wanted(definition))
        self.form.start(definition, context, self.card.person if covered else None)
        self._begun_work = Unfinished(
            name=self.procedure.name, screen=Screen.QUESTION, procedure=self.procedure, case=self.case
        )
        self.go(Screen.QUESTION if self.form.page else Screen.CHECK)

    def answer(self, value: str, rows: tuple[tuple[str, ...], ...] = ()) -> bool:
        """Answer the question in front; goes on when it is without fault. What was typed is kept either way."""
        if not self.form.answer(value, rows):
            return False
        if not self.form.forward():
            self.finish_form()
        return True

    def finish_form(self) -> None:
        """To "check your answers", or to the list of what is missing."""
        journey = self.form.journey
        if journey is None:
            return
        if journey.is_complete:
            self._count(EventKind.FORM_FINISHED, journey.definition.id)
        self.route.forget({Screen.CHECK, Screen.PROBLEMS})
        self.go(Screen.CHECK if journey.is_complete else Screen.PROBLEMS)

    def open_question(self, key: str) -> None:
        """From "check your answers" or the list of problems to one question, and back there afterwards."""
        self.form.open(key, from_check=True)
        self.go(Screen.QUESTION)
