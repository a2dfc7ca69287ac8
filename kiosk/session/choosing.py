"""What the person came for: a life event, a procedure, its case, and the form that goes with it today."""

from __future__ import annotations

from kiosk.counts.events import EventKind
from kiosk.forms.definition import FormDefinition
from kiosk.screens import Screen
from kiosk.session.moving import Moving


class Choosing(Moving):
    """The choices before a card is read or a question is asked."""

    def choose_life_event(self, key: str) -> None:
        """To the procedures of a life event."""
        self.life_event = key
        self.go(Screen.LIFE_EVENT)

    def choose_procedure(self, procedure_id: str) -> None:
        """Open a procedure's page. An id the catalogue does not know is ignored."""
        procedure = self.services.catalogue.get(procedure_id)
        if procedure is None:
            return
        self._count(EventKind.PROCEDURE_VIEWED, procedure.id)
        if self.procedure is None or self.procedure.id != procedure.id:
            self.portal.wanted = False
        self.procedure = procedure = procedure.held_on(self.services.today())
        self.case = procedure.cases[0].id if procedure.cases else None
        self.go(Screen.PROCEDURE)

    def choose_case(self, case: str) -> None:
        """Which of the procedure's cases is the person's; the leaflet lists its papers and no others."""
        self.case = case

    @property
    def definition(self) -> FormDefinition | None:
        """The form of the chosen procedure that is in force today, if it has one the station can fill: that of the
        official page for who wants to file there."""
        if self.procedure is None:
            return None
        today = self.services.today()
        asked = self.services.filing.form_of(self.procedure) if self.portal.wanted else None
        names = [asked] if asked else []
        names += [use.form for use in self.procedure.forms_on(today, self.case)]
        known = map(self.services.forms.get, names)
        return next((form for form in known if form and form.questions and form.holds_on(today)), None)
