"""Filing online for tests of the kiosk's side: made-up rules of a made-up portal for named procedures."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.filing.entry import Attachment, Entry, GuestEntries
from kiosk.filing.guests import KnownGuest, KnownHouse
from kiosk.filing.messages import Look, PortalVisit
from kiosk.filing.page_rules import Rules
from kiosk.forms.journey import Journey
from kiosk.i18n import Language
from kiosk.person import PersonField, PersonRecord
from kiosk.procedures.procedure import Procedure
from kiosk.scanning.job import ScanJob

HOST = "cong-thu.gov.vn"
CODE = "G22.99.08-261129-004711"
TRACKING = f"https://{HOST}/tra-cuu?ma={{code}}"


@dataclass(slots=True)
class MadeUpFiling:
    """Offers the procedures in `offered`; keeps what it was asked for."""

    offered: frozenset[str] = frozenset()
    forms: dict[str, str] = field(default_factory=dict)
    """Procedure -> the form whose answers its official page takes."""
    hosts: tuple[str, ...] = (HOST,)
    countable_hosts: tuple[str, ...] = (HOST,)
    looks: list[Look] = field(default_factory=list)

    def offers(self, procedure: Procedure) -> bool:
        """Whether it is one of those named."""
        return procedure.id in self.offered

    def form_of(self, procedure: Procedure) -> str | None:
        """As told."""
        return self.forms.get(procedure.id)

    def portal_visit(
        self,
        procedure: Procedure,
        *,
        journey: Journey | None,
        person: PersonRecord | None,
        scans: ScanJob,
        look: Look,
        language: Language,
        guests: tuple[KnownGuest, ...] = (),
        house: KnownHouse | None = None,
    ) -> PortalVisit:
        """The person's name and every answer, and one file for all pages."""
        self.looks.append(look)
        name = person.get(PersonField.FULL_NAME) if person else None
        entries = [Entry(id="name", says="Họ và tên", value=name)] if name else []
        for slot in journey.answers if journey else ():
            given = journey.answers.get(slot) if journey else None
            entries += [Entry(id=str(slot), says=str(slot), value=given.value)] if given else []
        return PortalVisit(
            procedure=procedure.id,
            rules=Rules(system="page", start=f"https://{HOST}/nop", hosts=(HOST,), tracking=TRACKING),
            entries=tuple(entries),
            guests=tuple(GuestEntries(name=guest.name, entries=()) for guest in guests),
            attachments=tuple(
                Attachment(name=f"giay-{place}.pdf", says="Giấy", media_type="application/pdf", data=b"%PDF")
                for place, _ in enumerate(scans.pages)
            ),
            look=look,
        )
