"""A filled form ready for paper: what `kiosk.forms` hands to `kiosk.documents`.

Order, labels and numbers are those of the official sheet; a blank value is printed as a dotted line. Signature
blocks never carry a value.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum


class SheetStatus(Enum):
    """How far the sheet may claim to be the official one (`forms.md`)."""

    OFFICIAL = "official"
    """Confirmed layout: printed like the official sheet."""
    OLDER = "older"
    """Older text than the version in force: printed with the mark "mẫu cũ, hỏi cán bộ"."""
    DATA_SHEET = "data-sheet"
    """Layout not confirmed: only a data sheet "bản khai hỗ trợ, không thay mẫu chính thức"."""
    PREPARATION = "preparation"
    """Electronic only: a sheet to copy from, in the order of the online pages."""


class Layout(Enum):
    """How one item is set."""

    SECTION = "section"
    LINE = "line"
    BOXES = "boxes"
    """One box a digit (the 12 boxes of the personal number)."""
    CHECK = "check"
    """A tick box before the label; `value` is "x" or ""."""
    CHOICES = "choices"
    """All `options` with the chosen ones ticked; `value` holds the chosen labels, one a line."""
    TABLE = "table"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedItem:
    """One item of the sheet."""

    no: str
    label: str
    layout: Layout
    value: str = field(default="", repr=False)
    options: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = field(default=(), repr=False)
    min_rows: int = 0
    """Empty rows are added up to this many."""
    boxes: int = 0
    beside: bool = False
    """Stands on the same printed line as the item before it."""
    mark: str = ""
    """Footnote mark set raised after the label, like "(2)"; explained in `PrintedForm.notes`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureBlock:
    """A place to sign, always blank."""

    who: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedForm:
    """One sheet (or run of sheets)."""

    form_id: str
    form_no: str
    title: str
    instrument: str
    status: SheetStatus
    addressed_to: str
    """The authority after "Kính gửi", or "" for a dotted line."""
    items: tuple[PrintedItem, ...]
    addressed: bool = False
    """Whether the form has the line "Kính gửi" at all, also when nobody knows yet to whom."""
    statements: tuple[str, ...] = ()
    signatures: tuple[SignatureBlock, ...] = ()
    notes: tuple[str, ...] = ()
    template: str = "sheet"
    """Name of the typst template under `assets/templates` that lays it out."""
    valid_until: date | None = None
    checked_on: date | None = None
