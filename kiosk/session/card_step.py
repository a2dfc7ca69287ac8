"""The card of one visit: what may be read, the key in hand, and how the reading ended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from kiosk.identification import ATTEMPTS, AccessKey, Identified, NotIdentified, PartialRead, Phase
from kiosk.person import PersonField, PersonRecord
from kiosk.session.services import ReadCard

SHOWN = frozenset(
    {
        PersonField.PERSONAL_NUMBER,
        PersonField.FULL_NAME,
        PersonField.DATE_OF_BIRTH,
        PersonField.SEX,
        PersonField.PLACE_OF_RESIDENCE,
        PersonField.DATE_OF_ISSUE,
        PersonField.DATE_OF_EXPIRY,
    }
)
"""What "read my card" shows when no form says what it needs."""

Outcome = Identified | NotIdentified
ReadJob = Callable[[Callable[[Phase], None]], Outcome]


@dataclass(slots=True)
class CardStep:
    """Mutable state of the card in one visit; `wanted` is what the consent screen lists and the reader fetches."""

    wanted: frozenset[PersonField] = SHOWN
    read: frozenset[PersonField] = frozenset()
    """What was asked of the card when it was last read; a later, longer list is not covered by it."""
    consented: bool = False
    key: AccessKey | None = field(default=None, repr=False)
    outcome: Outcome | None = field(default=None, repr=False)
    attempts_left: int = ATTEMPTS
    partial: PartialRead = field(default_factory=PartialRead, repr=False)
    """What was read before the card was lifted; reading goes on there."""

    @property
    def person(self) -> PersonRecord | None:
        """Whom the card is of, once it was read."""
        return self.outcome.person if isinstance(self.outcome, Identified) else None

    @property
    def is_specimen(self) -> bool:
        """Whether screens and prints must carry the band THẺ MẪU."""
        return isinstance(self.outcome, Identified) and self.outcome.verdict.specimen

    def covers(self, wanted: frozenset[PersonField]) -> bool:
        """Whether the card was already read for all of these fields in this visit."""
        return self.person is not None and wanted <= self.read

    def ask(self, wanted: frozenset[PersonField]) -> None:
        """A new list for the consent screen: an earlier yes was for another one."""
        self.wanted, self.consented = wanted, False

    def refuse(self) -> None:
        """No: the key and whatever a broken reading had gathered are dropped."""
        self.consented, self.key, self.partial = False, None, PartialRead()

    def read_job(self, read_card: ReadCard) -> ReadJob:
        """The reading as a closure for a worker: it holds what it needs and not the session."""
        key, wanted, attempts, partial = self.key, self.wanted, self.attempts_left, self.partial
        if key is None or not self.consented:
            raise ValueError("a card is read with the person's consent and a key")
        return lambda on_phase: read_card(key, wanted, on_phase, attempts_left=attempts, partial=partial)

    def end(self, outcome: Outcome) -> None:
        """Keep the outcome of a reading, and the tries that are left."""
        self.outcome = outcome
        self.read = self.wanted if isinstance(outcome, Identified) else frozenset()
        if isinstance(outcome, NotIdentified) and outcome.attempts_left is not None:
            self.attempts_left = outcome.attempts_left
