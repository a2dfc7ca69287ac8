"""What the kiosk and the portal's own process say to each other, and how it is put on the wire.

The kiosk says `PortalVisit` once and perhaps `Leave`; the portal's process says `Ready`, `Painted`, `Alive` every
second, and one of the outcomes, after which it ends. A message is a MessagePack document after its length (four
bytes, big-endian), at most `LARGEST` bytes. Standard input and output carry it, or one socket for both; nothing of a
person goes through a file, an argument or the environment.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from enum import Enum
from typing import TypeVar

import msgspec

LARGEST = 64 * 1024 * 1024
"""Bytes of one message: ten scanned papers of 5 MB fit, a stream that has lost its way is noticed."""

_LENGTH = struct.Struct(">I")


class _Message(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag=True):
    """Shows nothing of itself: most of these hold a person."""

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


class ControlKind(Enum):
    """What sort of control takes a value."""

    TEXT = "text"
    """Typed, or chosen where the page has a list for it: portals make a list of a text and back."""
    DATE = "date"
    """`dd/mm/yyyy`, or `mm/yyyy` or `yyyy` where less is known."""
    CHOICE = "choice"
    """One of a list, radio buttons or boxes, never typed: its words say nothing in a text field."""
    TICK = "tick"
    """A box that is ticked, never one of consent or pledge."""
    FILE = "file"


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One value that the page asks for: its name here, the value, and the words by which its control is known."""

    id: str
    says: str
    """What the guide calls it, in the visit's language."""
    value: str = ""
    """As it is typed and shown large."""
    kind: ControlKind = ControlKind.TEXT
    labels: tuple[str, ...] = ()
    """Words that stand beside the control, the official ones first, then aliases."""
    sections: tuple[str, ...] = ()
    """Headings under which it stands; none: anywhere."""
    names: tuple[str, ...] = ()
    """Names and ids of the control as last seen: they decide between equal labels, where there is no label, and for
    a list beside which stands none that any entry knows."""
    options: tuple[str, ...] = ()
    """Words of the list's row that mean `value`, the likeliest first; `value` itself counts always."""
    order: int = 0
    """Drivers, which rebuild others when they change, come first: lower numbers earlier."""
    waits_ms: int = 0
    """How long the page looks things up after this value, before others may be typed."""
    row: int = 0
    """Which row of a table it belongs to, from 1; 0: none."""
    inferred: bool = False
    """The label was never seen on the page, only concluded."""

    def __repr__(self) -> str:
        return f"<Entry {self.id}>"


class Actor(Enum):
    """Who does a step."""

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


class Attachment(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One scanned paper of this visit."""

    name: str
    """A plain file name of ASCII letters that says what the paper is and names no person."""
    says: str
    media_type: str
    data: bytes

    def __repr__(self) -> str:
        return f"<Attachment of {len(self.data)} bytes>"


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


class Leave(_Message, frozen=True, kw_only=True, tag="leave"):
    """The kiosk's visit is over: sign out and end."""


class Ready(_Message, frozen=True, kw_only=True, tag="ready"):
    """The browser stands and holds nobody's data."""

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

_from_kiosk = msgspec.msgpack.Decoder(FromKiosk)
_from_portal = msgspec.msgpack.Decoder(FromPortal)
_encoder = msgspec.msgpack.Encoder()


class NotUnderstoodError(Exception):
    """What came is no message: too long, cut, or of another shape. Carries nothing of what came."""


_Decoded = TypeVar("_Decoded")


def packed(message: FromKiosk | FromPortal) -> bytes:
    """The message with its length before it. Raises `NotUnderstoodError` over `LARGEST` bytes."""
    body = _encoder.encode(message)
    if len(body) > LARGEST:
        raise NotUnderstoodError
    return _LENGTH.pack(len(body)) + body


def read_from_kiosk(read: Callable[[int], bytes]) -> FromKiosk | None:
    """The next message of the kiosk, None at the end of the stream. `read` gives up to so many bytes, and none at the
    end only. Raises `NotUnderstoodError`."""
    body = _body(read)
    return None if body is None else _decoded(_from_kiosk.decode, body)


def read_from_portal(read: Callable[[int], bytes]) -> FromPortal | None:
    """The next message of the portal's process, as `read_from_kiosk`."""
    body = _body(read)
    return None if body is None else _decoded(_from_portal.decode, body)


def _decoded(decode: Callable[[bytes], _Decoded], body: bytes) -> _Decoded:
    try:
        return decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise NotUnderstoodError from None


def _body(read: Callable[[int], bytes]) -> bytes | None:
    head = _exactly(read, _LENGTH.size)
    if not head:
        return None
    if len(head) < _LENGTH.size:
        raise NotUnderstoodError
    (length,) = _LENGTH.unpack(head)
    if length > LARGEST:
        raise NotUnderstoodError
    body = _exactly(read, length)
    if len(body) < length:
        raise NotUnderstoodError
    return body


def _exactly(read: Callable[[int], bytes], length: int) -> bytes:
    parts = bytearray()
    while len(parts) < length:
        piece = read(length - len(parts))
        if not piece:
            break
        parts += piece
    return bytes(parts)
