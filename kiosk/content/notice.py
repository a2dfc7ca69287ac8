"""A slide of the idle screen (`assets/content/notices/<id>.toml`): one message to people walking by."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kiosk.content.fact import Fact
from kiosk.i18n import Text


class IdleNotice(Fact, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One slide: a heading that is read in passing, and at most three short points."""

    may_pass = True

    id: str
    order: int
    """Place in the rotation, small first."""
    heading: Text
    points: tuple[Text, ...]
    illustration: str
    invitation: Text | None = None
    """One more point: what a touch leads to. Left out where nobody can touch (`kiosk-dvc pano`)."""
    seconds: int = 12
    """How long it stays."""
    guide: str | None = None
    """The guide a touch leads to."""


def in_rotation(notices: Iterable[IdleNotice], day: date) -> tuple[IdleNotice, ...]:
    """The slides that hold on `day`, in order."""
    return tuple(sorted((n for n in notices if n.holds_on(day)), key=lambda notice: (notice.order, notice.id)))
