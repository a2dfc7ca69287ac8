"""What the people of the province do by the name of a role: look at what waits, sign it, see what is out."""

from __future__ import annotations

from enum import Enum

from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Metadata, Root, Targets

from kiosk.content.updates.publishing.drafts import Repository, missing, sign
from kiosk.content.updates.publishing.offers import offered


class SignedRole(Enum):
    """The roles people sign for; the value is TUF's name."""

    ROOT = "root"
    TARGETS = "targets"


def sign_draft(place: Repository, role: SignedRole, signer: CryptoSigner) -> int:
    """Add one signature; returns how many are still missing. Raises `PublishingError`."""
    return sign(place, Root, signer) if role is SignedRole.ROOT else sign(place, Targets, signer)


def waiting(place: Repository, role: SignedRole) -> list[str]:
    """What a signer should read before signing; empty when nothing waits. Raises `PublishingError`."""
    draft = place.draft(Root) if role is SignedRole.ROOT else place.draft(Targets)
    if draft is None:
        return []
    lines = [f"draft:  {_line(draft)}, {missing(place, draft)} signatures missing"]
    if isinstance(draft.signed, Targets):
        lines += [f"        {path}: sha256 {t.hashes['sha256']}" for path, t in draft.signed.targets.items()]
    return lines


def out(place: Repository) -> list[str]:
    """What stations are offered, and until when. Raises `PublishingError`."""
    return [
        f"out:    {_line(document)}" for document in (place.published(Root), place.published(Targets)) if document
    ]


def _line(document: Metadata[Root] | Metadata[Targets]) -> str:
    signed = document.signed
    content = f", content {offered(signed)}" if isinstance(signed, Targets) else ""
    return f"{signed.type} {signed.version}{content}, until {signed.expires:%Y-%m-%d}"
