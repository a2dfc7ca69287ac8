"""Every pair of kind and subject that may be counted, with its words. The only place where a subject is made.

A `Key` is a checked subject: the store, the outbox, the sheet and the stick take no other text, so text that a
person typed cannot reach them. A test allows `Key(...)` in this file only.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NewType

from devices.status import DeviceFamily, Readiness
from kiosk.counts.events import Aid, Band, CheckOutcome, EventKind, Length, ListOutcome, Role, StoreTrouble
from kiosk.counts.kinds import MEANINGS, Family
from kiosk.counts.subject_words import (
    AIDS,
    BANDS,
    CHECKS,
    FORMER_SCREENS,
    LENGTHS,
    LISTED,
    READINESS,
    ROLES,
    SCREENS,
    STORE_TROUBLES,
)
from kiosk.i18n import Text, alike

Key = NewType("Key", str)
NO_SUBJECT = Key("")
MARK_BYTES = 4
_SHAPE = re.compile(r"[a-z0-9][a-z0-9./-]{0,99}")


class UnknownSubjectError(Exception):
    """The subject is no key of the catalogue for this kind. Carries the kind, never the text that was refused."""

    def __init__(self, kind: str) -> None:
        super().__init__(f"{kind}: the subject is not in the catalogue")
        self.kind = kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that may be counted: a kind and a subject of the closed catalogue."""

    kind: EventKind
    subject: Key


def mark_of(event: Event) -> bytes:
    """The short form of a pair on a day sheet: the first bytes of its SHA-256."""
    return hashlib.sha256(f"{event.kind.value}\0{event.subject}".encode()).digest()[:MARK_BYTES]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a key stands for; `code` is the national code of a procedure, else empty."""

    text: Text
    code: str = ""


NO_WORDS = Subject(text=Text("", ""))


class CountCatalogue:
    """The keys of the shipped content and of the small fixed lists, by family. Built once, at the start."""

    def __init__(self, content: Mapping[Family, Mapping[str, Subject]]) -> None:
        """`content` may be read when first asked for. A key that is no short lower-case word counts as absent, so
        that no sentence can become one."""
        self._by_family = {**_FIXED, **content}

    def _of(self, kind: EventKind) -> Iterator[Mapping[str, Subject]]:
        return (self._by_family.get(family, {}) for family in MEANINGS[kind].families)

    def event(self, kind: EventKind, subject: str = "") -> Event:
        """The event, checked. Raises `UnknownSubjectError`."""
        if not _is_key(subject) or not any(subject in known for known in self._of(kind)):
            raise UnknownSubjectError(kind.value)
        return Event(kind=kind, subject=Key(subject))

    def said(self, kind: EventKind, subject: Key) -> Subject:
        """The words of a subject, also of a screen of before; of one the content no longer has, its key."""
        found = next((known[subject] for known in self._of(kind) if subject in known), None)
        if found is None and kind is EventKind.GOT_STUCK:
            found = _FORMER.get(subject)
        return found or Subject(text=alike(subject))

    def family(self, family: Family) -> Iterator[tuple[str, Subject]]:
        """The keys of one family and their words."""
        return iter(self._by_family.get(family, {}).items())

    def pairs(self) -> Iterator[tuple[Event, Subject]]:
        """Everything that may be counted; reads all the content."""
        for kind in EventKind:
            for known in self._of(kind):
                for key, said in known.items():
                    if _is_key(key):
                        yield Event(kind=kind, subject=Key(key)), said


def _is_key(subject: str) -> bool:
    return subject == NO_SUBJECT or _SHAPE.fullmatch(subject) is not None


def stored(subject: str) -> Key:
    """A subject read back from where only checked ones are written: the store, a signed file, the province."""
    return Key(subject)


def _texts(texts: Mapping[str, Text]) -> dict[str, Subject]:
    return {key: Subject(text=text) for key, text in texts.items()}


_FORMER = _texts(FORMER_SCREENS)
_FIXED: Mapping[Family, Mapping[str, Subject]] = {
    Family.NOTHING: {NO_SUBJECT: NO_WORDS},
    Family.SCREEN: _texts(SCREENS),
    Family.AID: _texts({aid.value: AIDS[aid] for aid in Aid}),
    Family.BAND: _texts({band.value: BANDS[band] for band in Band}),
    Family.LENGTH: _texts({length.value: LENGTHS[length] for length in Length}),
    Family.ROLE: _texts({role.value: ROLES[role] for role in Role}),
    Family.CHECK_OUTCOME: _texts({outcome.value: CHECKS[outcome] for outcome in CheckOutcome}),
    Family.LIST_OUTCOME: _texts({outcome.value: LISTED[outcome] for outcome in ListOutcome}),
    Family.STORE_TROUBLE: _texts({trouble.value: STORE_TROUBLES[trouble] for trouble in StoreTrouble}),
    Family.DEVICE_STATE: _texts(
        {f"{device.value}/{state.value}": READINESS[device, state] for device in DeviceFamily for state in Readiness}
    ),
}
