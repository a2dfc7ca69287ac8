"""Filing on the official page: with answers where the station can ask them, without where it cannot."""

from __future__ import annotations

from kiosk.counts.events import EventKind
from kiosk.filing.messages import Filed, Look
from kiosk.filing.messages import Outcome as FilingOutcome
from kiosk.forms.definition import FormDefinition
from kiosk.screens import Screen
from kiosk.session.declaring import Declaring
from kiosk.session.portal_step import VisitJob


class FilingOnline(Declaring):
    """The way over the official page, which another process shows."""

    @property
    def can_file_online(self) -> bool:
        """Whether the chosen procedure has an official page that can be opened here."""
        return self.procedure is not None and self.services.filing.offers(self.procedure)

    def file_online(self) -> None:
        """To the official page; first through the questions whose answers are filled in there."""
        procedure = self.procedure
        if procedure is None or not self.can_file_online:
            return
        self.portal.wanted = True
        if self.definition is not None and not self._is_filled_in(self.definition):
            self._begin_form()
            return
        self.portal.open(procedure)
        self._count(EventKind.FILING_OPENED, procedure.id)
        self.go(Screen.PORTAL)

    def _is_filled_in(self, definition: FormDefinition) -> bool:
        journey = self.form.journey
        return journey is not None and journey.definition.id == definition.id and journey.is_complete

    def portal_job(self, look: Look) -> VisitJob:
        """What the portal's process needs as a closure for a worker. Raises `ValueError` with nothing chosen."""
        procedure, definition, filing = self.procedure, self.definition, self.services.filing
        if procedure is None:
            raise ValueError("no procedure is chosen")
        journey = self.form.journey if definition is not None and self._is_filled_in(definition) else None
        person, scans, language = self.card.person, self.scan.job, self.language
        return lambda: filing.portal_visit(
            procedure, journey=journey, person=person, scans=scans, look=look, language=language
        )

    def portal_ended(self, outcome: FilingOutcome) -> None:
        """The official page is gone: with a code, on to what comes next; else its page here says how it ended."""
        if not self.portal.opened or self.portal.of is None:
            return
        self.portal.end(outcome)
        self._counts.filing(self.portal.of.id, outcome, self.services.filing.countable_hosts)
        if isinstance(outcome, Filed):
            self._begun_work = None
            if self.screen is Screen.PORTAL:
                self.go(Screen.NEXT_STEPS)

    @property
    def is_done(self) -> bool:
        """Whether the person has what they came for: every paper, or the portal's word that it has the dossier."""
        return self.paper.all_done or isinstance(self.portal.outcome, Filed)
