"""What a page's own boxes may do: a few questions, with two buttons of the kiosk; then it is stopped.

A page that opens one box after the other holds whoever stands before it. Pure: the caller brings the clock (seconds,
monotonic).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

MOST = 4
"""Boxes within `WITHIN_S`: a form that warns, asks and thanks needs three."""
WITHIN_S = 20.0


class DialogKind(Enum):
    """In the order in which the page's QML tells them."""

    ALERT = 0
    CONFIRM = 1
    PROMPT = 2
    LEAVING = 3


class DialogFate(Enum):
    """What becomes of a box."""

    SHOW = "show"
    AGREE = "agree"
    """Leaving a page is what the person, or the page itself, has begun."""
    REFUSE = "refuse"
    """A box to type in could ask for a code."""
    NAG = "nag"
    """Too many: this one and what follows is refused, and the person is told."""


@dataclass(slots=True)
class DialogCount:
    """When the boxes of the last seconds opened: too many of them are refused."""

    opened: tuple[float, ...] = ()

    def judge(self, kind: DialogKind, now: float) -> DialogFate:
        """What becomes of a box that opens now."""
        self.opened = (*(at for at in self.opened if now - at < WITHIN_S), now)
        if len(self.opened) > MOST:
            return DialogFate.NAG
        if kind is DialogKind.LEAVING:
            return DialogFate.AGREE
        return DialogFate.REFUSE if kind is DialogKind.PROMPT else DialogFate.SHOW

    def forget(self) -> None:
        """Count from none again: another page may open as many boxes as the one before."""
        self.opened = ()
