"""One paper of the staff on its way: set on the staff's thread, printed and watched on the printer's.

A queue of its own a paper; nothing of it is kept when the staff leaves, and what still waits is cancelled.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer

from kiosk.printing import PrintProgress, PrintQueue, PrintState
from kiosk.printing.job import Ticket
from kiosk.staff import StaffPaper
from kiosk.staff.papers import FAILED
from ui.staff.staff_side import StaffSide
from ui.visit.jobs import Worker

POLL_MS = 700
T = TypeVar("T")


class StaffPrintJobs(QObject):
    """`paper` is what was asked for last; `progress` is None until the printer was asked."""

    def __init__(self, side: StaffSide, poll_ms: int = POLL_MS) -> None:
        super().__init__()
        self._side = side
        self.paper: StaffPaper | None = None
        self.progress: PrintProgress | None = None
        self.code: str | None = None
        self._queue: PrintQueue | None = None
        self._ticket: Ticket | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(poll_ms)
        self._timer.timeout.connect(self._look)
        side.left.connect(self.stop)
        side.open_work.append(lambda: self.is_busy)

    @property
    def is_busy(self) -> bool:
        """Something is being set or printed."""
        return (
            self.paper is not None and self.code is None and not (self.progress and self.progress.state.is_terminal)
        )

    def print(self, paper: StaffPaper) -> None:
        """Set and print it; what was on its way before is cancelled."""
        self.stop()
        self.paper = paper
        self._queue = self._side.visit.services.new_queue()
        self._side.run(paper.make, self._made, self._not_made)

    def stop(self) -> None:
        """Cancel what waits; forget the paper."""
        self._timer.stop()
        if self._queue is not None:
            self._side.visit.jobs.run(Worker.PRINTER, self._queue.cancel_all, lambda _: None)
        self.paper, self.progress, self.code, self._queue, self._ticket = None, None, None, None, None

    def _made(self, pdf: bytes) -> None:
        paper, queue = self.paper, self._queue
        if paper is None or queue is None:
            return

        def hand_over() -> tuple[Ticket, PrintProgress]:
            ticket = queue.print(pdf, paper.job_name, media=paper.size.media)
            return ticket, queue.poll(ticket)

        self._on_printer(queue, hand_over, self._handed_over)

    def _not_made(self, _fault: Exception) -> None:
        self.code = FAILED

    def _handed_over(self, printed: tuple[Ticket, PrintProgress]) -> None:
        self._ticket = printed[0]
        self._moved(printed[1])

    def _look(self) -> None:
        queue, ticket = self._queue, self._ticket
        if queue is not None and ticket is not None:
            self._on_printer(queue, lambda: queue.poll(ticket), self._moved)

    def _moved(self, progress: PrintProgress) -> None:
        self.progress = progress
        if not progress.state.is_terminal:
            self._timer.start()
        self._side.look_again()

    def _on_printer(self, queue: PrintQueue, work: Callable[[], T], done: Callable[[T], None]) -> None:
        def arrived(result: T) -> None:
            if queue is self._queue:
                done(result)

        self._side.visit.jobs.run(Worker.PRINTER, work, arrived, self._printer_broke)

    def _printer_broke(self, _fault: Exception) -> None:
        self.code = "printer.failed"
        self._side.look_again()


def is_done(jobs: StaffPrintJobs) -> bool:
    """The last paper lies in the tray."""
    return jobs.progress is not None and jobs.progress.state is PrintState.DONE
