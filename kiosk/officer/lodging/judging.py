"""What is missing on a guest, what cannot be, and what is only unlikely (decision 26).

Under 14 a person need not have a card of their own (Law on Identification 26/2023, article 19) and stays with an
adult; from 14 on the list wants a number. Adult is 18 (Civil Code 2015, article 20). Lodging is shorter than 30 days
(Law on Residence 68/2020, article 2.6); longer is temporary residence, and a hospital's patients may stay longer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum, auto
from typing import Final

from kiosk.filing.guests import GuestField
from kiosk.forms import calendar_dates, identity_papers, values
from kiosk.forms.calendar_dates import PartialDate, years_later
from kiosk.forms.definition import QuestionKind
from kiosk.officer.lodging.guest import Guest, GuestSource
from kiosk.officer.lodging.listing import LodgingList

OWN_CARD_FROM: Final = 14
ADULT_FROM: Final = 18
LODGING_DAYS: Final = 30
OLDEST: Final = 130


class GuestFault(Enum):
    """Why a value keeps the list from being handed on."""

    NAME_MISSING = auto()
    NAME_SHAPE = auto()
    BIRTH_MISSING = auto()
    BIRTH_SHAPE = auto()
    BIRTH_CANNOT_BE = auto()
    """After the arrival, or before anybody's."""
    SEX_MISSING = auto()
    NUMBER_MISSING = auto()
    NUMBER_SHAPE = auto()
    TWICE = auto()
    GUARDIAN_MISSING = auto()
    """A child of whom the list does not say with whom it stays."""
    GUARDIAN_TOO_YOUNG = auto()
    NO_CHILD = auto()
    """Put under somebody without a card of their own, though old enough to have one."""
    ARRIVAL_MISSING = auto()
    ARRIVAL_SHAPE = auto()
    DEPARTURE_SHAPE = auto()
    WRONG_WAY_ROUND = auto()
    REASON_MISSING = auto()


class GuestNote(Enum):
    """What the officer is told and may leave."""

    LONG_STAY = auto()
    CARD_OF_A_CHILD = auto()


Faults = Mapping[GuestField, GuestFault]


def faults_of(guest: Guest, listed: LodgingList, today: date) -> Faults:
    """At most one fault a field; empty where the guest is complete. `guest` need not stand on the list yet."""
    return _faults(guest, listed, today, is_twice=listed.same_as(guest) is not None)


def judged(listed: LodgingList, today: date) -> Mapping[int, Faults]:
    """The faults of everybody on the list, by id."""
    twice = listed.twice()
    return {guest.id: _faults(guest, listed, today, is_twice=guest.id in twice) for guest in listed.guests}


def _faults(guest: Guest, listed: LodgingList, today: date, *, is_twice: bool) -> Faults:
    found: dict[GuestField, GuestFault] = {}
    arrival = _day(guest.get(GuestField.ARRIVAL))
    for name, fault in (
        *_of_person(guest, arrival or today),
        *_of_company(guest, listed, arrival or today),
        *_of_stay(guest, arrival),
    ):
        found.setdefault(name, fault)
    if is_twice:
        found.setdefault(GuestField.NUMBER if guest.get(GuestField.NUMBER) else GuestField.NAME, GuestFault.TWICE)
    return found


def notes_of(guest: Guest, today: date) -> tuple[GuestNote, ...]:
    """What is unlikely and may be so."""
    arrival, departure = (_day(guest.get(name)) for name in (GuestField.ARRIVAL, GuestField.DEPARTURE))
    long = arrival is not None and departure is not None and (departure - arrival).days >= LODGING_DAYS
    child = guest.came is GuestSource.CARD and is_child(guest, arrival or today)
    return (*((GuestNote.LONG_STAY,) if long else ()), *((GuestNote.CARD_OF_A_CHILD,) if child else ()))


def is_child(guest: Guest, on: date) -> bool:
    """Surely under 14 on that day, whatever day of its year the birth may mean."""
    born = calendar_dates.parse(guest.get(GuestField.BIRTH))
    return born is not None and years_later(born.earliest, OWN_CARD_FROM) > on


def may_be_guardian(guest: Guest, on: date) -> bool:
    """Adult on that day, as far as the birth tells."""
    born = calendar_dates.parse(guest.get(GuestField.BIRTH))
    return born is not None and years_later(born.earliest, ADULT_FROM) <= on


def _of_person(guest: Guest, on: date) -> Iterator[tuple[GuestField, GuestFault]]:
    name, birth, number = (guest.get(each) for each in (GuestField.NAME, GuestField.BIRTH, GuestField.NUMBER))
    if not name:
        yield GuestField.NAME, GuestFault.NAME_MISSING
    elif values.judge(QuestionKind.PERSON_NAME, name):
        yield GuestField.NAME, GuestFault.NAME_SHAPE
    born = calendar_dates.parse(birth)
    if not birth:
        yield GuestField.BIRTH, GuestFault.BIRTH_MISSING
    elif born is None:
        yield GuestField.BIRTH, GuestFault.BIRTH_SHAPE
    elif born.earliest > on or years_later(born.latest, OLDEST) < on:
        yield GuestField.BIRTH, GuestFault.BIRTH_CANNOT_BE
    if not guest.get(GuestField.SEX):
        yield GuestField.SEX, GuestFault.SEX_MISSING
    if number and identity_papers.judge(number):
        yield GuestField.NUMBER, GuestFault.NUMBER_SHAPE
    elif not number and _needs_number(guest, born, on):
        yield GuestField.NUMBER, GuestFault.NUMBER_MISSING


def _needs_number(guest: Guest, born: PartialDate | None, on: date) -> bool:
    """Not of a child under an adult, and not of one who may still be under 14."""
    if guest.came is GuestSource.WITH:
        return False
    return born is None or years_later(born.latest, OWN_CARD_FROM) <= on


def _of_company(guest: Guest, listed: LodgingList, on: date) -> Iterator[tuple[GuestField, GuestFault]]:
    """With whom a child stays; read by card or not."""
    if guest.guardian is None:
        if is_child(guest, on):
            yield GuestField.COMPANY, GuestFault.GUARDIAN_MISSING
        return
    adult = listed.guest(guest.guardian)
    if adult is None:
        yield GuestField.COMPANY, GuestFault.GUARDIAN_MISSING
    elif not may_be_guardian(adult, on):
        yield GuestField.COMPANY, GuestFault.GUARDIAN_TOO_YOUNG
    born = calendar_dates.parse(guest.get(GuestField.BIRTH))
    old_enough = born is not None and years_later(born.latest, OWN_CARD_FROM) <= on
    if guest.came is GuestSource.WITH and old_enough and not guest.get(GuestField.NUMBER):
        yield GuestField.BIRTH, GuestFault.NO_CHILD


def _of_stay(guest: Guest, arrival: date | None) -> Iterator[tuple[GuestField, GuestFault]]:
    typed, leaves = guest.get(GuestField.ARRIVAL), guest.get(GuestField.DEPARTURE)
    if not typed:
        yield GuestField.ARRIVAL, GuestFault.ARRIVAL_MISSING
    elif arrival is None:
        yield GuestField.ARRIVAL, GuestFault.ARRIVAL_SHAPE
    departure = _day(leaves)
    if leaves and departure is None:
        yield GuestField.DEPARTURE, GuestFault.DEPARTURE_SHAPE
    elif arrival is not None and departure is not None and departure < arrival:
        yield GuestField.DEPARTURE, GuestFault.WRONG_WAY_ROUND
    if not guest.get(GuestField.REASON):
        yield GuestField.REASON, GuestFault.REASON_MISSING


def _day(text: str) -> date | None:
    """A whole day; a month or a year alone is none."""
    when = calendar_dates.parse(text)
    return when.earliest if when is not None and when.is_full else None
