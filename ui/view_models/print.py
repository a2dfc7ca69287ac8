"""The print screen: a look at every paper and how it is wanted; then how far each is, trouble with its remedy, and
printing once more."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from devices.printer.interface import PrinterStatus
from devices.status import Readiness
from kiosk.documents import LeafletSize
from kiosk.guides.guide import Exit
from kiosk.printing import PrintState
from kiosk.session import Screen
from kiosk.session.paper_step import MOST_COPIES, PaperStep
from ui.list_models.sheet_list import SheetList, SheetRow, sheet_rows
from ui.shown.failure import failure_words
from ui.shown.qml_values import member
from ui.view_models.screen_model import ScreenModel, ScreenParts
from ui.visit.current_visit import CurrentVisit

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintProps:
    """`choosing` until the person says "print"; `ready` once the papers can be seen. No `sizes` where there
    is no leaflet. `state` is that of the paper to speak of."""

    place: str = ""
    choosing: bool = True
    ready: bool = False
    size: LeafletSize = LeafletSize.A4
    sizes: tuple[LeafletSize, ...] = ()
    copies: int = 1
    most_copies: int = MOST_COPIES
    state: PrintState | None = None
    done: bool = False
    needs_help: bool = False
    given_up: bool = False
    trouble: str = ""
    remedy: str = ""
    staff: str = ""


def derive_print(visit: CurrentVisit, failure: str | None, printer: PrinterStatus | None) -> PrintProps:
    """From what was chosen and the looks at the printer."""
    session = visit.session
    worst = session.paper.worst
    choosing = not session.paper.confirmed and failure is None
    code = failure or (worst.trouble if worst else None)
    if choosing and printer and printer.trouble and printer.readiness is not Readiness.READY:
        code = printer.trouble.code
    words = failure_words(visit, code)
    given_up = failure is not None or (
        worst is not None and worst.state in (PrintState.ABORTED, PrintState.CANCELLED)
    )
    return PrintProps(
        place=_place(visit),
        choosing=choosing,
        ready=bool(session.paper.sheets),
        size=session.paper.size,
        sizes=_sizes(session.paper, printer),
        copies=session.paper.copies,
        state=worst.state if worst else None,
        done=session.paper.all_done,
        needs_help=worst is not None and worst.state.needs_help,
        given_up=given_up,
        trouble=words.title,
        remedy=words.remedy,
        staff=words.staff,
    )


def _sizes(paper: PaperStep, printer: PrinterStatus | None) -> tuple[LeafletSize, ...]:
    """Those on A4, which every declaration needs too, and those whose paper lies in the printer; all of them when it
    does not say. None without a leaflet."""
    loaded = printer.media if printer else frozenset[str]()
    fit = (size for size in LeafletSize if not loaded or size.media in {LeafletSize.A4.media, *loaded})
    return tuple(fit) if paper.has_leaflet else ()


def _place(visit: CurrentVisit) -> str:
    """What the papers are for: the guide of a slip, else the procedure."""
    session = visit.session
    if session.walk and isinstance(session.walk.current, Exit):
        return visit.say(session.walk.guide.title)
    return visit.say(session.procedure.name) if session.procedure else ""


@QmlElement
class PrintViewModel(ScreenModel[PrintProps]):
    """Shows paper coming out, and what to do when it does not."""

    never = Signal()

    def __init__(self, parts: ScreenParts) -> None:
        super().__init__(parts)
        self._papers = parts.papers
        self._pictures, self._pages = parts.printed, parts.pages
        self._sheets = SheetList()
        parts.papers.changed.connect(self._moved)

    @property
    def rows(self) -> tuple[SheetRow, ...]:
        """The papers as they are shown."""
        return self._sheets.rows

    sheets = Property(QObject, lambda self: self._sheets, notify=never)

    def derive(self) -> PrintProps:
        paper = self.visit.session.paper
        first = self._pictures.put(*(sheet.pages[0] if sheet.pages else b"" for sheet in paper.sheets))
        pages = self._pages.put(*(page for sheet in paper.sheets for page in sheet.pages))
        self._sheets.show(sheet_rows(paper, first, pages))
        return derive_print(self.visit, self._papers.failure, self._papers.status)

    def wipe(self) -> None:
        self._sheets.show([])
        self._pictures.clear()
        self._pages.clear()
        super().wipe()

    @Slot(int)
    def chooseSize(self, size: int) -> None:
        """The leaflet on other paper or in other letters."""
        if chosen := member(LeafletSize, size):
            self.visit.act(lambda: self.visit.session.paper.choose_size(chosen))

    @Slot(int)
    def chooseCopies(self, copies: int) -> None:
        """Copies of each paper of this visit."""
        self.visit.act(lambda: self.visit.session.paper.choose_copies(copies))

    @Slot()
    def printNow(self) -> None:
        """Send every paper to the printer, in the copies that were chosen."""
        self._papers.print_now()

    @Slot()
    def received(self) -> None:
        """The person holds the papers: on to the next steps."""
        self.visit.act(self.visit.session.papers_received)

    @Slot(int)
    def printAgain(self, index: int) -> None:
        """Send the paper of row `index` once more; other papers are left alone."""
        sheets = self.visit.session.paper.sheets
        if 0 <= index < len(sheets):
            self._papers.reprint(sheets[index])

    def _moved(self) -> None:
        if self.visit.screen is Screen.PRINT:
            self.refresh()
