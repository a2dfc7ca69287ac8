"""The closed catalogue of what may be counted. No free text: a subject is a key of the shipped content or a code.

`kinds` says of each kind what its subject may be and how it is called; `catalogue` turns a kind and a key into an
`Event`, or refuses. This module holds the names only, so everything above may import it cheaply.
"""

from __future__ import annotations

from enum import Enum
from typing import Protocol


class EventKind(Enum):
    """What happened; the value is the key in the store, on the wire and in the reports."""

    __hash__ = object.__hash__  # a province's report looks members up by the million; an Enum asks Python for each

    VISIT_STARTED = "visit-started"
    VISIT_FINISHED = "visit-finished"
    VISIT_LEFT = "visit-left"
    VISIT_TIMED_OUT = "visit-timed-out"
    VISIT_BAND = "visit-band"
    VISIT_LENGTH = "visit-length"
    LANGUAGE_ENGLISH = "language-english"
    ACCESSIBILITY_USED = "accessibility-used"
    PROCEDURE_VIEWED = "procedure-viewed"
    SEARCH_EMPTY = "search-empty"
    CONSENT_GIVEN = "consent-given"
    CONSENT_REFUSED = "consent-refused"
    CARD_READ = "card-read"
    CARD_FAILED = "card-failed"
    FORM_STARTED = "form-started"
    FORM_FINISHED = "form-finished"
    FORM_PRINTED = "form-printed"
    LEAFLET_PRINTED = "leaflet-printed"
    SLIP_PRINTED = "slip-printed"
    PRINT_TROUBLE = "print-trouble"
    SCAN_FINISHED = "scan-finished"
    SCAN_FAILED = "scan-failed"
    FILING_OPENED = "filing-opened"
    FILING_FILED = "filing-filed"
    FILING_DRAFT = "filing-draft"
    FILING_LEFT = "filing-left"
    FILING_FAILED = "filing-failed"
    FILING_TROUBLE = "filing-trouble"
    PORTAL_MAP_STALE = "portal-map-stale"
    GUIDE_STEP_REACHED = "guide-step-reached"
    GUIDE_FINISHED = "guide-finished"
    GUIDE_HANDED_OVER = "guide-handed-over"
    VNEID_STEP_REACHED = "vneid-step-reached"
    VNEID_PROBLEM_CHOSEN = "vneid-problem-chosen"
    HELP_CALLED = "help-called"
    GOT_STUCK = "got-stuck"
    DEVICE_CHECKED = "device-checked"
    DEVICE_TROUBLE = "device-trouble"
    COUNTING_TROUBLE = "counting-trouble"
    STAFF_SIGNED_IN = "staff-signed-in"
    IDENTITY_CHECKED = "identity-checked"
    ROSTER_CHECKED = "roster-checked"
    LODGING_LISTED = "lodging-listed"
    REGISTER_SCANNED = "register-scanned"
    VOLUNTEERS = "volunteers"
    VOLUNTEER_MINUTES = "volunteer-minutes"


class Band(Enum):
    """The part of the day a visit began in."""

    EARLY = "before-08"
    FIRST = "08-10"
    SECOND = "10-12"
    NOON = "12-14"
    THIRD = "14-16"
    LATE = "after-16"

    @classmethod
    def of(cls, hour: int) -> Band:
        """The band of an hour of the day, 0 to 23."""
        ends = ((8, cls.EARLY), (10, cls.FIRST), (12, cls.SECOND), (14, cls.NOON), (16, cls.THIRD))
        return next((band for end, band in ends if hour < end), cls.LATE)


class Length(Enum):
    """How long a visit took, in minutes."""

    SHORT = "under-02"
    QUICK = "02-05"
    USUAL = "05-10"
    SLOW = "10-20"
    LONG = "over-20"

    @classmethod
    def of(cls, seconds: float) -> Length:
        """The band of a visit of that many seconds."""
        ends = ((120, cls.SHORT), (300, cls.QUICK), (600, cls.USUAL), (1200, cls.SLOW))
        return next((length for end, length in ends if seconds < end), cls.LONG)


class Aid(Enum):
    """A setting that makes the screen easier to use."""

    LARGE_TEXT = "large-text"
    HIGH_CONTRAST = "high-contrast"
    READ_ALOUD = "read-aloud"
    SLOW_SPEECH = "slow-speech"
    MORE_TIME = "more-time"
    LOW_REACH = "low-reach"


class Role(Enum):
    """Who signs in at the staff's side; a role says what may be opened, never who somebody is."""

    VOLUNTEER = "volunteer"
    OFFICER = "officer"
    TECHNICIAN = "technician"


class CheckOutcome(Enum):
    """How an identity check ended; that of a person's card in an officer's hand, never whose."""

    SAME_PERSON = "same-person"
    OTHER_PERSON = "other-person"
    UNSURE = "unsure"
    NOT_READ = "not-read"


class ListOutcome(Enum):
    """What an officer's list says of one card."""

    SAME = "same"
    DIFFERS = "differs"
    ABSENT = "absent"


class StoreTrouble(Enum):
    """What can go wrong with the counting itself; counted when the store works again."""

    DISK_FULL = "disk-full"
    READ_ONLY = "read-only"
    """The disk may only be read: the system makes one so that has errors."""
    SPOILED_FILE = "spoiled-file"
    BUSY = "busy"
    UNKNOWN_SUBJECT = "unknown-subject"
    CLOCK_WRONG = "clock-wrong"
    """Counted with events of a day that cannot be; goes with them to the day they are counted for."""
    DROPPED = "dropped"
    """Events given up because too many waited for a disk that never came back."""


class EventCounts(Protocol):
    """What a visit counts with: no more than a kind and a subject from the closed catalogue."""

    def count(self, kind: EventKind, subject: str = "") -> None:
        """Count one event. `subject` is a key of the catalogue for this kind, or nothing; any other text is refused.

        A fault of the store never reaches the visitor: it is logged and counted when the store works again.
        """
        ...
