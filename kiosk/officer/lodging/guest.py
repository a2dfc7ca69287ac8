"""One guest of a lodging list: what the card or the officer says of the person, and of the stay.

Values are text as papers write it (dates dd/mm/yyyy), NFC, trimmed; what is not known is absent. `repr` shows none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from kiosk.filing.guests import GuestField
from kiosk.forms import values
from kiosk.forms.definition import QuestionKind
from kiosk.officer.advice import Advice
from kiosk.person import SEXES, PersonField, PersonRecord


class GuestSource(StrEnum):
    """How a guest came onto the list."""

    CARD = "card"
    TYPED = "typed"
    WITH = "with"
    """A child without a card of its own, under an adult guest."""


OF_CARD: Final[Mapping[GuestField, PersonField]] = {
    GuestField.NAME: PersonField.FULL_NAME,
    GuestField.BIRTH: PersonField.DATE_OF_BIRTH,
    GuestField.SEX: PersonField.SEX,
    GuestField.NUMBER: PersonField.PERSONAL_NUMBER,
    GuestField.NATIONALITY: PersonField.NATIONALITY,
    GuestField.ETHNICITY: PersonField.ETHNICITY,
    GuestField.RESIDENCE: PersonField.PLACE_OF_RESIDENCE,
}
"""What a card tells."""
ASKED: Final = frozenset({*OF_CARD.values(), PersonField.DATE_OF_EXPIRY})
"""What is read of a guest's card, and no more; the expiry says whether the card still holds."""
STAY: Final = (GuestField.ROOM, GuestField.ARRIVAL, GuestField.DEPARTURE, GuestField.REASON)
"""What the next guest of a family or a group mostly shares."""
SHARED_BY_CHILD: Final = (*STAY, GuestField.NATIONALITY, GuestField.ETHNICITY, GuestField.RESIDENCE)
KINDS: Final[Mapping[GuestField, QuestionKind]] = {
    GuestField.NAME: QuestionKind.PERSON_NAME,
    GuestField.BIRTH: QuestionKind.DATE,
    GuestField.NUMBER: QuestionKind.PERSONAL_NUMBER,
    GuestField.RESIDENCE: QuestionKind.ADDRESS,
    GuestField.ARRIVAL: QuestionKind.DATE,
    GuestField.DEPARTURE: QuestionKind.DATE,
}
"""How a value is brought into its kept shape; the others are plain text."""
LONGEST: Final = 200
MALE, FEMALE = (text.vi for text in SEXES)
VIET_NAM: Final = "Việt Nam"


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """One guest. `id` is the guest's own on this list for as long as the list is open."""

    id: int
    came: GuestSource
    values: Mapping[GuestField, str] = field(default_factory=dict, repr=False)
    guardian: int | None = None
    """The adult guest whom a child belongs to."""
    advice: Advice | None = None
    """What the card itself proved; None where no card was read."""
    specimen: bool = False

    def get(self, name: GuestField) -> str:
        """The value, empty where it is not known."""
        return self.values.get(name, "")

    def given(self, name: GuestField, typed: str) -> Guest:
        """The same guest with one value as it was typed, brought into its shape."""
        kept = shaped(name, typed)
        others = {other: value for other, value in self.values.items() if other is not name}
        return replace(self, values={**others, name: kept} if kept else others)


def shaped(name: GuestField, typed: str) -> str:
    """A value as it is kept; what cannot be read as its kind stays as typed."""
    return values.normalise(KINDS.get(name, QuestionKind.TEXT), typed.strip("/"))[:LONGEST]


def of_person(person: PersonRecord) -> dict[GuestField, str]:
    """What of a card goes onto the list."""
    read = {name: person.get(of) for name, of in OF_CARD.items()}
    return {name: value for name, value in read.items() if value}
