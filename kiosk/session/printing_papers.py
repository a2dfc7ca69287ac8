"""The papers of a visit: chosen, looked at, printed, taken."""

from __future__ import annotations

from kiosk.counts.events import EventKind
from kiosk.forms.filling import printed
from kiosk.identification import Identified
from kiosk.person import PersonField
from kiosk.printing import PrintState
from kiosk.procedures.national import NamedProcedure
from kiosk.screens import Screen
from kiosk.session.declaring import Declaring
from kiosk.session.paper_step import Progress, RenderedPaper, RenderJob
from kiosk.session.rendering import Printing, WantedPapers, render_job, with_pictures


class PrintingPapers(Declaring):
    """The way over the print screen. Workers make and print the papers: here is what they get and bring back."""

    def print_papers(self, *, only_leaflet: bool = False) -> None:
        """To the print screen, to look at the papers and choose; `render_job` is next, then `confirm_print`."""
        self._printing = Printing.LEAFLET if only_leaflet else Printing.PAPERS
        if self.screen is not Screen.GUIDE_EXIT:
            self.walk = None  # a slip is printed from the exit of its guide and from nowhere else
        self.paper = self.paper.anew()
        self.go(Screen.PRINT)

    def print_name(self, named: NamedProcedure) -> None:
        """The leaflet of a procedure that has no page here; afterwards the visit goes on where it was."""
        self._named = named
        self.paper = self.paper.anew()
        self._printing = Printing.NAME
        self.go(Screen.PRINT)

    def print_receipt(self) -> None:
        """What was read of the card, on paper; afterwards the visit goes on where it was."""
        if isinstance(self.card.outcome, Identified):
            self._printing = Printing.RECEIPT
            self.paper = self.paper.anew()
            self.go(Screen.PRINT)

    def render_job(self) -> RenderJob:
        """The papers of this visit as a closure for the paper worker."""
        papers, journey, walk = self.services.papers, self.form.journey, self.walk
        if self._printing is Printing.SCANS and (scans := self.scan.sheets):
            return lambda: with_pictures(papers, scans)
        wanted = WantedPapers(
            form=printed(journey) if journey and self._printing is not Printing.LEAFLET and walk is None else None,
            walk=walk,
            procedure=self.procedure,
            case=self.case,
            language=self.language,
            specimen=self.card.is_specimen,
            receipt=self._receipt,
            size=self.paper.size,
            dossier=self.portal.dossier(self.procedure),
            named=self._named if self._printing is Printing.NAME else None,
        )
        return render_job(papers, wanted)

    @property
    def _receipt(self) -> frozenset[PersonField] | None:
        outcome = self.card.outcome
        return outcome.fields_read if self._printing is Printing.RECEIPT and isinstance(outcome, Identified) else None

    def papers_rendered(self, sheets: tuple[RenderedPaper, ...]) -> None:
        """The papers are ready to be shown and handed to the printer."""
        self.paper.sheets = sheets

    def confirm_print(self) -> None:
        """ "Print": the papers go to the printer as they were chosen, with `paper.print_job`."""
        if self.paper.sheets:
            self.paper.confirmed = True

    def papers_moved(self, progress: Progress) -> None:
        """One look at the printer; a paper is counted once, when it came out."""
        before = self.paper.worst
        self.paper.progress = progress
        after = self.paper.worst
        if after and after.trouble and (before is None or before.trouble != after.trouble):
            self._count(EventKind.PRINT_TROUBLE, after.trouble)
        for sheet, look in progress.items():
            if look.state is PrintState.DONE and sheet not in self.paper.counted:
                self.paper.counted.add(sheet)
                self._counts.printed(sheet.paper, sheet.subject)

    def print_scans(self) -> None:
        """The scans as paper instead; `render_job` is next."""
        self.print_papers()
        self._printing = Printing.SCANS

    def papers_received(self) -> None:
        """ "I have my papers", or "I do not wait": what to do now; after a receipt, on with what was read."""
        if self._printing in (Printing.RECEIPT, Printing.NAME):
            self._printing = Printing.PAPERS
            self.back()
        else:
            if self.paper.all_done:
                self._begun_work = None
            self.go(Screen.NEXT_STEPS)
