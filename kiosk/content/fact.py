"""A fact about the law and how far it may be believed: source, checked date, confidence, dates of validity."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from enum import Enum
from typing import ClassVar, TypeVar

import msgspec

from kiosk.i18n import Text


class Confidence(Enum):
    """HIGH was read in the official record or text, or in two independent copies that agree; what is less is shown
    as unconfirmed."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def rank(self) -> int:
        """Order of certainty: 0 for LOW, 2 for HIGH."""
        return (Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH).index(self)


class Dated(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is shown only between two days: base of facts, and of parts of facts that come and go by themselves."""

    may_pass: ClassVar[bool] = False
    """Whether it is meant to disappear when its time is over (a slide, an announcement) and needs no successor."""

    valid_from: date | None = None
    valid_until: date | None = None
    """Last day on which it holds."""

    def holds_on(self, day: date) -> bool:
        """Whether `day` lies within the dates of validity, both included."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )


class Fact(Dated, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Where a statement comes from. Base of everything in a content pack that can become untrue."""

    source: str
    checked: date
    confidence: Confidence
    doubt: str = ""
    """Key of `doubts.toml`: why it is not confirmed, and what would settle it."""
    staff_note: Text | None = None
    """For the staff and whoever checks the content; no citizen sees it."""

    @property
    def is_confirmed(self) -> bool:
        """Whether it may be shown as fact; else with "chưa xác minh, hỏi cán bộ"."""
        return self.confidence is Confidence.HIGH


def earliest_day(facts: Iterable[Fact]) -> date:
    """The first day that can be: the one before the newest check, for a PC may keep another zone's time. A clock that
    tells an earlier one is wrong. Without facts every day can be."""
    newest = max((fact.checked for fact in facts), default=None)
    return newest - timedelta(days=1) if newest else date.min


D = TypeVar("D", bound=Dated)


def effective(facts: Iterable[D], day: date) -> D | None:
    """The first one that holds on `day`, in the order of the file; None when none does."""
    return next((fact for fact in facts if fact.holds_on(day)), None)
