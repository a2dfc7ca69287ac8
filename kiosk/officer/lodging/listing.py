"""The list itself: guests in their order, changed one at a time. Every change makes a new value."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from kiosk.filing.guests import GuestField
from kiosk.forms import identity_papers
from kiosk.i18n import fold
from kiosk.officer.advice import Advice
from kiosk.officer.lodging.guest import SHARED_BY_CHILD, STAY, VIET_NAM, Guest, GuestSource, of_person
from kiosk.person import PersonRecord

MOST = 200
"""Guests of one list; a larger house makes two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LodgingList:
    """`house` is where they stay, as its sign says; empty until it was typed."""

    house: str = field(default="", repr=False)
    guests: tuple[Guest, ...] = ()
    next_id: int = 1

    @property
    def specimen(self) -> bool:
        """Whether a made-up card is among them."""
        return any(guest.specimen for guest in self.guests)

    @property
    def is_full(self) -> bool:
        """Whether the list takes no further guest."""
        return len(self.guests) >= MOST

    def guest(self, wanted: int | None) -> Guest | None:
        """The guest of that id."""
        return next((guest for guest in self.guests if guest.id == wanted), None)

    def put(self, guest: Guest) -> LodgingList:
        """The same guest anew, or one more: a child right after its family, anybody else at the end."""
        if self.guest(guest.id) is not None:
            return replace(self, guests=tuple(guest if each.id == guest.id else each for each in self.guests))
        place = self._place_for(guest)
        guests = (*self.guests[:place], guest, *self.guests[place:])
        return replace(self, guests=guests, next_id=max(self.next_id, guest.id) + 1)

    def without(self, gone: int) -> LodgingList:
        """Without that guest; children under the guest stay, and say that nobody goes with them."""
        return replace(self, guests=tuple(guest for guest in self.guests if guest.id != gone))

    def by_card(self, person: PersonRecord, advice: Advice, *, specimen: bool) -> Guest:
        """A further guest from a card, who stays like the one before."""
        read = {**self._stay_before(), **of_person(person)}
        return Guest(id=self.next_id, came=GuestSource.CARD, values=read, advice=advice, specimen=specimen)

    def by_hand(self) -> Guest:
        """A further guest to be typed."""
        known = {**self._stay_before(), GuestField.NATIONALITY: VIET_NAM}
        return Guest(id=self.next_id, came=GuestSource.TYPED, values=known)

    def child_of(self, adult: Guest) -> Guest:
        """A child under this guest, who stays in the same room and lives where the guest does."""
        shared = {name: adult.get(name) for name in SHARED_BY_CHILD if adult.get(name)}
        return Guest(id=self.next_id, came=GuestSource.WITH, values=shared, guardian=adult.id)

    def same_as(self, guest: Guest) -> Guest | None:
        """Somebody else on the list who is the same person."""
        return next((other for other in self.guests if other.id != guest.id and are_one(other, guest)), None)

    def twice(self) -> frozenset[int]:
        """Ids of guests who stand on the list more than once; `same_as` for everybody in one pass."""
        numbers = {guest.id: identity_papers.normalised(guest.get(GuestField.NUMBER)) for guest in self.guests}
        often = Counter(number for number in numbers.values() if number)
        named: dict[tuple[str, str], list[int]] = {}
        for guest in self.guests:
            named.setdefault(_known_by(guest), []).append(guest.id)
        found = {each for each, number in numbers.items() if often[number] > 1}
        for known, ids in named.items():
            if all(known) and len(ids) > 1 and not all(numbers[each] for each in ids):
                found |= {*ids}
        return frozenset(found)

    def _place_for(self, guest: Guest) -> int:
        family = [
            place
            for place, each in enumerate(self.guests)
            if guest.guardian is not None and guest.guardian in (each.id, each.guardian)
        ]
        return max(family) + 1 if family else len(self.guests)

    def _stay_before(self) -> dict[GuestField, str]:
        last = self.guests[-1] if self.guests else None
        return {name: last.get(name) for name in STAY if last.get(name)} if last else {}


def are_one(first: Guest, second: Guest) -> bool:
    """By the number where both have one, else by name and birth: a card read twice, a guest typed and read."""
    numbers = {identity_papers.normalised(each.get(GuestField.NUMBER)) for each in (first, second)}
    if "" not in numbers:
        return len(numbers) == 1
    people = {_known_by(each) for each in (first, second)}
    return len(people) == 1 and all(next(iter(people)))


def _known_by(guest: Guest) -> tuple[str, str]:
    return fold(" ".join(guest.get(GuestField.NAME).split())), guest.get(GuestField.BIRTH)
