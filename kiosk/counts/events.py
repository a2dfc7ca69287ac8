"""The closed catalogue of what may be counted. No free text: a subject is a key of the shipped content or a code."""

from __future__ import annotations

from enum import Enum
from typing import Protocol


class EventKind(Enum):
    """What happened; the value is the key in the store and in the reports."""

    VISIT_STARTED = "visit-started"
    VISIT_FINISHED = "visit-finished"
    VISIT_LEFT = "visit-left"
    VISIT_TIMED_OUT = "visit-timed-out"
    PROCEDURE_VIEWED = "procedure-viewed"
    CONSENT_GIVEN = "consent-given"
    CONSENT_REFUSED = "consent-refused"
    CARD_READ = "card-read"
    CARD_FAILED = "card-failed"
    FORM_STARTED = "form-started"
    FORM_FINISHED = "form-finished"
    FORM_PRINTED = "form-printed"
    LEAFLET_PRINTED = "leaflet-printed"
    PRINT_TROUBLE = "print-trouble"
    GUIDE_STEP_REACHED = "guide-step-reached"
    GUIDE_FINISHED = "guide-finished"
    GUIDE_HANDED_OVER = "guide-handed-over"
    HELP_CALLED = "help-called"
    LANGUAGE_ENGLISH = "language-english"
    SEARCH_EMPTY = "search-empty"


class Counter(Protocol):
    """Where events are counted."""

    def count(self, kind: EventKind, subject: str = "") -> None:
        """Count one event. `subject` is a procedure, form, guide step or failure code, or nothing.

        A fault of the store never reaches the visitor: it is logged and counted when the store works again.
        """
        ...
