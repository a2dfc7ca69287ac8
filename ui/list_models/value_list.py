"""Labelled values with their origin: what the card said, what the person answered."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtQml import QmlElement

from kiosk.person import Origin
from ui.shown.records import RecordList

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueRow:
    """One line. `value` is what to show now, masked or not; `group` is set on the first line of a group."""

    key: str
    label: str
    value: str = field(repr=False)
    spoken: str = field(default="", repr=False)
    """What a voice says in its place; a masked number is not read out."""
    origin: Origin | None = None
    group: str = ""
    note: str = field(default="", repr=False)
    """What to look at in the value: an old place name, and what it is today."""


@QmlElement
class ValueList(RecordList):
    """Labels and values, as they stand on a page to be checked."""

    record = ValueRow
