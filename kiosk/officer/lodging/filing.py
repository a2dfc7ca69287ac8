"""A lodging list filed on the official page: offered where the page is known, made ready for the portal's process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from kiosk.filing.guests import KnownGuest, KnownHouse
from kiosk.filing.messages import Look, PortalVisit
from kiosk.i18n import Language
from kiosk.officer.lodging.listing import LodgingList


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestPages:
    """`offered` says whether a procedure's official page can be opened here; `ready` makes its visit, on a worker.
    Raises `KioskError`."""

    offered: Callable[[str], bool] = field(repr=False)
    ready: Callable[[str, LodgingList, Look, Language], PortalVisit] = field(repr=False)


def known_guests(listed: LodgingList) -> tuple[KnownGuest, ...]:
    """The guests in the order of the list."""
    return tuple(KnownGuest(values=guest.values) for guest in listed.guests)


def known_house(listed: LodgingList, place: str) -> KnownHouse:
    """Where they stay; `place` is the commune whose officer makes the list, for the list goes to its police."""
    return KnownHouse(name=" ".join(listed.house.split()), place=place)
