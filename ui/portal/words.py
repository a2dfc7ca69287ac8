"""The failure book as the guide beside a page says it, in the language of the visit."""

from __future__ import annotations

from kiosk.errors import failure_book
from kiosk.i18n import BOTH, Language
from ui.portal.fault import Fault
from ui.portal.guide_state import FaultWords


class SpokenFaults:
    """The failure book in the visit's language."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def __call__(self, fault: Fault) -> FaultWords:
        entry = failure_book()[fault.value]
        return FaultWords(
            title=entry.title.say(self._language),
            remedy=entry.remedy.say(self._language),
            staff=f"{fault.value}: {entry.staff.say(self._language)}",
        )


def language_of(code: str) -> Language:
    """One of the two that every text is written in; what has a third says Vietnamese here."""
    return next((language for language in BOTH if language.code == code), BOTH[0])
