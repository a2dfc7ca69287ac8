"""The sentence about an address that still has names of before 1/7/2025, in the language of the visit."""

from __future__ import annotations

from kiosk.forms.address_hint import hint
from ui.visit.current_visit import CurrentVisit


def old_place(visit: CurrentVisit, address: str) -> str:
    """What its commune is today, or that it is to be chosen; an empty text where there is nothing to tell."""
    told = hint(address, visit.services.places()) if address else None
    return visit.say(told) if told else ""
