"""Posters for the notice board, and the technician's trial page: what may be printed, and printing it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.staff import StaffPaper
from ui.list_models.staff_paper_list import StaffPaperList, StaffPaperRow
from ui.staff.print_jobs import is_done
from ui.view_models.staff_model import StaffModel, StaffParts

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PapersProps:
    """`printed`: the last paper lies in the tray."""

    loading: bool = False
    failed: bool = False
    busy: bool = False
    printed: bool = False


@QmlElement
class PapersViewModel(StaffModel[PapersProps]):
    """Offers the posters of the content."""

    papersChanged = Signal()

    def __init__(self, parts: StaffParts) -> None:
        super().__init__(parts)
        self._print_jobs = parts.print_jobs
        self._list = StaffPaperList()
        self._offered: Sequence[StaffPaper] | None = None
        self._failed = False

    def _papers(self) -> QObject:
        return self._list

    papers = Property(QObject, _papers, notify=papersChanged)

    def enter(self) -> None:
        """The posters are read when somebody wants them."""
        if self._offered is None:
            self._failed = False
            self.side.run(self.side.services.papers.posters, self._were_read, self._broke)

    def derive(self) -> PapersProps:
        self._list.show([StaffPaperRow(title=self.side.say(paper.title)) for paper in self._offered or ()])
        return PapersProps(
            loading=self._offered is None and not self._failed,
            failed=self._failed,
            busy=self._print_jobs.is_busy,
            printed=is_done(self._print_jobs),
        )

    def wipe(self) -> None:
        self._offered, self._failed = None, False
        self._list.show(())
        super().wipe()

    @Slot(int)
    def printPaper(self, index: int) -> None:
        """Print the paper of row `index`."""
        offered = self._offered or ()
        if 0 <= index < len(offered):
            self.side.act(lambda: self._print_jobs.print(offered[index]))

    @Slot()
    def printTrial(self) -> None:
        """Print the page a technician judges the printer by."""
        self.side.act(lambda: self._print_jobs.print(self.side.services.papers.trial()))

    @Slot()
    def accept(self) -> None:
        """The trial page came out right: the next step."""
        self.side.finish()

    def _were_read(self, offered: Sequence[StaffPaper]) -> None:
        self._offered = offered

    def _broke(self, _fault: Exception) -> None:
        self._failed = True
