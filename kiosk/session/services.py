"""What a session works with, handed in by `kiosk.station`: content, devices behind their use cases, counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from kiosk.content.notice import IdleNotice
from kiosk.counts.events import EventCounts
from kiosk.documents import Dossier, LeafletSize
from kiosk.errors import Failure
from kiosk.forms.definition import FormDefinition
from kiosk.forms.places import LaterPlaces
from kiosk.forms.printed import PrintedForm
from kiosk.guides.catalogue import GuideCatalogue
from kiosk.guides.guide import Exit, Guide
from kiosk.i18n import Language, Text
from kiosk.identification import AccessKey, Identified, NotIdentified, PartialRead, Phase
from kiosk.person import PersonField
from kiosk.printing import PrintQueue
from kiosk.procedures.catalogue import Catalogue
from kiosk.procedures.elsewhere import Elsewhere
from kiosk.procedures.national import NamedProcedure
from kiosk.procedures.procedure import Procedure
from kiosk.procedures.search import Hit
from kiosk.session.portal_step import OfficialPages
from kiosk.session.scan_step import ScanServices
from kiosk.settings import KioskSettings


class ReadCard(Protocol):
    """`kiosk.identification.identify` over this station's reader and trust."""

    def __call__(
        self,
        key: AccessKey,
        wanted: frozenset[PersonField],
        on_phase: Callable[[Phase], None],
        *,
        attempts_left: int,
        partial: PartialRead,
    ) -> Identified | NotIdentified:
        """Read the card in the field; blocks for as long as that takes, so a worker calls it."""
        ...


class Finder(Protocol):
    """`kiosk.procedures.search.Search`, or one that builds its index at the first question."""

    def find(self, text: str, limit: int = 10) -> list[Hit]:
        """The best answers, best first. Never raises for what was typed."""
        ...

    def asks(self, text: str) -> bool:
        """Whether more than politeness was typed so far."""
        ...


class Papers(Protocol):
    """The papers of a visit as PDF bytes; raises `kiosk.errors.KioskError` when a template is missing."""

    def declaration(self, form: PrintedForm, *, specimen: bool, procedure: Procedure | None = None) -> bytes:
        """The filled form; a sheet that is not an official one carries the QR of `procedure`."""
        ...

    def leaflet(
        self,
        procedure: Procedure,
        *,
        language: Language,
        case: str | None,
        specimen: bool,
        size: LeafletSize = LeafletSize.A4,
        dossier: Dossier | None = None,
    ) -> bytes:
        """The QR leaflet of a procedure, for one of its cases or for all; with the dossier that the portal took."""
        ...

    def name_leaflet(self, named: NamedProcedure, *, language: Language, size: LeafletSize = LeafletSize.A4) -> bytes:
        """The leaflet of a procedure of which only name, code and agency are known."""
        ...

    def slip(self, guide: Guide, end: Exit, *, language: Language) -> bytes:
        """The hand-over slip of a guide, for a named counter."""
        ...

    def receipt(
        self, read: Sequence[Text], *, procedure: Procedure | None, language: Language, specimen: bool
    ) -> bytes:
        """What kinds of data were read, for which procedure, and that nothing stays."""
        ...

    def pictures(self, pdf: bytes) -> tuple[bytes, ...]:
        """The first pages of one of these as PNG, for the screen."""
        ...

    def forget(self) -> None:
        """Drop what is kept of the papers made so far; at the end of a visit."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """One station's services; the same for every visit, but for the print queue, which is a visit's own."""

    settings: KioskSettings
    catalogue: Catalogue
    languages: tuple[Language, ...]
    """Those that a person may choose; every visit starts in the first."""
    search: Finder
    elsewhere: Mapping[str, Elsewhere]
    """What the station does not offer, and where to go for it."""
    forms: Mapping[str, FormDefinition]
    places: LaterPlaces
    """Provinces and communes."""
    guides: GuideCatalogue
    notices: tuple[IdleNotice, ...]
    """The slides of the idle screen."""
    read_card: ReadCard
    papers: Papers
    new_queue: Callable[[], PrintQueue]
    scanning: ScanServices
    filing: OfficialPages
    counter: EventCounts
    failures: Mapping[str, Failure]
    today: Callable[[], date]
    clock: Callable[[], float]

    def forget(self) -> None:
        """Drop what is kept of a visit's papers and addresses, at its end; on a worker, for it may take a while."""
        self.papers.forget()
        self.places.let_go()
