"""What one sitting has laid on the officer's stick: the records so far, and the list beside them.

A record's pages go to the stick as soon as its index agrees, and nothing of them stays here: two hundred pages take
no more memory than one. The list is written anew behind each, so that a stick pulled out has it. It names what lies
on the stick that is plugged in: one that was full is followed by another with a list of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from devices.errors import StickAbsentError, StickError
from devices.stick.interface import Port, Stick
from kiosk.officer.registers.book_list import ListedRecord, book_list
from kiosk.officer.registers.entry import RegisterEntry
from kiosk.scanning.hand_over import lay_down, lies_there


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """`unlisted` while the list on the stick lacks the last record; `code` says why."""

    records: tuple[ListedRecord, ...] = field(default=(), repr=False)
    list_name: str = ""
    listed: bytes = field(default=b"", repr=False)
    """The list as it was written last."""
    unlisted: bool = False
    code: str = ""

    def has(self, entry: RegisterEntry) -> bool:
        """Whether this record was scanned already."""
        return any(record.entry.key == entry.key for record in self.records)


@dataclass(frozen=True, slots=True, kw_only=True)
class BesideFiles:
    """How the list is called and headed, in the officer's language."""

    name: str
    headings: tuple[str, ...]


def with_record(port: Port, sitting: Sitting, record: ListedRecord, pdf: bytes, beside: BesideFiles) -> Sitting:
    """The sitting with this record on the stick. Raises `StickError`: then the stick has nothing of it."""
    name = lay_down(_stick(port), record.file, pdf)
    records = (*sitting.records, replace(record, file=name))
    return with_list(port, replace(sitting, records=records, unlisted=True), beside)


def with_list(port: Port, sitting: Sitting, beside: BesideFiles) -> Sitting:
    """The sitting with its list on the stick; where that fails the records are there and `code` says why not."""
    try:
        stick = _stick(port)
        there = _on(stick, sitting.records)
        listed = book_list(there, beside.headings)
        name = lay_down(stick, sitting.list_name or beside.name, listed, instead_of=sitting.listed)
    except StickError as fault:
        return replace(sitting, code=fault.code)
    return replace(sitting, list_name=name, listed=listed, unlisted=False, code="")


def _on(stick: Stick, records: Sequence[ListedRecord]) -> Sequence[ListedRecord]:
    return [record for record in records if lies_there(stick, record.file)]


def _stick(port: Port) -> Stick:
    stick = port.plugged()
    if stick is None:
        raise StickAbsentError
    return stick
