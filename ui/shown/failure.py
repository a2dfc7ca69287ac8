"""A failure as a screen shows it: what happened, what to do, and a small line for the staff."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.i18n import Text
from ui.visit.current_visit import CurrentVisit

_UNKNOWN = Text(vi="Có trục trặc.", en="Something went wrong.")
_ASK = Text(vi="Ông/bà gọi người hỗ trợ.", en="Please call a helper.")


@dataclass(frozen=True, slots=True, kw_only=True)
class FailureWords:
    """Title, remedy and staff text of a failure in one language; all empty when nothing is wrong."""

    title: str = ""
    remedy: str = ""
    staff: str = ""


def failure_words(visit: CurrentVisit, code: str | None) -> FailureWords:
    """The entry of the failure book in the person's language; general words for a code it lacks."""
    if code is None:
        return FailureWords()
    entry = visit.services.failures.get(code)
    if entry is None:
        return FailureWords(title=visit.say(_UNKNOWN), remedy=visit.say(_ASK), staff=code)
    return FailureWords(
        title=visit.say(entry.title), remedy=visit.say(entry.remedy), staff=f"{code}: {visit.say(entry.staff)}"
    )
