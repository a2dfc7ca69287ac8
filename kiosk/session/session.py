"""One visitor from welcome to goodbye: where the visit is, what comes next, and everything known of the person.

Called from one thread. Long work leaves as a closure (`read_job`, `render_job`, the jobs of `paper`) that holds what
it needs; its result comes back through `card_was_read`, `papers_rendered`, `papers_moved`. A result that arrives
after the visit ended is dropped, because by then nobody asks this object any more.
"""

from __future__ import annotations

from kiosk.filing.messages import Left
from kiosk.screens import EndReason
from kiosk.session.card_step import CardStep
from kiosk.session.filing_online import FilingOnline
from kiosk.session.following_guides import FollowingGuides
from kiosk.session.form_step import FormStep
from kiosk.session.paper_step import PaperStep
from kiosk.session.portal_step import FilingStep
from kiosk.session.printing_papers import PrintingPapers
from kiosk.session.scan_step import ScanStep
from kiosk.session.scanning_papers import ScanningPapers


class Session(PrintingPapers, ScanningPapers, FilingOnline, FollowingGuides):
    """One visit. Attributes are read by the screens; only the methods change them."""

    def end(self, reason: EndReason) -> None:
        """Goodbye: count, drop everything known of the person. The caller runs `paper.cancel_job` and
        `scan.release_job` on their workers."""
        if self.ended:
            return
        self.ended = reason
        try:
            self.portal_ended(Left())
            if reason is EndReason.TIMED_OUT:
                self._counts.stuck(self.screen, self.walk)
            self._counts.end(reason)
        finally:
            self.card, self.form, self.walk = CardStep(), FormStep(), None
            self.paper = PaperStep(queue=self.paper.queue)
            self.scan = ScanStep(self.services.scanning)
            self.portal = FilingStep()
            self.procedure, self.life_event, self.case = None, None, None
            self._begun_work = None
            self._walked.clear()
            self.route.end()
