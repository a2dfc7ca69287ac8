"""Scanning the papers of a procedure: the list, one page at a time with before and after, then the files.

What is shown of a page lives in memory and goes with the visit.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Property, QEnum, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.scanning.job import ScanJob
from kiosk.session import Screen
from ui.list_models.scan_list import ScanFileList, ScanPaperList
from ui.shown.qml_values import known
from ui.view_models.scan_props import ScanMode, ScanProps, derive_scan, places_of
from ui.view_models.scan_rows import file_rows, paper_rows
from ui.view_models.screen_model import ScreenModel, ScreenParts

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Scans(QObject):
    """What the scanning screen may ask about."""

    QEnum(known(ScanMode, "Mode"))


@QmlElement
class ScanViewModel(ScreenModel[ScanProps]):
    """Presses go to the session's scan step; the scanner's work to `PageScanning`."""

    never = Signal()

    def __init__(self, parts: ScreenParts) -> None:
        super().__init__(parts)
        self._scanning = parts.scans
        self._pictures = parts.scanned
        self._papers = ScanPaperList()
        self._files = ScanFileList()
        self._mode, self._document, self._place, self._seen = ScanMode.LIST, "", 0, 0
        parts.scans.changed.connect(self._moved)

    papers = Property(QObject, lambda self: self._papers, notify=never)
    files = Property(QObject, lambda self: self._files, notify=never)

    def derive(self) -> ScanProps:
        step = self.visit.session.scan
        self._papers.show(paper_rows(self.visit))
        self._files.show(file_rows(self.visit))
        here = self._here()
        if len(here) > self._seen:
            self._place = len(here) - 1  # a new page is looked at
        self._seen = len(here)
        self._place = max(0, min(self._place, len(here) - 1))
        props = derive_scan(self.visit, self._scanning, self._mode, self._document, self._place)
        page = step.job.pages[here[self._place]] if here else None
        if page is None or self._mode is not ScanMode.PAGE:
            return props
        before, after = self._pictures.put(page.before, page.after)
        return replace(props, before=before, after=after)

    def wipe(self) -> None:
        self._mode, self._document, self._place = ScanMode.LIST, "", 0
        self._pictures.clear()
        self._papers.show([])
        self._files.show([])
        super().wipe()

    # ------------------------------------------------------------ moving about
    @Slot(int)
    def open(self, index: int) -> None:
        """One paper of the list."""
        wanted = (*self.visit.session.scan.job.wanted, "")
        if 0 <= index < len(wanted):
            self._mode, self._document, self._place = ScanMode.PAGE, wanted[index], 0
            self._seen = len(self._here())
            self.refresh()

    @Slot()
    def showList(self) -> None:
        """Back to the list of papers; pages scanned so far are kept."""
        self._mode = ScanMode.LIST
        self.refresh()

    @Slot()
    def showFiles(self) -> None:
        """Make a PDF of each paper, bounded by the portal's limit, and list them."""
        if self.visit.session.scan.may_hand_over:
            self._mode = ScanMode.FILES
            self._scanning.pack()

    @Slot(int)
    def turnPage(self, by: int) -> None:
        """The next page of this paper, or the one before."""
        self._place += by
        self.refresh()

    # ------------------------------------------------------------ the scanner
    @Slot(bool)
    def scan(self, feeder: bool) -> None:  # noqa: FBT001 a slot
        """One more page from the glass, or all from the feeder."""
        self._scanning.scan(self._document, feeder=feeder)

    @Slot()
    def scanAgain(self) -> None:
        """Scan once more and put the result in the place of the page shown."""
        if here := self._here():
            self._scanning.scan(self._document, redo=here[self._place])

    # ------------------------------------------------------------ the page
    @Slot()
    def turnOver(self) -> None:
        """Turn the page shown upside down, or set one that lies sideways on its feet."""
        self._change(self.visit.session.scan.job.turned)

    @Slot()
    def uncut(self) -> None:
        """Show and keep the whole picture of the platen, for a sheet that was found in the wrong place."""
        self._change(self.visit.session.scan.job.uncut)

    @Slot()
    def keep(self) -> None:
        """Take the page shown although it is not clear."""
        self._change(self.visit.session.scan.job.accepted)

    @Slot()
    def remove(self) -> None:
        """Throw the page shown away."""
        self._change(self.visit.session.scan.job.without)

    @Slot(int)
    def move(self, by: int) -> None:
        """One place to the front or to the back within its paper."""
        here, to = self._here(), self._place + by
        if 0 <= to < len(here):
            self._change(lambda at: self.visit.session.scan.job.moved(at, here[to]))
            self._place = to
            self.refresh()

    # ------------------------------------------------------------ handing over
    @Slot()
    def copyToStick(self) -> None:
        """Write the files to the person's stick."""
        self._scanning.copy()

    @Slot()
    def printPages(self) -> None:
        """Print the scanned pages as copies, for who needs paper and no files."""
        self.visit.act(self.visit.session.print_scans)

    @Slot()
    def done(self) -> None:
        """Back to where one came from."""
        self._mode = ScanMode.LIST
        self.visit.act(self.visit.session.back)

    def _here(self) -> list[int]:
        return places_of(self.visit, self._document)

    def _change(self, change: Callable[[int], ScanJob]) -> None:
        if here := self._here():
            step = self.visit.session.scan
            self.visit.act(lambda: step.change(change(here[self._place])))

    def _moved(self) -> None:
        if self.visit.screen is Screen.SCAN:
            self.refresh()
