"""Paper as the window knows it: rendered on one worker, printed and watched on another, each look brought home.

Goes on looking while anything is on its way, whichever page is in front; stops with the visit.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from devices.printer.interface import PrinterStatus
from kiosk.session import Screen
from kiosk.session.paper_step import PaperStep, Progress, Sheet
from ui.desk import Desk
from ui.jobs import Worker

POLL_MS = 700
_PREFLIGHT = frozenset({Screen.PROCEDURE, Screen.CHECK})
TEMPLATE_FAILED = "documents.failed"


class PaperDesk(QObject):
    """Renders and prints when the print screen opens; asks the printer how it stands before that."""

    changed = Signal()

    def __init__(self, desk: Desk, poll_ms: int = POLL_MS) -> None:
        super().__init__()
        self._desk = desk
        self._printed: PaperStep | None = None
        self.status: PrinterStatus | None = None
        self.failure: str | None = None
        """A key of the failure book when the papers could not be made at all."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(poll_ms)
        self._timer.timeout.connect(self._look)
        desk.entered.connect(self._entered)
        desk.wiped.connect(self._wiped)

    def reprint(self, sheet: Sheet) -> None:
        """Print one paper once more."""
        self._run(self._desk.session.paper.reprint_job(sheet))

    def _entered(self, screen: Screen) -> None:
        paper = self._desk.session.paper
        if screen in _PREFLIGHT:
            self._desk.jobs.run(Worker.PRINTER, paper.queue.preflight, self._stands)
        if screen is Screen.PRINT and paper is not self._printed:
            self._printed, self.failure = paper, None
            render = self._desk.session.render_job()
            self._desk.jobs.run(
                Worker.DOCUMENTS, render, lambda sheets: self._rendered(paper, sheets), self._not_rendered
            )

    def _wiped(self) -> None:
        self._timer.stop()
        self._printed = None

    def _stands(self, status: PrinterStatus) -> None:
        self.status = status
        self.changed.emit()

    def _rendered(self, paper: PaperStep, sheets: tuple[Sheet, ...]) -> None:
        if self._desk.session.paper is not paper:
            return
        self._desk.session.papers_rendered(sheets)
        self.changed.emit()
        self._run(self._desk.session.paper.print_job())

    def _not_rendered(self, _fault: Exception) -> None:
        self.failure = TEMPLATE_FAILED
        self.changed.emit()

    def _look(self) -> None:
        self._run(self._desk.session.paper.poll_job())

    def _run(self, job: Callable[[], Progress]) -> None:
        self._timer.stop()
        paper = self._desk.session.paper
        self._desk.jobs.run(
            Worker.PRINTER, job, lambda progress: self._moved(paper, progress), lambda _fault: self._timer.start()
        )

    def _moved(self, paper: PaperStep, progress: Progress) -> None:
        if self._desk.session.paper is not paper:
            return  # a look at an earlier print would be counted twice
        self._desk.session.papers_moved(progress)
        if paper.on_the_way:
            self._timer.start()
        self.changed.emit()
