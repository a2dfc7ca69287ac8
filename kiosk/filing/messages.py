"""What the kiosk and the portal's own process say to each other.

The kiosk says `PortalVisit` once and perhaps `Leave`; the portal's process says `Ready`, `Painted`, `Alive` every
second, and one of the outcomes, after which it ends.
"""

from __future__ import annotations

import msgspec

from kiosk.filing.entry import Attachment, Entry, GuestEntries
from kiosk.filing.page_rules import Rules


class _Message(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag=True):
    """Shows nothing of itself: most of these hold a person."""

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


class Look(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How the kiosk looks just now, so that the portal's screen looks the same."""

    language: str = "vi"
    text_size: int = 1
    """1 to 4."""
    scheme: str = "light"
    """`light`, `dark`, `high-contrast`."""
    pixels_per_mm: float = 4.0
    width: int = 1080
    height: int = 1920
    fullscreen: bool = True
    read_aloud: bool = False
    typing: str = "telex"
    """How a physical keyboard writes Vietnamese: `telex`, `vni`, `plain`."""
    tones: str = "old"
    """Where tones stand: `old`, `new`."""


class PortalVisit(_Message, frozen=True, kw_only=True, tag="visit"):
    """Everything the portal's process needs for one filing."""

    procedure: str
    rules: Rules
    entries: tuple[Entry, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    too_large: tuple[str, ...] = ()
    """Scanned papers of the visit that the portal cannot take, as the procedure's list calls them."""
    look: Look = Look()
    silence_s: float = 60.0
    """Without a touch for so long the visit is asked whether somebody is there; then it ends."""
    guests: tuple[GuestEntries, ...] = ()
    """Of an officer's lodging list: each is entered in the page's dialog in turn."""

    def with_guest(self, place: int) -> PortalVisit:
        """The same visit with the entries of the guest at `place` beside its own; without guests, itself."""
        if not 0 <= place < len(self.guests):
            return self
        return msgspec.structs.replace(self, entries=(*self.entries, *self.guests[place].entries))


class Leave(_Message, frozen=True, kw_only=True, tag="leave"):
    """The kiosk's visit is over: sign out and end."""


class Ready(_Message, frozen=True, kw_only=True, tag="ready"):
    """The browser is up and holds nobody's data; a visit may come."""

    chromium: str
    security_patch: str


class Painted(_Message, frozen=True, kw_only=True, tag="painted"):
    """The first page is on the screen."""


class Alive(_Message, frozen=True, kw_only=True, tag="alive"):
    """Said every second while the process answers."""

    paying: bool = False
    """A payment is under way: nothing may end it for silence."""
    touched: bool = False
    """A person has touched or typed since the last time."""


class _Outcome(_Message, frozen=True, kw_only=True):
    """What every outcome carries for the counts, by host and never by person."""

    stale_hosts: tuple[str, ...] = ()
    """Hosts on which known fields were not found."""
    filled: int = 0
    typed: int = 0
    """Values that the person entered by hand or corrected."""


class Filed(_Outcome, frozen=True, kw_only=True, tag="filed"):
    """The portal has taken the dossier."""

    code: str

    def __repr__(self) -> str:
        return "<Filed>"


class Draft(_Outcome, frozen=True, kw_only=True, tag="draft"):
    """The portal keeps a draft under the person's account."""


class Left(_Outcome, frozen=True, kw_only=True, tag="left"):
    """The person left, or silence ended it."""


class Failed(_Outcome, frozen=True, kw_only=True, tag="failed"):
    """It could not go on; `reason` is a code of `config/failures.toml`."""

    reason: str


Outcome = Filed | Draft | Left | Failed
FromKiosk = PortalVisit | Leave
FromPortal = Ready | Painted | Alive | Filed | Draft | Left | Failed
