"""The guests, the fields of the one in hand and whom a child may go with, as rows of the lodging page.

Pure functions of the officer's work and the window's language.
"""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.filing.guests import GuestField
from kiosk.forms.masking import mask
from kiosk.i18n import joined
from kiosk.officer import lodging_words
from kiosk.officer.lodging.guest import FEMALE, MALE, OF_CARD, Guest, GuestSource
from kiosk.officer.lodging.judging import Faults, may_be_guardian
from kiosk.person import in_words
from ui.list_models.guest_list import CompanyRow, GuestFieldRow, GuestRow
from ui.officer.lodging_work import LodgingWork
from ui.shown.guest_entry import GuestEntry
from ui.staff.staff_side import StaffSide

SEXES = (MALE, FEMALE)
FIELDS = tuple(name for name in GuestField if name is not GuestField.COMPANY)
"""In the order in which the page has them; with whom a child stays is asked below."""
_ENTRIES: Mapping[GuestField, GuestEntry] = {
    GuestField.NAME: GuestEntry.NAME,
    GuestField.BIRTH: GuestEntry.DATE,
    GuestField.SEX: GuestEntry.SEX,
    GuestField.NUMBER: GuestEntry.NUMBER,
    GuestField.ARRIVAL: GuestEntry.DATE,
    GuestField.DEPARTURE: GuestEntry.DATE,
}


def guest_rows(side: StaffSide, work: LodgingWork) -> list[GuestRow]:
    """Everybody on the list, with what is missing on each."""
    return [_guest_row(side, work, guest) for guest in work.listed.guests]


def field_rows(side: StaffSide, guest: Guest, typed: Mapping[GuestField, str], faults: Faults) -> list[GuestFieldRow]:
    """The fields of the guest in hand: what the card said stays as it is, unless it is what is wrong."""
    return [_field_row(side, guest, name, typed.get(name, guest.get(name)), faults) for name in FIELDS]


def company_rows(side: StaffSide, work: LodgingWork, guest: Guest) -> list[CompanyRow]:
    """The adults on the list whom `guest` may be here with, and nobody."""
    today = side.services.today()
    adults = [each for each in work.listed.guests if each.id != guest.id and may_be_guardian(each, today)]
    rows = [
        CompanyRow(id=each.id, label=each.get(GuestField.NAME), chosen=each.id == guest.guardian) for each in adults
    ]
    return [*rows, CompanyRow(id=0, label=side.say(lodging_words.NOBODY), chosen=guest.guardian is None)]


def _guest_row(side: StaffSide, work: LodgingWork, guest: Guest) -> GuestRow:
    missing = [lodging_words.FAULTS[fault] for fault in work.faults[guest.id].values()]
    return GuestRow(
        id=guest.id,
        name=guest.get(GuestField.NAME) or side.say(lodging_words.NAMELESS),
        stay=side.say(lodging_words.stay(guest, work.form.reasons if work.form is not None else ())),
        missing=side.say(joined(" ", missing)),
        child=guest.guardian is not None,
    )


def _field_row(side: StaffSide, guest: Guest, name: GuestField, value: str, faults: Faults) -> GuestFieldRow:
    say, fault = side.say, faults.get(name)
    read = guest.came is GuestSource.CARD and name in OF_CARD and bool(guest.get(name))
    entry = _ENTRIES.get(name, GuestEntry.TEXT)
    fixed = read and fault is None
    if fixed and name is GuestField.NUMBER:
        value = mask(value)  # whoever looks over the officer's shoulder reads no whole number
    shown = say(in_words(OF_CARD[name], value)) if fixed else value
    return GuestFieldRow(
        label=say(lodging_words.FIELDS[name]),
        hint="" if read else say(lodging_words.HINTS[name]) if name in lodging_words.HINTS else "",
        value="/" * (2 - value.count("/")) + value if entry is GuestEntry.DATE and value and not read else shown,
        fault=say(lodging_words.FAULTS[fault]) if fault else "",
        entry=GuestEntry.FIXED if fixed else entry,
        chosen=SEXES.index(value) if value in SEXES else -1,
    )
