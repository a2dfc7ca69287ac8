"""How a publishing folder stands on a day: what is out, until when, what waits, and what runs out first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tuf.api.metadata import Metadata, Root, Snapshot, Targets, Timestamp

from kiosk.content.updates.publishing.drafts import (
    ABANDONED_AFTER,
    Repository,
    drafted_on,
    is_abandoned,
    missing,
    read_document,
)
from kiosk.content.updates.publishing.offers import offered


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A document that stations are offered."""

    role: str
    version: int
    until: datetime
    content: str = ""
    """Of targets: the version of the pack they name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingDraft:
    """A draft and how many signatures it lacks."""

    role: str
    version: int
    lacking: int
    drafted: datetime
    given_up: datetime
    abandoned: bool
    targets: tuple[tuple[str, str], ...] = ()
    """Path and SHA-256 of what it offers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a publishing folder stands: what is out, and what waits for signatures."""

    out: tuple[Offered, ...]
    waiting: tuple[WaitingDraft, ...]

    @property
    def first_to_end(self) -> Offered | None:
        """What runs out first; None before the first release."""
        return min(self.out, key=lambda one: one.until, default=None)


def standing(place: Repository, now: datetime) -> Standing:
    """Raises `PublishingError` for a file that is no such document."""
    published = [each for each in (place.published(Root), place.published(Targets)) if each]
    out = [_out(each) for each in published]
    timestamp = place.metadata / "timestamp.json"
    if timestamp.exists():
        stamp = read_document(timestamp, Timestamp)
        number = stamp.signed.snapshot_meta.version
        out += [_out(stamp), _out(read_document(place.metadata / f"{number}.snapshot.json", Snapshot))]
    drafts = (place.draft(Root), place.draft(Targets))
    return Standing(out=tuple(out), waiting=tuple(_waiting(place, draft, now) for draft in drafts if draft))


def _out(document: Metadata[Root] | Metadata[Targets] | Metadata[Timestamp] | Metadata[Snapshot]) -> Offered:
    signed = document.signed
    content = str(offered(signed)) if isinstance(signed, Targets) else ""
    return Offered(role=signed.type, version=signed.version, until=signed.expires, content=content)


def _waiting(place: Repository, draft: Metadata[Root] | Metadata[Targets], now: datetime) -> WaitingDraft:
    signed = draft.signed
    named = signed.targets.items() if isinstance(signed, Targets) else ()
    return WaitingDraft(
        role=signed.type,
        version=signed.version,
        lacking=missing(place, draft),
        drafted=drafted_on(draft),
        given_up=drafted_on(draft) + ABANDONED_AFTER,
        abandoned=is_abandoned(draft, now),
        targets=tuple((path, target.hashes["sha256"]) for path, target in named),
    )
