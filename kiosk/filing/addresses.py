"""An address answer taken apart for a portal that asks for province, commune and the rest in three fields.

Only what is certain is given: a commune of before that may have become several is left for the person to choose.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.filing.portal import PlacePart
from kiosk.forms.addresses import split
from kiosk.forms.places import Places

HERE, ABROAD, OWN_COUNTRY = "Trong nước", "Khác", "Việt Nam"
_SHORT = {"thành phố": ("TP. {}", "TP {}"), "phường": ("P. {}",), "xã": ("X. {}",)}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceValue:
    """One part of an address, and how else a list may write it. Never shown by `repr`."""

    value: str = field(default="", repr=False)
    others: tuple[str, ...] = field(default=(), repr=False)


def place_value(line: str, part: PlacePart, places: Places) -> PlaceValue:
    """One part of an address in one line; empty where it is not certain, or not asked for abroad."""
    parts = split(line, places)
    is_known = parts.province is not None or parts.country is not None
    match part:
        case PlacePart.WHERE:
            return PlaceValue(value=(ABROAD if parts.country else HERE) if is_known else "")
        case PlacePart.COUNTRY:
            abroad = parts.country
            if abroad is not None:
                return PlaceValue(value=abroad.name.vi, others=(*abroad.also, abroad.name.en))
            return PlaceValue(value=OWN_COUNTRY if is_known else "")
        case PlacePart.PROVINCE:
            found = parts.province
            return _named(found.full_name, found.kind, found.name) if found else PlaceValue()
        case PlacePart.COMMUNE:
            commune = parts.commune
            return _named(commune.full_name, commune.kind, commune.name) if commune else PlaceValue()
        case PlacePart.DETAIL:
            return PlaceValue(value=parts.detail if is_known else "")


def is_left_open(line: str, part: PlacePart, places: Places) -> bool:
    """Whether a page asks for this part and the person has to say it: a province or commune in Viet Nam that the line
    does not tell for certain."""
    return part in {PlacePart.PROVINCE, PlacePart.COMMUNE} and split(line, places).country is None


def _named(full_name: str, kind: str, name: str) -> PlaceValue:
    """The full name, then shortened words for the unit, then the bare name."""
    return PlaceValue(value=full_name, others=(*(short.format(name) for short in _SHORT.get(kind, ())), name))
