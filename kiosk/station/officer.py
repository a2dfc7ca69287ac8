"""The officer's services of an opened station, put together: reading cards with their photo, papers."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from kiosk import paths
from kiosk.content.fault import ContentError
from kiosk.content.pack import Pack
from kiosk.filing.messages import Look, PortalVisit
from kiosk.forms.addresses import compose
from kiosk.i18n import Language
from kiosk.identification import AccessKey, BlockSizes, Identified, NotIdentified, PartialRead, Phase, identify
from kiosk.officer.lodging.files import LodgingFiles
from kiosk.officer.lodging.filing import GuestPages, known_guests, known_house
from kiosk.officer.lodging.listing import LodgingList
from kiosk.officer.papers import OfficerPapers
from kiosk.officer.registers.kinds import Registers, read_registers
from kiosk.officer.roster.line import RosterLine
from kiosk.officer.roster.remembered import RememberedColumns
from kiosk.officer.services import OfficerServices, ReadOfficersCard
from kiosk.person import PersonField
from kiosk.scanning.job import ScanJob
from kiosk.settings import CommuneSettings
from kiosk.station.content import trust_roots
from kiosk.station.devices import register_scanner
from kiosk.station.filing import NoPortalError
from kiosk.station.station import Station


def officer_services(
    station: Station, commune: Callable[[], CommuneSettings], state: Path, pack: Pack, assets: Path | None = None
) -> OfficerServices:
    """What the officer's screens of this station work with. Opens no device."""
    return OfficerServices(
        read_card=_reading(station),
        reader_state=station.card_reader.state,
        papers=OfficerPapers(commune, station.clock.now, assets or paths.assets()),
        port=station.services.scanning.port,
        remembered=RememberedColumns(state),
        open_line=RosterLine,
        scanner=register_scanner(station.settings, station.services.scanning, station.clock),
        registers=_registers(pack),
        lodging=LodgingFiles(pack, station.services.places, commune, station.clock.now),
        guest_pages=_guest_pages(station),
        today=station.clock.today,
    )


def _guest_pages(station: Station) -> GuestPages:
    services = station.services

    def offered(procedure: str) -> bool:
        found = services.catalogue.get(procedure)
        return found is not None and services.settings.portal.enabled and services.filing.offers(found)

    def ready(procedure: str, listed: LodgingList, look: Look, language: Language) -> PortalVisit:
        found = services.catalogue.get(procedure)
        if found is None:
            raise NoPortalError(procedure)
        commune = services.settings.commune
        return services.filing.portal_visit(
            found,
            journey=None,
            person=None,
            scans=ScanJob(),
            look=look,
            language=language,
            guests=known_guests(listed),
            house=known_house(listed, compose("", commune.name.vi, commune.province.vi)),
        )

    return GuestPages(offered=offered, ready=ready)


def _registers(pack: Pack) -> Registers | None:
    """Content that is older than this program has none."""
    try:
        return read_registers(pack)
    except ContentError:
        return None


def _reading(station: Station) -> ReadOfficersCard:
    trust, sizes = cache(trust_roots), BlockSizes()

    def read_card(
        key: AccessKey,
        wanted: frozenset[PersonField],
        on_phase: Callable[[Phase], None],
        /,
        *,
        photo: bool,
        attempts_left: int,
        partial: PartialRead,
    ) -> Identified | NotIdentified:
        return identify(
            station.card_reader,
            key,
            wanted,
            on_phase,
            trust=trust(),
            now=station.clock.utc(),
            sizes=sizes,
            photo=photo,
            attempts_left=attempts_left,
            partial=partial,
        )

    return read_card
