"""The people of a list, packed: a row takes a hundred bytes here and ten times as many as values of Python.

Each kind of key (a number, a name with its year, a day of birth) is an array of hashes in order beside an array of
places; a row is unpacked only when a card asks for it. What is found by its hash is compared by the key itself.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field

import msgspec

from kiosk.officer.roster.values import Birth


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPerson:
    """One row as far as it is compared; `row` counts from 0 in the sheet."""

    row: int
    name: str = field(repr=False)
    birth: Birth | None = field(repr=False)
    number: str = field(repr=False)
    old_number: str = field(repr=False)
    address: str = field(repr=False)
    unread_birth: bool = False
    """The row has something where the birth stands, and it is none."""
    unread_number: bool = False
    """The number's cell has digits, and a spreadsheet has cut others away."""


_Packed = tuple[int, str, tuple[int, int, int] | None, str, str, str, bool, bool]


class PackedPeople:
    """Everybody of the list, by the order in which they were put in."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._ends = array("Q")
        self._encode = msgspec.msgpack.Encoder().encode
        self._decode = msgspec.msgpack.Decoder(_Packed).decode

    def __len__(self) -> int:
        return len(self._ends)

    def add(self, person: ListedPerson) -> int:
        """Put one in; gives the place."""
        birth = (born.year, born.month, born.day) if (born := person.birth) else None
        unread = (person.unread_birth, person.unread_number)
        packed: _Packed = (person.row, person.name, birth, person.number, person.old_number, person.address, *unread)
        self._bytes += self._encode(packed)
        self._ends.append(len(self._bytes))
        return len(self._ends) - 1

    def at(self, place: int) -> ListedPerson:
        """The one at that place."""
        begin = self._ends[place - 1] if place else 0
        packed = self._decode(self._bytes[begin : self._ends[place]])
        row, name, birth, number, old, address, unread_birth, unread_number = packed
        born = Birth(year=birth[0], month=birth[1], day=birth[2]) if birth else None
        return ListedPerson(
            row=row,
            name=name,
            birth=born,
            number=number,
            old_number=old,
            address=address,
            unread_birth=unread_birth,
            unread_number=unread_number,
        )


class PackedKeys:
    """Which places have a key; `key_of` tells the key of a person. `close` before the first question."""

    def __init__(self, people: PackedPeople, key_of: Callable[[ListedPerson], Hashable]) -> None:
        self._people = people
        self._key_of = key_of
        self._hashes, self._places = array("q"), array("L")

    def add(self, key: Hashable, place: int) -> None:
        """The person at this place has this key."""
        self._hashes.append(hash(key))
        self._places.append(place)

    def close(self) -> None:
        """Put the hashes in order; those of one key stay in the order of the list."""
        order = sorted(range(len(self._hashes)), key=self._hashes.__getitem__)
        self._hashes = array("q", (self._hashes[each] for each in order))
        self._places = array("L", (self._places[each] for each in order))

    def find(self, key: Hashable) -> Sequence[ListedPerson]:
        """Everybody with this key, in the order of the list."""
        wanted = hash(key)
        found, place = [], bisect_left(self._hashes, wanted)
        while place < len(self._hashes) and self._hashes[place] == wanted:
            person = self._people.at(self._places[place])
            if self._key_of(person) == key:
                found.append(person)
            place += 1
        return found
