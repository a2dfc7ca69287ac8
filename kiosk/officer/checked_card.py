"""One card as an officer looks at it: whom it is of, whether it is valid, what its chip proved, and the answer given.

Held by the officer's side for one open sign-in; `repr` shows nothing of the person.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from kiosk.counts.events import CheckOutcome
from kiosk.identification import Identified
from kiosk.officer.advice import Advice, FindingSentence, advice_of, told_findings
from kiosk.officer.portrait import portrait
from kiosk.officer.validity import Validity, validity_of
from kiosk.person import PersonField, PersonRecord

ASKED = frozenset(
    {
        PersonField.PERSONAL_NUMBER,
        PersonField.FULL_NAME,
        PersonField.DATE_OF_BIRTH,
        PersonField.SEX,
        PersonField.DATE_OF_EXPIRY,
    }
)
"""What an identity check needs, and no more."""
MOST = 4
"""Cards at once: a couple, or the parties of a contract."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedCard:
    """What was read and proved; `answer` is the officer's own, once it was given."""

    person: PersonRecord = field(repr=False)
    portrait: bytes | None = field(repr=False)
    """PNG; None where the chip holds no photo that can be shown."""
    validity: Validity
    findings: tuple[FindingSentence, ...]
    advice: Advice
    specimen: bool = False
    answer: CheckOutcome | None = None


def checked(outcome: Identified, today: date) -> CheckedCard:
    """The card as it is shown. Decodes the photo, so it is work for a thread."""
    validity = validity_of(outcome.person.get(PersonField.DATE_OF_EXPIRY), today)
    return CheckedCard(
        person=outcome.person,
        portrait=portrait(outcome.person.photo),
        validity=validity,
        findings=told_findings(outcome.verdict),
        advice=advice_of(outcome.verdict, validity),
        specimen=outcome.verdict.specimen,
    )
