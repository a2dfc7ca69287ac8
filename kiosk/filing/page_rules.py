"""Where a filing may go, its steps, and what the pages mean: content, as the portal's process gets it."""

from __future__ import annotations

from enum import Enum

import msgspec


class Actor(Enum):
    """Who does a step of a page."""

    PERSON = "person"
    KIOSK = "kiosk"
    """The kiosk fills, once the person has asked for it."""


class Secrecy(Enum):
    """What kind of step it is: the curtain, the reading aloud and the filling stop at all but `OPEN`."""

    OPEN = "open"
    LOGIN = "login"
    CODE = "code"
    """OTP, passcode, captcha."""
    CONSENT = "consent"
    """Consent, pledge: the person's own."""
    PAYMENT = "payment"
    SUBMIT = "submit"


class PortalStep(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One step of the guide, and by what the page shows that it is this step."""

    id: str
    says: str
    """What to do, plain words in the visit's language."""
    actor: Actor = Actor.PERSON
    secrecy: Secrecy = Secrecy.OPEN
    hosts: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    """Regular expressions searched in the page's address; none: any."""
    words: tuple[str, ...] = ()
    """Words of which one stands on the page; none: any."""


class Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Where this filing may go and what the pages mean. All of it is content."""

    system: str
    """The portal family: `national`, `justice`, `public-security`, `joint`, `formio`, `page`."""
    start: str
    """The address that opens first (https)."""
    hosts: tuple[str, ...]
    """Exact host names that pages may come from, the login's and the payment's too."""
    login_hosts: tuple[str, ...] = ()
    payment_hosts: tuple[str, ...] = ()
    resource_hosts: tuple[str, ...] = ()
    """Hosts of pictures, scripts and calls of these pages, never of a page."""
    sign_out: str = ""
    """The portal's own sign-out address, opened at the end."""
    steps: tuple[PortalStep, ...] = ()
    success_words: tuple[str, ...] = ()
    success_addresses: tuple[str, ...] = ()
    draft_words: tuple[str, ...] = ()
    code_patterns: tuple[str, ...] = ()
    """Regular expressions of dossier codes, whole words."""
    refusal_words: tuple[str, ...] = ()
    """Words with which the page refuses a file or a field."""
    expired_words: tuple[str, ...] = ()
    maintenance_words: tuple[str, ...] = ()
    wall_words: tuple[str, ...] = ()
    """Words of a bot wall."""
    tracking: str = ""
    """Where a dossier is followed up; `{code}` stands for its code."""
    media_types: tuple[str, ...] = ("application/pdf", "image/jpeg", "image/png")
    largest_file: int = 2 * 1024 * 1024
    quiet_ms: int = 350
    """A page that changed nothing for so long is quiet."""
