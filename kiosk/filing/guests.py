"""Guests of an officer's lodging list, as the page takes them: one after the other, in a dialog of its own.

The page asks for a guest in a box that opens for each; the kiosk fills whoever is in front, the officer saves the box
and goes on to the next. Nothing is saved or submitted by the kiosk.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class GuestField(StrEnum):
    """What is asked of a guest, in the order of the officer's screen."""

    NAME = "name"
    BIRTH = "birth"
    SEX = "sex"
    NUMBER = "number"
    NATIONALITY = "nationality"
    ETHNICITY = "ethnicity"
    RESIDENCE = "residence"
    """The address in one line; a field of the page that takes a part of it says `place`."""
    ROOM = "room"
    ARRIVAL = "arrival"
    DEPARTURE = "departure"
    REASON = "reason"
    OCCUPATION = "occupation"
    WORKPLACE = "workplace"
    COMPANY = "company"
    """With whom a child stays: chosen among the guests, so it has no value here."""


class HousePart(StrEnum):
    """What a page asks of the house where all guests of a list stay."""

    NAME = "name"
    PLACE = "place"
    """Commune and province in one line; a field of the page that takes one of them says `place`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownHouse:
    """Where the guests stay: the name as its sign says, empty where it was not typed, and in which commune."""

    name: str = field(default="", repr=False)
    place: str = field(default="", repr=False)

    def get(self, part: HousePart) -> str:
        """That part, empty where it is not known."""
        return self.name if part is HousePart.NAME else self.place


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownGuest:
    """One guest with what is known. Never shown by `repr`."""

    values: Mapping[GuestField, str] = field(repr=False)

    @property
    def name(self) -> str:
        """What the guide calls the guest."""
        return self.values.get(GuestField.NAME, "")
