"""What the people of the province sign, by the name of a role."""

from __future__ import annotations

from enum import Enum

from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Root, Targets

from kiosk.content.updates.publishing.drafts import Repository, sign


class SignedRole(Enum):
    """The roles people sign for; the value is TUF's name."""

    ROOT = "root"
    TARGETS = "targets"


def sign_draft(place: Repository, role: SignedRole, signer: CryptoSigner) -> int:
    """Add one signature; returns how many are still missing. Raises `PublishingError`."""
    return sign(place, Root, signer) if role is SignedRole.ROOT else sign(place, Targets, signer)


def drop_draft(place: Repository, role: SignedRole) -> bool:
    """Give up the draft of a role, with what it alone offered; whether there was one."""
    there = place.drop_draft(Root if role is SignedRole.ROOT else Targets)
    place.forget_unnamed()
    return there
