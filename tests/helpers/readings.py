"""Made-up outcomes of a card reading, for tests that need no card."""

from __future__ import annotations

from kiosk.identification import Finding, FindingState, Identified, Reason, Statistics, Verdict
from kiosk.person import PersonRecord


def identified(person: PersonRecord, *, specimen: bool = False) -> Identified:
    """An opened card with intact data, a proven chip and an unchecked issuer."""
    return Identified(
        person=person,
        verdict=Verdict(
            integrity=Finding(state=FindingState.CONFIRMED, reason=Reason.DATA_UNCHANGED),
            chip=Finding(state=FindingState.CONFIRMED, reason=Reason.CHIP_AUTHENTICATION),
            issuer=Finding(state=FindingState.NOT_CHECKED, reason=Reason.ISSUER_NO_ROOTS),
            specimen=specimen,
        ),
        fields_read=frozenset(person.fields),
        receipt=(),
        access="PACE-CAN",
        statistics=Statistics(apdus=14, bytes_out=900, bytes_in=4000, milliseconds=1200.0),
    )
