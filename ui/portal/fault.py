"""What can be wrong with the page, the failure book's code for each, and what the person may do about it.

Pure. Whatever it is, the paper way stays: the kiosk keeps what was typed, and ending leads back to it.
"""

from __future__ import annotations

from enum import Enum

from kiosk.filing.outcome import PageSays


class Remedy(Enum):
    """What the button of a fault does."""

    NONE = "none"
    RELOAD = "reload"
    REMAKE = "remake"
    """The view is destroyed and made anew: what hangs hears nothing else."""
    START = "start"
    """From the filing's first address, to sign in again."""
    GO_ON = "go-on"
    """Only take the note away."""


class Fault(Enum):
    """What keeps a person from going on with the page; the value is the code in `config/failures.toml`."""

    HUNG = "portal.page-hung"
    CRASHED = "portal.page-crashed"
    OFFLINE = "portal.offline"
    NOT_FOUND = "portal.page-missing"
    SLOW = "portal.slow"
    NOT_SECURE = "portal.not-secure"
    WALL = "portal.wall"
    MAINTENANCE = "portal.maintenance"
    SIGNED_OUT = "portal.signed-out"
    REFUSED = "portal.refused"
    NAGGING = "portal.nagging"
    """It asks and asks, and lets nobody do anything else."""

    @property
    def remedy(self) -> Remedy:
        """What a touch on the button under its text does."""
        return _REMEDY[self]

    @property
    def covers(self) -> bool:
        """Whether it stands in front of the page; else a note beside it."""
        return self not in {Fault.SLOW, Fault.REFUSED, Fault.WALL}


_REMEDY = {
    Fault.HUNG: Remedy.REMAKE,
    Fault.CRASHED: Remedy.REMAKE,
    Fault.OFFLINE: Remedy.RELOAD,
    Fault.NOT_FOUND: Remedy.START,
    Fault.SLOW: Remedy.RELOAD,
    Fault.NOT_SECURE: Remedy.START,
    Fault.WALL: Remedy.GO_ON,
    Fault.MAINTENANCE: Remedy.RELOAD,
    Fault.SIGNED_OUT: Remedy.START,
    Fault.REFUSED: Remedy.GO_ON,
    Fault.NAGGING: Remedy.REMAKE,
}
SAID = {
    PageSays.WALL: Fault.WALL,
    PageSays.MAINTENANCE: Fault.MAINTENANCE,
    PageSays.EXPIRED: Fault.SIGNED_OUT,
    PageSays.REFUSED: Fault.REFUSED,
}
"""What the words of a page mean."""

ABORTED = -3
"""Chromium's ERR_ABORTED: another address took its place, or a download was refused."""
_REFUSING = frozenset({401, 403, 429})
"""HTTP's words for "not you": sent with a page that says why, such as a wall against robots."""
_CERTIFICATE = range(-299, -199)
_OFFLINE = frozenset({-7, -15, -21, -100, -101, -102, -105, -106, -109, -118, -130, -137, -324, -352})
"""Timed out, network changed, connection closed, reset, refused, name not resolved, offline, address out of reach,
proxy, empty answer."""


def of_loading(code: int) -> Fault | None:
    """The fault of a page that did not load, by Chromium's error; None where nothing is wrong with it.

    Above zero it is HTTP's own status. A page with a body was shown then; what it says is judged by its words.
    """
    if code in {0, ABORTED} or code in _REFUSING:
        return None
    if code in _CERTIFICATE:
        return Fault.NOT_SECURE
    if code in {502, 503, 504}:
        return Fault.MAINTENANCE
    return Fault.OFFLINE if code in _OFFLINE else Fault.NOT_FOUND
