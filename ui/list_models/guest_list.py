"""The guests of a lodging list, and the fields of the one in hand."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtQml import QmlElement

from ui.shown.guest_entry import GuestEntry
from ui.shown.records import RecordList

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestRow:
    """One guest; `missing` says in words what keeps the list from being handed on."""

    id: int
    name: str = field(repr=False)
    stay: str = field(repr=False)
    missing: str
    child: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestFieldRow:
    """One field of the guest in hand; `fault` in words, empty while nothing is wrong or nobody tried to go on;
    `chosen` of two that may be touched, -1 for none."""

    label: str
    hint: str
    value: str = field(repr=False)
    fault: str
    entry: GuestEntry
    chosen: int = field(default=-1, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyRow:
    """One adult guest with whom a child may stay; `id` 0 is nobody."""

    id: int
    label: str = field(repr=False)
    chosen: bool


@QmlElement
class GuestList(RecordList):
    """The guests, children under their family."""

    record = GuestRow


@QmlElement
class GuestFieldList(RecordList):
    """The fields of the guest in hand."""

    record = GuestFieldRow


@QmlElement
class CompanyList(RecordList):
    """With whom a child stays."""

    record = CompanyRow
