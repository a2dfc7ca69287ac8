"""Paper as the window knows it: rendered on one worker, printed and watched on another, each look brought home.

Made when the print screen opens, and anew when another size or language is chosen there; printed when the person says
so. Goes on looking while anything is on its way, whichever page is in front; stops with the visit.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from devices.printer.interface import PrinterStatus
from kiosk.documents import LeafletSize
from kiosk.i18n import Language
from kiosk.session import Screen
from kiosk.session.paper_step import PaperStep, Progress, RenderedPaper
from ui.visit.current_visit import CurrentVisit
from ui.visit.jobs import Worker

POLL_MS = 700
_PREFLIGHT = frozenset({Screen.PROCEDURE, Screen.CHECK, Screen.PRINT})
_Wanted = tuple[PaperStep, LeafletSize, Language]
TEMPLATE_FAILED = "documents.failed"


class PaperPrinting(QObject):
    """Renders when the print screen opens, prints when told; asks the printer how it stands before that."""

    changed = Signal()
    made = Signal()
    """New papers are there; what it took to make them can be given back."""

    def __init__(self, visit: CurrentVisit, poll_ms: int = POLL_MS) -> None:
        super().__init__()
        self._visit = visit
        self._wanted: _Wanted | None = None
        self.status: PrinterStatus | None = None
        self.failure: str | None = None
        """A key of the failure book when the papers could not be made at all."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(poll_ms)
        self._timer.timeout.connect(self._look)
        visit.entered.connect(self._entered)
        visit.changed.connect(self._render_what_is_wanted)
        visit.wiped.connect(self._wiped)

    def print_now(self) -> None:
        """The papers in front, as they were chosen."""
        session = self._visit.session
        self._visit.act(session.confirm_print)
        if session.paper.confirmed:
            self._run(session.paper.print_job())

    def reprint(self, sheet: RenderedPaper) -> None:
        """Print one paper once more."""
        self._run(self._visit.session.paper.reprint_job(sheet))

    def _entered(self, screen: Screen) -> None:
        if screen in _PREFLIGHT:
            self._visit.jobs.run(Worker.PRINTER, self._visit.session.paper.queue.preflight, self._stands)

    def _render_what_is_wanted(self) -> None:
        session = self._visit.session
        paper = session.paper
        wanted = (paper, paper.size, session.language)
        if session.screen is not Screen.PRINT or paper.confirmed or wanted == self._wanted:
            return
        self._wanted, self.failure = wanted, None
        session.papers_rendered(())
        self._visit.jobs.run(
            Worker.DOCUMENTS, session.render_job(), lambda sheets: self._rendered(wanted, sheets), self._not_rendered
        )

    def _wiped(self) -> None:
        self._timer.stop()
        self._wanted = None

    def _stands(self, status: PrinterStatus) -> None:
        self.status = status
        self.changed.emit()

    def _rendered(self, wanted: _Wanted, sheets: tuple[RenderedPaper, ...]) -> None:
        if wanted != self._wanted or self._visit.session.paper is not wanted[0]:
            return  # another size or language was chosen meanwhile, or another person stands here
        self._visit.session.papers_rendered(sheets)
        self.changed.emit()
        self.made.emit()

    def _not_rendered(self, _fault: Exception) -> None:
        self.failure = TEMPLATE_FAILED
        self.changed.emit()

    def _look(self) -> None:
        self._run(self._visit.session.paper.poll_job())

    def _run(self, job: Callable[[], Progress]) -> None:
        self._timer.stop()
        paper = self._visit.session.paper
        self._visit.jobs.run(
            Worker.PRINTER, job, lambda progress: self._moved(paper, progress), lambda _fault: self._timer.start()
        )

    def _moved(self, paper: PaperStep, progress: Progress) -> None:
        if self._visit.session.paper is not paper:
            return  # a look at an earlier print would be counted twice
        self._visit.session.papers_moved(progress)
        if paper.on_the_way:
            self._timer.start()
        self.changed.emit()
