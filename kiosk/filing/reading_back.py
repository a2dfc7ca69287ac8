"""What stands in a field after filling, as the guide colours it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum

from kiosk.filing.control import Control, Field
from kiosk.filing.entry import ControlKind, Entry
from kiosk.filing.matching import choose, is_placeholder
from kiosk.filing.words import folded

_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:T.*)?")
_DIGITS = re.compile(r"\d+")


class FieldState(Enum):
    """What a person is told about a field."""

    FILLED = "filled"
    """Holds the entry's value."""
    DEFAULT = "default"
    """Holds another value that the portal put there, or one that the person typed."""
    EMPTY = "empty"
    REFUSED = "refused"
    """The page complains about it."""
    DIFFERS = "differs"
    """The kiosk typed, and something else stands there."""


def field_state(entry: Entry, field: Field | None, *, typed: bool) -> FieldState:
    """How the field stands. `typed`: the kiosk has entered the value here. A field that is not there is empty."""
    if field is None:
        return FieldState.EMPTY
    if typed and any(control.complaint for control in field.controls):
        return FieldState.REFUSED
    value = value_in(field)
    if is_empty(field):
        return FieldState.EMPTY
    if entry.value and same_value(entry, value):
        return FieldState.FILLED
    return FieldState.DIFFERS if typed else FieldState.DEFAULT


def is_empty(field: Field) -> bool:
    """Whether nothing stands in it, or what asks to choose."""
    value = value_in(field)
    return not value or is_placeholder(value)


def value_in(field: Field) -> str:
    """What stands in the field as a person reads it: the words of the choice, a date as day/month/year."""
    first = field.first
    if first.part:
        cells = {control.part: control.value.strip() for control in field.controls}
        return "/".join(cell for cell in (cells.get("day"), cells.get("month"), cells.get("year")) if cell)
    if first.is_choice:
        return ", ".join(_choice(control) for control in field.controls if control.checked)
    return first.value.strip()


def _choice(control: Control) -> str:
    return control.label or control.value or "x"


def same_value(entry: Entry, value: str) -> bool:
    """Whether the value of a field is the entry's, however the page writes it: capitals, other words of the same row,
    another order of a date."""
    match entry.kind:
        case ControlKind.DATE:
            return date_parts(value) == date_parts(entry.value) != ()
        case ControlKind.CHOICE:
            return choose([value], entry) == 0
        case ControlKind.TICK:
            return bool(value)
        case ControlKind.FILE:
            return folded(entry.value) in folded(value)
        case ControlKind.TEXT:
            return folded(value) == folded(entry.value) or choose([value], entry) == 0


def papers_named(entries: Iterable[Entry], words: str) -> frozenset[str]:
    """Ids of the papers whose file the page names: portals put the name beside the row once they have taken it, and
    empty the control it came through."""
    files = [entry for entry in entries if entry.kind is ControlKind.FILE and entry.value]
    return frozenset(
        entry.id
        for entry in files
        if re.search(rf"(?<![\w.-]){re.escape(entry.value)}(?![\w-]|\.\w)", words, re.IGNORECASE)
    )


def date_parts(text: str) -> tuple[int, ...]:
    """The numbers of a date, day first, of `dd/mm/yyyy`, `mm/yyyy`, `yyyy`, `yyyy-mm-dd`; empty for anything else."""
    if found := _YEAR_FIRST.fullmatch(text.strip()):
        return tuple(int(number) for number in reversed(found.groups()) if number)
    numbers = _DIGITS.findall(text)
    rest = _DIGITS.sub("", text).strip(" /.-")
    if rest.strip(" /.-") or not 1 <= len(numbers) <= 3 or len(numbers[-1]) != 4:
        return ()
    return tuple(map(int, numbers))
