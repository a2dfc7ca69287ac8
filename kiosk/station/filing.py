"""What this station's content knows of filing online, put together with its settings, forms and places."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from kiosk.content.pack import Pack
from kiosk.errors import KioskError
from kiosk.filing.attachments import attachments
from kiosk.filing.catalogue import FiledAt, Portals, read_portals
from kiosk.filing.entries import Known
from kiosk.filing.guests import KnownGuest, KnownHouse
from kiosk.filing.messages import Look, PortalVisit
from kiosk.filing.visit import Hosts, portal_visit, rules_of
from kiosk.forms.context import Context
from kiosk.forms.definition import FormDefinition
from kiosk.forms.journey import Journey
from kiosk.forms.places import Places
from kiosk.forms.prefill import prefill
from kiosk.i18n import Language
from kiosk.person import PersonRecord
from kiosk.procedures.procedure import Procedure
from kiosk.scanning.job import ScanJob
from kiosk.settings import KioskSettings


class NoPortalError(KioskError):
    """No official page of this procedure is known; nothing was offered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackPortals:
    """The official pages of a content pack, as far as this station's settings let them open."""

    portals: Portals
    forms: Mapping[str, FormDefinition]
    places: Callable[[], Places] = field(repr=False)
    settings: KioskSettings = field(repr=False)
    today: Callable[[], date] = field(repr=False)

    @property
    def hosts(self) -> Mapping[str, str]:
        """Every host of every portal that may open here, with what the portal is called."""
        names = {
            host: portal.name.vi
            for portal in self.portals.by_id.values()
            for host in (*portal.hosts, *(own for filing in portal.filings for own in filing.hosts))
        }
        return {host: names.get(host, host) for host in sorted(self._own.allowed(self.portals.hosts))}

    @property
    def countable_hosts(self) -> tuple[str, ...]:
        return self.portals.hosts

    @property
    def _own(self) -> Hosts:
        portal = self.settings.portal
        return Hosts(extra=portal.extra_hosts, forbidden=portal.forbidden_hosts)

    def offers(self, procedure: Procedure) -> bool:
        """Whether its official page can be opened here today."""
        at = self.portals.of(procedure, self.today())
        return at is not None and bool(rules_of(at, Language.VI, self._own).start)

    def form_of(self, procedure: Procedure) -> str | None:
        """The form whose answers the official page takes, if it is known field by field."""
        at = self.portals.of(procedure, self.today())
        return (at.filing.form or None) if at is not None and at.filing is not None else None

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
        """Everything the portal's process needs; packs the scans, so a worker calls it. Raises `NoPortalError`."""
        at = self.portals.of(procedure, self.today())
        if at is None:
            raise NoPortalError(procedure.id)
        rules = rules_of(at, language, self._own)
        names = {paper.id: paper.name for case in procedure.cases for paper in case.documents}
        pages = {paper: scans.of(paper) for paper in scans.documents}
        papers = attachments(pages, names, rules, language)
        known = Known(
            journey=journey if journey is not None else self._from_card(at, person),
            person=person or PersonRecord(),
            attachments=papers.files,
            too_large=papers.too_large,
            guests=guests,
            house=house,
        )
        silence_s = self.settings.portal.silence
        return portal_visit(at, known, self.places, language, look=look, silence_s=silence_s, hosts=self._own)

    def _from_card(self, at: FiledAt, person: PersonRecord | None) -> Journey | None:
        """The portal's form with what the card says, for somebody who answered nothing."""
        form = self.forms.get(at.filing.form) if at.filing is not None else None
        if form is None or person is None or not form.holds_on(self.today()):
            return None
        commune = self.settings.commune
        context = Context(
            today=self.today(),
            procedure=at.procedure.code,
            commune=commune.name.vi,
            province=commune.province.vi,
        )
        return Journey(form, prefill(form, person), context)


def page_hosts(pack: Pack) -> tuple[str, ...]:
    """The hosts whose pages a person comes to, for the doctor: those of the portals and of the login."""
    portals = read_portals(pack)
    login = portals.shared.login_hosts if portals.shared else ()
    return tuple(dict.fromkeys((*(host for each in portals.by_id.values() for host in each.hosts), *login)))
