"""What the police's page for lodging asks for, as content of the pack says it (`lodging.toml`), and a guest's values.

The columns stand in the order in which the page asks. What an official import sheet looks like is not known; whoever
finds one corrects the file, and the program stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Final

import msgspec

from kiosk.content.fact import Fact
from kiosk.filing.addresses import place_value
from kiosk.filing.guests import GuestField
from kiosk.filing.portal import PlacePart
from kiosk.forms.places import Places
from kiosk.i18n import Text
from kiosk.officer.lodging.guest import Guest
from kiosk.officer.lodging.listing import LodgingList

FILE: Final = "lodging.toml"


class ColumnValue(StrEnum):
    """What may stand in a column."""

    NAME = "name"
    NUMBER = "number"
    BIRTH = "birth"
    SEX = "sex"
    COUNTRY = "country"
    PROVINCE = "province"
    COMMUNE = "commune"
    ADDRESS = "address"
    """House, street, hamlet; the whole line where province or commune are not certain."""
    NATIONALITY = "nationality"
    ETHNICITY = "ethnicity"
    OCCUPATION = "occupation"
    WORKPLACE = "workplace"
    ROOM = "room"
    REASON = "reason"
    ARRIVAL = "arrival"
    DEPARTURE = "departure"
    GUARDIAN = "guardian"
    """Name and number of the adult guest whom a child belongs to."""


class GuestColumn(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One column of the sheet."""

    id: ColumnValue
    name: Text
    width: int = 16
    """Characters."""


class LodgingForm(Fact, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`lodging.toml`: the list of overnight guests as a workbook; a fact with its source and confidence."""

    file_name: str
    """Of the workbook, without its ending; the day is put behind it."""
    sheet: Text
    """What its sheet with the guests is called."""
    unconfirmed: Text
    """Said once where the list is handed on, for as long as the columns are not confirmed."""
    columns: tuple[GuestColumn, ...]
    procedure: str = ""
    """Under which procedure the list is filed on the official page; empty where it is not."""
    reasons: tuple[Text, ...] = ()
    """Offered for a touch."""


_PLAIN: Final = {ColumnValue(name.value): name for name in GuestField if name.value in {*ColumnValue}}
_PLACES: Final[Mapping[ColumnValue, PlacePart]] = {
    ColumnValue.COUNTRY: PlacePart.COUNTRY,
    ColumnValue.PROVINCE: PlacePart.PROVINCE,
    ColumnValue.COMMUNE: PlacePart.COMMUNE,
}


def values_of(guest: Guest, listed: LodgingList, places: Callable[[], Places]) -> Mapping[ColumnValue, str]:
    """Every value a column may take. Reads the places of a province when it is first needed: work for a thread."""
    line = guest.get(GuestField.RESIDENCE)
    parts = {value: place_value(line, part, places()).value if line else "" for value, part in _PLACES.items()}
    detail = place_value(line, PlacePart.DETAIL, places()).value if line and parts[ColumnValue.COMMUNE] else line
    adult = listed.guest(guest.guardian)
    company = f"{adult.get(GuestField.NAME)}, {adult.get(GuestField.NUMBER)}".strip(" ,") if adult else ""
    plain = {value: guest.get(name) for value, name in _PLAIN.items()}
    return {**plain, **parts, ColumnValue.ADDRESS: detail, ColumnValue.GUARDIAN: company}
