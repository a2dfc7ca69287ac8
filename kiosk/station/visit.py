"""The services of a visit, put together: content, devices behind their use cases, counts."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

from devices.card_reader.interface import CardReader
from devices.printer.interface import Printer
from devices.scanner.interface import Scanner
from kiosk.clock import Clock
from kiosk.content.fact import earliest_day
from kiosk.content.languages import known_languages, offered
from kiosk.content.notice import IdleNotice
from kiosk.countable import countable
from kiosk.counts.store import CountStore
from kiosk.documents.papers import StationPapers
from kiosk.documents.warm import typesetter_apart
from kiosk.errors import failure_book
from kiosk.filing.catalogue import read_portals
from kiosk.forms.catalogue import FormCatalogue, read_form_heads
from kiosk.forms.places import LaterPlaces, read_places
from kiosk.guides.catalogue import OwnCounter, read_guides
from kiosk.identification import AccessKey, BlockSizes, Identified, NotIdentified, PartialRead, Phase, identify
from kiosk.person import PersonField
from kiosk.printing import PrintQueue
from kiosk.procedures.aliases import Aliases
from kiosk.procedures.catalogue import read_catalogue
from kiosk.procedures.national import open_national
from kiosk.procedures.search import Hit, Search
from kiosk.session.services import ReadCard, Services
from kiosk.settings import CommuneSettings, Settings
from kiosk.station.content import station_pack, trust_roots
from kiosk.station.devices import scan_services
from kiosk.station.filing import PackPortals
from kiosk.station.search import read_elsewhere, station_search

COUNT_PATIENCE_MS = 40
"""How long a press waits while another program holds the file of the counts; longer than any commit of one takes."""


def visit_services(
    settings: Settings,
    clock: Clock,
    reader: CardReader,
    device: Printer,
    scanner: Scanner,
    state: Path,
    content: Path,
) -> tuple[Services, CountStore]:
    """What a session works with, over the pack at `content`, and the counts it counts into. Raises `KioskError`."""
    pack = station_pack(state, root=content)
    catalogue = read_catalogue(
        pack, popular=settings.kiosk.visit.popular, province=settings.kiosk.commune.province.vi
    )
    aliases = pack.file("aliases.toml", Aliases)
    elsewhere = read_elsewhere(pack)
    guides = read_guides(pack, own=_own_counters(settings.kiosk.commune))
    forms = FormCatalogue(pack)
    failures = failure_book()
    places = LaterPlaces(lambda: read_places(content / "places"), settings.kiosk.commune.province.vi)
    filing = PackPortals(
        portals=read_portals(pack), forms=forms, places=places, settings=settings.kiosk, today=clock.today
    )
    subjects = countable(catalogue.by_id, forms, guides.guides, failures, filing.countable_hosts)
    counts = CountStore(
        state / "counts.sqlite",
        clock.now,
        subjects,
        waits_for_room=True,
        earliest=earliest_day(each.status for each in catalogue.all()),
        patience_ms=COUNT_PATIENCE_MS,
    )
    deadline = settings.devices.printer.deadline
    left_behind: set[int] = set()
    services = Services(
        settings=settings.kiosk,
        catalogue=catalogue,
        languages=offered(known_languages(pack), settings.kiosk.visit.languages),
        search=_LaterSearch(
            lambda: station_search(
                catalogue, aliases, guides.guides, read_form_heads(pack), elsewhere, national=open_national(state)
            )
        ),
        elsewhere=elsewhere,
        forms=forms,
        places=places,
        guides=guides,
        notices=tuple(pack.folder("notices", IdleNotice).values()),
        read_card=_reading(reader, clock),
        papers=StationPapers(settings.kiosk, guides.counters, clock.today, typesetter=typesetter_apart),
        new_queue=lambda: PrintQueue(device, time.monotonic, deadline_s=deadline, left_behind=left_behind),
        scanning=scan_services(settings, scanner, clock),
        filing=filing,
        counter=counts,
        failures=failures,
        today=clock.today,
        clock=time.monotonic,
    )
    return services, counts


class _LaterSearch:
    """The search, its index built at the first question: the first screen does not wait for it."""

    def __init__(self, build: Callable[[], Search]) -> None:
        self._built = cache(build)

    def find(self, text: str, limit: int = 10) -> list[Hit]:
        return self._built().find(text, limit)

    def asks(self, text: str) -> bool:
        """The first question builds the index, even this one."""
        return self._built().asks(text)


def _own_counters(commune: CommuneSettings) -> dict[str, OwnCounter]:
    return {
        "cong-an-xa": OwnCounter(name=commune.police, phone=commune.police_phone),
        "mot-cua": OwnCounter(name=commune.address, phone=commune.phone),
    }


def _reading(reader: CardReader, clock: Clock) -> ReadCard:
    trust, sizes = cache(trust_roots), BlockSizes()

    def read_card(
        key: AccessKey,
        wanted: frozenset[PersonField],
        on_phase: Callable[[Phase], None],
        *,
        attempts_left: int,
        partial: PartialRead,
    ) -> Identified | NotIdentified:
        return identify(
            reader,
            key,
            wanted,
            on_phase,
            trust=trust(),
            now=clock.utc(),
            sizes=sizes,
            attempts_left=attempts_left,
            partial=partial,
        )

    return read_card
