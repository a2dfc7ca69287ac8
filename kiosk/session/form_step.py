"""The declaration of one visit: its journey, the page in front, and the way back to "check your answers"."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kiosk.forms.answers import Answers
from kiosk.forms.carried import carried_over
from kiosk.forms.context import Context
from kiosk.forms.definition import FormDefinition, Question
from kiosk.forms.journey import Journey
from kiosk.forms.prefill import prefill
from kiosk.person import PersonField, PersonRecord


def fields_wanted(definition: FormDefinition) -> frozenset[PersonField]:
    """What a form can take from the card: the list of the consent screen and of the reader."""
    return frozenset(question.prefill for question in definition.questions if question.prefill)


@dataclass(slots=True)
class FormStep:
    """Mutable state of the form in one visit. `page` is the question in front; None before the first."""

    journey: Journey | None = field(default=None, repr=False)
    page: Question | None = None
    from_check: bool = False
    """Whether the page was opened from "check your answers" and returns there."""
    _others: dict[str, Journey] = field(default_factory=dict, repr=False)
    """The other forms of this visit, by id, as they were left."""
    _of: str | None = field(default=None, repr=False)
    """Whose card filled the forms: the personal number."""

    def has(self, form_id: str) -> bool:
        """Whether this form was begun in this visit."""
        return form_id in self._others or (self.journey is not None and self.journey.definition.id == form_id)

    @property
    def is_complete(self) -> bool:
        """Whether nothing is missing any more."""
        return self.journey is not None and self.journey.is_complete

    def start(self, definition: FormDefinition, context: Context, person: PersonRecord | None) -> None:
        """Open the form, filled with what the card gave; answers already given to it are kept, and those to another
        form of the same procedure taken over."""
        if person:
            self._is_of(person)
        if self.journey and self.journey.definition.id != definition.id:
            self._others[self.journey.definition.id] = self.journey
            self.journey = None
        begun = self.journey or self._others.pop(definition.id, None)
        answers = begun.answers if begun else Answers()
        self.journey = Journey(
            definition, _filled_in(answers, prefill(definition, person)) if person else answers, context
        )
        if begun is None and context.procedure is not None:
            for other in self._others.values():
                if other.context.procedure == context.procedure:
                    self.journey = carried_over(other, self.journey)
        self.page = self.journey.first_open() or (self.journey.pages[0] if self.journey.pages else None)
        self.from_check = False

    def _is_of(self, person: PersonRecord) -> None:
        """The card of another person takes the values of the one before out of every form, corrected ones too."""
        number = person.get(PersonField.PERSONAL_NUMBER)
        if self._of not in (None, number):
            self.forget_card()
        self._of = number

    def forget_card(self) -> None:
        """No form holds a value of the card any more; what was typed stays."""
        self.journey = _without_read(self.journey) if self.journey else None
        self._others = {key: _without_read(journey) for key, journey in self._others.items()}
        self._of = None

    def answer(self, value: str, rows: tuple[tuple[str, ...], ...] = ()) -> bool:
        """Take the answer to the page in front; whether it is without fault."""
        journey, page = self._open()
        self.journey = journey.answered(page.key, value, rows=rows)
        return not self.journey.faults(page.key)

    def keep(self, value: str, rows: tuple[tuple[str, ...], ...] = ()) -> None:
        """Keep what stands on the page that is left without going on; what is wrong with it is not shown."""
        journey, page = self._open()
        self.journey = journey.answered(page.key, value, rows=rows, told=False)

    def forward(self) -> bool:
        """Go to the next question; False when "check your answers" comes next."""
        journey, page = self._open()
        following = journey.first_open() if self.from_check else journey.next_not_read(page.key)
        if following is None or (self.from_check and following.key == page.key):
            return False
        self.page = following
        return True

    def backward(self) -> bool:
        """Go to the question before; False when the screen before the form comes next."""
        journey, page = self._open()
        before = None if self.from_check else journey.previous(page.key)
        if before is None:
            return False
        self.page = before
        return True

    def open(self, key: str, *, from_check: bool) -> None:
        """Put one question in front. A question that is no longer on the way is ignored."""
        journey, _ = self._open()
        page = next((page for page in journey.pages if page.key == key), None)
        if page:
            self.page, self.from_check = page, from_check

    def as_read(self) -> None:
        """Put the card's value back on the page in front."""
        journey, page = self._open()
        self.journey = journey.as_read(page.key)

    def _open(self) -> tuple[Journey, Question]:
        if self.journey is None or self.page is None:
            raise ValueError("no form is open")
        return self.journey, self.page


def _filled_in(given: Answers, read: Answers) -> Answers:
    """What the person gave, with the card's values where nothing was given."""
    for slot in read:
        answer, fresh = given.get(slot), read.get(slot)
        if fresh and (answer is None or answer.is_blank):
            given = given.put(slot, fresh)
    return given


def _without_read(journey: Journey) -> Journey:
    """The form as if no card had been read: what was typed stays."""
    answers = Answers()
    for slot in journey.answers:
        given = journey.answers.get(slot)
        if given and given.read is None:
            answers = answers.put(slot, given)
    return replace(journey, answers=answers)
