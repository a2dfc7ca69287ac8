"""The papers of the officer's work, set on a typesetter of its own for one thread, which forgets them at sign-out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from kiosk.documents import Typesetter
from kiosk.documents.identity_slip import SlipPerson, identity_slip
from kiosk.documents.lodging_list import ListedGuest, lodging_list
from kiosk.documents.warm import WarmTypesetter
from kiosk.filing.guests import GuestField
from kiosk.i18n import Text
from kiosk.officer.advice import ADVICE
from kiosk.officer.checked_card import CheckedCard
from kiosk.officer.lodging.guest import Guest
from kiosk.officer.lodging.listing import LodgingList
from kiosk.person import PersonField
from kiosk.settings import CommuneSettings


class OfficerPapers:
    """The papers of one station's officer."""

    def __init__(self, commune: Callable[[], CommuneSettings], now: Callable[[], datetime], assets: Path) -> None:
        """`commune` is asked for when a paper is made; `now` is local time."""
        self._commune = commune
        self._now = now
        self._warm = WarmTypesetter(lambda: Typesetter(assets))

    def slip(self, cards: Sequence[CheckedCard]) -> bytes:
        """What the identity check of these cards came to, without any number. Raises `KioskError`."""
        people = [
            SlipPerson(
                name=card.person.get(PersonField.FULL_NAME) or "",
                born=card.person.get(PersonField.DATE_OF_BIRTH) or "",
                outcome=card.answer,
                findings=tuple(finding.text for finding in card.findings),
                advice=ADVICE[card.advice],
            )
            for card in cards
        ]
        specimen = any(card.specimen for card in cards)
        return identity_slip(self._warm.get(), people, commune=self._commune(), at=self._now(), specimen=specimen).pdf

    def lodging(self, listed: LodgingList, unconfirmed: Text | None) -> bytes:
        """The lodging list on A4. Raises `KioskError`."""
        return lodging_list(
            self._warm.get(),
            [_listed(guest, listed) for guest in listed.guests],
            house=" ".join(listed.house.split()),
            commune=self._commune(),
            at=self._now(),
            unconfirmed=unconfirmed,
            specimen=listed.specimen,
        ).pdf

    def forget(self) -> None:
        """Let the typesetter forget what it has set. Raises `TypesettingError`."""
        self._warm.forget()


def _listed(guest: Guest, listed: LodgingList) -> ListedGuest:
    adult = listed.guest(guest.guardian)
    return ListedGuest(
        name=guest.get(GuestField.NAME),
        born=guest.get(GuestField.BIRTH),
        sex=guest.get(GuestField.SEX),
        nationality=guest.get(GuestField.NATIONALITY),
        number=guest.get(GuestField.NUMBER),
        residence=guest.get(GuestField.RESIDENCE),
        room=guest.get(GuestField.ROOM),
        arrival=guest.get(GuestField.ARRIVAL),
        departure=guest.get(GuestField.DEPARTURE),
        reason=guest.get(GuestField.REASON),
        company=adult.get(GuestField.NAME) if adult else "",
    )
