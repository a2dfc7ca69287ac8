"""What goes into a portal's page: a value with the words by which its control is known, and a scanned paper."""

from __future__ import annotations

from enum import Enum

import msgspec


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
    instead_of: tuple[str, ...] = ()
    """Entries whose answer this one gives in another way, typed and never chosen: a whole address, the year of
    a date. A page asks in one way."""
    takes_place_of: str = ""
    """Of those the one whose field it takes where no other of them stands on the page: a lone "Địa chỉ" means the
    whole."""
    behind: tuple[str, ...] = ()
    """Words of the choice behind which its list may stand without words of its own."""
    turn: int = 0
    """As which of the lists there, from 1."""

    @property
    def block(self) -> str:
        """The block of the form it belongs to, which begins its `id`."""
        return self.id.partition(".")[0]

    def __repr__(self) -> str:
        return f"<Entry {self.id}>"


class GuestEntries(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One of several people whom the page takes one after the other in one dialog."""

    name: str
    entries: tuple[Entry, ...]

    def __repr__(self) -> str:
        return f"<GuestEntries of {len(self.entries)}>"


class Attachment(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One scanned paper of this visit."""

    name: str
    """A plain file name of ASCII letters that says what the paper is and names no person."""
    says: str
    media_type: str
    data: bytes

    @property
    def id(self) -> str:
        """Of the entry that stands for it in the guide."""
        return f"paper.{self.name}"

    def __repr__(self) -> str:
        return f"<Attachment of {len(self.data)} bytes>"
