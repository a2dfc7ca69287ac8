"""What a visit knows: where it is, what was chosen, what is known of the person, each in the part of its step."""

from __future__ import annotations

from kiosk.guides.walk import GuideWalk
from kiosk.i18n import Language
from kiosk.procedures.national import NamedProcedure
from kiosk.procedures.procedure import Procedure
from kiosk.screens import EndReason, Screen
from kiosk.session.card_step import CardStep
from kiosk.session.form_step import FormStep
from kiosk.session.paper_step import PaperStep
from kiosk.session.portal_step import FilingStep
from kiosk.session.rendering import Printing
from kiosk.session.route import Route
from kiosk.session.scan_step import ScanStep
from kiosk.session.services import Services
from kiosk.session.unfinished import Unfinished
from kiosk.session.visit_counts import VisitCounts


class VisitState:
    """The attributes that the screens read; only the classes built on this one change them."""

    def __init__(self, services: Services) -> None:
        self.services = services
        self.route = Route()
        self.language: Language = services.languages[0]
        self.ended: EndReason | None = None
        self.life_event: str | None = None
        self.procedure: Procedure | None = None
        self.case: str | None = None
        self.card = CardStep()
        self.form = FormStep()
        self.paper = PaperStep(queue=services.new_queue())
        self.scan = ScanStep(services.scanning)
        self.portal = FilingStep()
        self.walk: GuideWalk | None = None
        self._walked: list[GuideWalk] = []
        self._printing = Printing.PAPERS
        self._named: NamedProcedure | None = None
        self._begun_work: Unfinished | None = None
        self._counts = VisitCounts(services.counter, services.clock)
        self._count = self._counts.count

    @property
    def screen(self) -> Screen:
        """The screen in front, IDLE before anybody has touched it."""
        return self.route.screen
