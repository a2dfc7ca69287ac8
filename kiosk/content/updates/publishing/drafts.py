"""What waits for signatures: the next root and the next targets, as TUF documents under `draft/`.

    REPO/draft/{root,targets}.json    carried to the key holders, who sign one after the other
    REPO/public/metadata, targets     what a web server or a stick offers; only `release` writes the metadata

Root and targets ask for two signatures of at least three (root) or two (targets) keys; snapshot and timestamp for the
one key of the releasing PC.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final, TypeVar

from securesystemslib.signer import CryptoSigner, SSlibKey
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Role, Root, Snapshot, Targets, Timestamp

from kiosk.errors import KioskError
from kiosk.i18n import Text

THRESHOLD: Final = 2
ROOT_LASTS: Final = timedelta(days=5 * 365)
TARGETS_LAST: Final = timedelta(days=365)
ABANDONED_AFTER: Final = timedelta(days=30)
"""A draft that nobody released within a month is given up: it is neither signed nor released any more."""
T = TypeVar("T", Root, Targets)
D = TypeVar("D", Root, Targets, Snapshot, Timestamp)


_NO_ROOT: Final = Text("Chưa có root; chạy `publish init` trước.", "There is no root yet; run `publish init` first.")
_NO_DOCUMENT: Final = Text(
    "{path}: không phải tài liệu {role}, hoặc bị hỏng.", "{path}: not a document of {role}, or damaged."
)
_TOO_FEW_KEYS: Final = Text(
    "Cần ít nhất {roots} khoá root và {packers} khoá targets, không trùng nhau.",
    "Expected at least {roots} root keys and {packers} targets keys, all different.",
)
_NO_DRAFT: Final = Text("{role}: không có bản soạn nào chờ ký.", "No draft of {role} waits for a signature.")
_NO_KEY_OF: Final = Text("Khoá này không phải khoá của {role}.", "This key is no key of {role}.")


class PublishingError(KioskError):
    """What the province asked for cannot be done; the message says why."""


class Repository:
    """A publishing folder: `public` is served, `draft` waits for signatures."""

    def __init__(self, place: Path) -> None:
        self.metadata = place / "public" / "metadata"
        self.targets = place / "public" / "targets"
        self._drafts = place / "draft"

    def published(self, role: type[T]) -> Metadata[T] | None:
        """The newest released document of a role; None before the first. Raises `PublishingError`."""
        names = (path.name.partition(".")[0] for path in self.metadata.glob(f"[0-9]*.{role.type}.json"))
        numbers = [int(name) for name in names if name.isascii() and name.isdigit()]
        return read_document(self.metadata / f"{max(numbers)}.{role.type}.json", role) if numbers else None

    def draft(self, role: type[T]) -> Metadata[T] | None:
        """The document that waits for signatures; None when none does. Raises `PublishingError`."""
        path = self._drafts / f"{role.type}.json"
        return read_document(path, role) if path.exists() else None

    def root(self) -> Root:
        """The root the next release stands on: the drafted one, else the one in force. Raises `PublishingError`."""
        found = self.draft(Root) or self.published(Root)
        if found is None:
            raise PublishingError(_NO_ROOT)
        return found.signed

    def keep_draft(self, document: Metadata[Root] | Metadata[Targets]) -> None:
        """Write it beside what is published, under the name of its role; an older draft of the role is replaced."""
        self._drafts.mkdir(parents=True, exist_ok=True)
        document.to_file(str(self._drafts / f"{document.signed.type}.json"))

    def drop_draft(self, role: type[Root | Targets]) -> bool:
        """Forget a draft that was released or given up; whether there was one."""
        path = self._drafts / f"{role.type}.json"
        there = path.exists()
        path.unlink(missing_ok=True)
        return there

    def give_up_drafts(self, now: datetime) -> list[str]:
        """Drop the drafts that were abandoned or that something newer has overtaken; the roles. Raises
        `PublishingError`.
        """
        gone = [*self._give_up(Root, now), *self._give_up(Targets, now)]
        if gone:
            self.forget_unnamed()
        return gone

    def _give_up(self, role: type[T], now: datetime) -> Iterator[str]:
        draft, out = self.draft(role), self.published(role)
        overtaken = draft and out and draft.signed.version <= out.signed.version
        if draft and (overtaken or is_abandoned(draft, now)):
            self.drop_draft(role)
            yield role.type

    def forget_unnamed(self) -> list[str]:
        """Delete what lies in `public/targets` and neither the newest release nor a draft names; the names."""
        named = {
            f"{target.hashes['sha256']}.{name}"
            for document in (self.published(Targets), self.draft(Targets))
            if document
            for name, target in document.signed.targets.items()
        }
        found = [path for path in self.targets.glob("*") if path.name not in named]
        for path in found:
            path.unlink()
        return sorted(path.name for path in found)


def drafted_on(document: Metadata[Root] | Metadata[Targets]) -> datetime:
    """When a draft was written: as long before its end as documents of its role last."""
    lasts = ROOT_LASTS if isinstance(document.signed, Root) else TARGETS_LAST
    return document.signed.expires - lasts


def is_abandoned(document: Metadata[Root] | Metadata[Targets], now: datetime) -> bool:
    """Whether nobody released it in time."""
    return now - drafted_on(document) > ABANDONED_AFTER


def read_document(path: Path, role: type[D]) -> Metadata[D]:
    """A document of this role. Raises `PublishingError`."""
    try:
        document: Metadata[D] = Metadata.from_bytes(path.read_bytes())
    except (OSError, RepositoryError) as fault:
        raise PublishingError(_NO_DOCUMENT.filled(path=path, role=role.type)) from fault
    if not isinstance(document.signed, role):
        raise PublishingError(_NO_DOCUMENT.filled(path=path, role=role.type))
    return document


def draft_root(
    place: Repository, roots: Sequence[SSlibKey], packers: Sequence[SSlibKey], online: SSlibKey, now: datetime
) -> int:
    """Draft the first root, or the next one with other keys; returns its version. Raises `PublishingError`."""
    if len({key.keyid for key in roots}) <= THRESHOLD or len({key.keyid for key in packers}) < THRESHOLD:
        raise PublishingError(_TOO_FEW_KEYS.filled(roots=THRESHOLD + 1, packers=THRESHOLD))
    before = place.published(Root)
    version = before.signed.version + 1 if before else 1
    root = Root(version=version, expires=now + ROOT_LASTS, consistent_snapshot=True)
    root.roles = {Root.type: Role([], THRESHOLD), Targets.type: Role([], THRESHOLD)}
    root.roles |= {role: Role([], 1) for role in ("snapshot", "timestamp")}
    for role, keys in ((Root.type, roots), (Targets.type, packers), ("snapshot", [online]), ("timestamp", [online])):
        for key in keys:
            root.add_key(key, role)
    place.keep_draft(Metadata(root))
    return version


def sign(place: Repository, role: type[T], signer: CryptoSigner) -> int:
    """Add one signature to a draft; returns how many are still missing. Raises `PublishingError`."""
    draft = place.draft(role)
    if draft is None:
        raise PublishingError(_NO_DRAFT.filled(role=role.type))
    if signer.public_key.keyid not in _signers(place, draft):
        raise PublishingError(_NO_KEY_OF.filled(role=role.type))
    draft.sign(signer, append=True)
    place.keep_draft(draft)
    return missing(place, draft)


def _signers(place: Repository, draft: Metadata[T]) -> set[str]:
    if not isinstance(draft.signed, Root):
        return set(place.root().roles[Targets.type].keyids)
    before = place.published(Root)
    own = set(draft.signed.roles[Root.type].keyids)
    return own | set(before.signed.roles[Root.type].keyids) if before else own


def missing(place: Repository, draft: Metadata[Root] | Metadata[Targets]) -> int:
    """How many signatures a draft still lacks; a new root needs those of the old keys too."""
    payload, given = draft.signed_bytes, draft.signatures
    if isinstance(draft.signed, Root):
        before = place.published(Root)
        both = draft.signed.get_root_verification_result(before.signed if before else None, payload, given)
        return max(both.first.missing, both.second.missing)
    return place.root().get_verification_result(Targets.type, payload, given).missing
