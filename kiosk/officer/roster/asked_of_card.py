"""What is read of a card to hold it against a list, and the question to the list that comes of it."""

from __future__ import annotations

from typing import Final

from kiosk.officer.roster.messages import Match
from kiosk.person import PersonField, PersonRecord

ASKED: Final = frozenset(
    {
        PersonField.PERSONAL_NUMBER,
        PersonField.FULL_NAME,
        PersonField.DATE_OF_BIRTH,
        PersonField.OLD_ID_NUMBER,
        PersonField.PLACE_OF_RESIDENCE,
        PersonField.DATE_OF_EXPIRY,
    }
)
"""What a row may be held against, and until when the card is valid."""


def match_of(person: PersonRecord) -> Match:
    """The question about this person; what the card does not have is empty."""
    return Match(
        name=person.get(PersonField.FULL_NAME) or "",
        birth=person.get(PersonField.DATE_OF_BIRTH) or "",
        number=person.get(PersonField.PERSONAL_NUMBER) or "",
        old_number=person.get(PersonField.OLD_ID_NUMBER) or "",
        address=person.get(PersonField.PLACE_OF_RESIDENCE) or "",
    )
