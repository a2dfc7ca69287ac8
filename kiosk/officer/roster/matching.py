"""Finds the row of a card and says where it differs, with tolerance for marks, order, old numbers and bare years.

First by the number, then by the old number, then by name and birth. A row found by its number is this person's row,
whatever else stands in it; one found without is only this person's where name and birth leave no other reading.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

from kiosk.counts.events import ListOutcome
from kiosk.forms.places import Places
from kiosk.officer.roster.packed import ListedPerson, PackedKeys, PackedPeople
from kiosk.officer.roster.places_compared import PlaceComparison, PlaceOutcome
from kiosk.officer.roster.values import OLD, PERSONAL, Birth, Name, birth_of, name_of

ALIKE: Final = 0.84
"""Of two names without marks that one slip of the pen parts; "nguyen van an" and "nguyen van anh" are at 0.96."""
WARMED: Final = 400
"""Rows whose provinces and districts are read before the first card comes."""
SLIPS: Final = 2
"""Digits by which two numbers may differ and still be one, written down wrongly."""


class Difference(StrEnum):
    """Where a row may differ from the card."""

    NAME = "name"
    BIRTH = "birth"
    NUMBER = "number"
    ADDRESS = "address"


class Note(StrEnum):
    """What was tolerated, or is to be looked at."""

    OLD_NUMBER = "old-number"
    ONLY_YEAR = "only-year"
    OTHER_ORDER = "other-order"
    NO_MARKS = "no-marks"
    OLD_PLACE = "old-place"
    PLACE_UNSURE = "place-unsure"
    TWICE = "twice"
    UNREAD_BIRTH = "unread-birth"
    UNREAD_NUMBER = "unread-number"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """The card whose row is looked for."""

    name: str = field(repr=False)
    birth: str = field(repr=False)
    number: str = field(default="", repr=False)
    old_number: str = field(default="", repr=False)
    address: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRow:
    """What the list says of a card; `row` counts from 0 in the sheet, none where the card is not on it."""

    outcome: ListOutcome
    row: int | None = None
    differs: tuple[Difference, ...] = ()
    notes: tuple[Note, ...] = ()


class RosterIndex:
    """The rows of one list, found by number, old number, name with year, and day of birth."""

    def __init__(self, entries: Iterable[ListedPerson], places: Callable[[], Places]) -> None:
        self._comparison = PlaceComparison(places)
        self._people = people = PackedPeople()
        self._by_number = PackedKeys(people, lambda person: person.number)
        self._by_old = PackedKeys(people, lambda person: person.old_number)
        self._by_name = PackedKeys(people, _name_and_year)
        self._by_birth = PackedKeys(people, lambda person: person.birth)
        for entry in entries:
            self._add(entry)
        for keys in (self._by_number, self._by_old, self._by_name, self._by_birth):
            keys.close()
        self._comparison.warm()  # lists of one commune name no province, so no row has asked for it

    @property
    def size(self) -> int:
        """How many rows name somebody."""
        return len(self._people)

    def _add(self, entry: ListedPerson) -> None:
        place = self._people.add(entry)
        if entry.number:
            self._by_number.add(entry.number, place)
        if entry.old_number:
            self._by_old.add(entry.old_number, place)
        if entry.name:
            self._by_name.add(_name_and_year(entry), place)
        if entry.birth and entry.birth.day:
            self._by_birth.add(entry.birth, place)
        if entry.address and place < WARMED:
            self._comparison.compare(entry.address, f"{entry.address}.")  # the first card does not wait for it

    def match(self, sought: Sought) -> FoundRow:
        """What the list says of this card."""
        name, birth = name_of(sought.name), birth_of(sought.birth)
        found, by_old = self._found(sought, name, birth)
        if not found:
            return FoundRow(outcome=ListOutcome.ABSENT)
        entry = found[0]
        differs, notes = self._compared(entry, sought, name, birth, by_old=by_old)
        if len(found) > 1:
            notes = (*notes, Note.TWICE)
        outcome = ListOutcome.DIFFERS if differs else ListOutcome.SAME
        return FoundRow(outcome=outcome, row=entry.row, differs=differs, notes=notes)

    def _found(self, sought: Sought, name: Name, birth: Birth | None) -> tuple[list[ListedPerson], bool]:
        """The rows of this person, the likeliest first, and whether the old number told."""
        if sought.number and (found := self._by_number.find(sought.number)):
            return sorted(found, key=lambda entry: not name_of(entry.name).agrees(name)), False
        for old in filter(None, (sought.old_number, sought.number[-OLD:] if len(sought.number) == OLD else "")):
            if found := self._by_old.find(old):
                return list(found), True
        if birth is None:
            return [], False
        named = [*self._by_name.find((name.key, birth.year)), *self._by_name.find((name.key, 0))]
        born = [entry for entry in self._by_birth.find(birth) if _alike(entry, name)]
        slipped = [entry for entry in (*named, *born) if self._is_same(entry, sought, birth)]
        return list(dict.fromkeys(slipped)), False

    def _is_same(self, entry: ListedPerson, sought: Sought, birth: Birth) -> bool:
        """Whether a row with this name or day may be this person although no number says so."""
        if len(entry.number) == PERSONAL and sought.number:
            whole = entry.birth == birth and bool(birth.day)
            return _slips(entry.number, sought.number) <= SLIPS or (
                whole and name_of(entry.name).agrees(name_of(sought.name))
            )
        if entry.old_number and sought.old_number and _slips(entry.old_number, sought.old_number) > SLIPS:
            return False
        return entry.birth is None or entry.birth.agrees(birth) or bool(entry.birth.day)

    def _compared(
        self, entry: ListedPerson, sought: Sought, name: Name, birth: Birth | None, *, by_old: bool
    ) -> tuple[tuple[Difference, ...], tuple[Note, ...]]:
        differs: list[Difference] = []
        notes: list[Note] = [Note.OLD_NUMBER] if by_old else []
        listed = name_of(entry.name)
        if entry.name and not listed.agrees(name):
            differs.append(Difference.NAME)
        elif entry.name:
            notes += _name_notes(listed, name)
        if entry.birth and birth and not entry.birth.agrees(birth):
            differs.append(Difference.BIRTH)
        elif entry.birth and birth and birth.day and not entry.birth.day:
            notes.append(Note.ONLY_YEAR)
        if _other_number(entry, sought):
            differs.append(Difference.NUMBER)
        unread = {Note.UNREAD_BIRTH: entry.unread_birth, Note.UNREAD_NUMBER: entry.unread_number}
        notes += [note for note, there in unread.items() if there]
        self._compare_places(entry, sought, differs, notes)
        return tuple(differs), tuple(notes)

    def _compare_places(
        self, entry: ListedPerson, sought: Sought, differs: list[Difference], notes: list[Note]
    ) -> None:
        if not entry.address or not sought.address:
            return
        place, old = self._comparison.compare(sought.address, entry.address)
        if place is PlaceOutcome.OTHER:
            differs.append(Difference.ADDRESS)
        elif place is PlaceOutcome.UNSURE:
            notes.append(Note.PLACE_UNSURE)
        elif old:
            notes.append(Note.OLD_PLACE)


def _other_number(entry: ListedPerson, sought: Sought) -> bool:
    """The old number counts only where the row has no other."""
    if entry.number:
        return bool(sought.number) and entry.number != sought.number
    return bool(entry.old_number and sought.old_number) and entry.old_number != sought.old_number


def _name_and_year(entry: ListedPerson) -> tuple[str, int]:
    return name_of.__wrapped__(entry.name).key, entry.birth.year if entry.birth else 0


def _alike(entry: ListedPerson, name: Name) -> bool:
    if not entry.name:
        return False
    listed, sought = " ".join(name_of(entry.name).folded), " ".join(name.folded)
    return SequenceMatcher(None, listed, sought, autojunk=False).ratio() >= ALIKE


def _slips(one: str, other: str) -> int:
    """Digits in which two numbers of one length differ; far apart where they have not one length."""
    return sum(a != b for a, b in zip(one, other, strict=True)) if len(one) == len(other) else PERSONAL


def _name_notes(listed: Name, name: Name) -> list[Note]:
    notes = []
    if listed.folded != name.folded:
        notes.append(Note.OTHER_ORDER)
    if listed.words == listed.folded and name.words != name.folded:
        notes.append(Note.NO_MARKS)
    return notes
