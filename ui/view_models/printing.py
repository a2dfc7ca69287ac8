"""The print screen: every paper and how far it is, trouble with its remedy, and printing once more."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.guides.guide import Exit
from kiosk.printing import PrintState
from kiosk.session import Screen
from ui.desk import Desk
from ui.enums import Visit, number
from ui.list_models.sheet_list import SheetList, sheet_rows
from ui.paper_desk import PaperDesk
from ui.pictures import PictureShelf
from ui.view_models.failure import failure_words
from ui.view_models.screen_model import ScreenModel
from ui.view_models.snapshot import prop

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintProps:
    """`state` is that of the paper to speak of; 0 while the papers are being made."""

    place: str = ""
    state: int = 0
    done: bool = False
    needs_help: bool = False
    given_up: bool = False
    trouble: str = ""
    remedy: str = ""
    staff: str = ""


def derive_print(desk: Desk, failure: str | None) -> PrintProps:
    """From the looks at the printer."""
    session = desk.session
    worst = session.paper.worst
    code = failure or (worst.trouble if worst else None)
    words = failure_words(desk, code)
    given_up = failure is not None or (
        worst is not None and worst.state in (PrintState.ABORTED, PrintState.CANCELLED)
    )
    return PrintProps(
        place=_place(desk),
        state=number(Visit.PrintState, worst.state if worst else None),
        done=session.paper.all_done,
        needs_help=worst is not None and worst.state.needs_help,
        given_up=given_up,
        trouble=words.title,
        remedy=words.remedy,
        staff=words.staff,
    )


def _place(desk: Desk) -> str:
    """What the papers are for: the guide of a slip, else the procedure."""
    session = desk.session
    if session.walk and isinstance(session.walk.current, Exit):
        return desk.say(session.walk.guide.title)
    return desk.say(session.procedure.name) if session.procedure else ""


@QmlElement
class PrintViewModel(ScreenModel):
    """Shows paper coming out, and what to do when it does not."""

    never = Signal()
    placeChanged = Signal()
    stateChanged = Signal()
    doneChanged = Signal()
    needsHelpChanged = Signal()
    givenUpChanged = Signal()
    troubleChanged = Signal()
    remedyChanged = Signal()
    staffChanged = Signal()

    place = Property(str, prop("place"), notify=placeChanged)
    state = Property(int, prop("state"), notify=stateChanged)
    done = Property(bool, prop("done"), notify=doneChanged)
    needsHelp = Property(bool, prop("needs_help"), notify=needsHelpChanged)
    givenUp = Property(bool, prop("given_up"), notify=givenUpChanged)
    trouble = Property(str, prop("trouble"), notify=troubleChanged)
    remedy = Property(str, prop("remedy"), notify=remedyChanged)
    staff = Property(str, prop("staff"), notify=staffChanged)

    def __init__(self, desk: Desk, papers: PaperDesk, pictures: PictureShelf) -> None:
        super().__init__(desk, PrintProps())
        self._papers = papers
        self._pictures = pictures
        self._sheets = SheetList()
        papers.changed.connect(self._moved)

    sheets = Property(QObject, lambda self: self._sheets, notify=never)

    def derive(self) -> PrintProps:
        """As the papers stand."""
        paper = self.desk.session.paper
        self._sheets.show(sheet_rows(paper, self._pictures.put([sheet.picture for sheet in paper.sheets])))
        return derive_print(self.desk, self._papers.failure)

    def wipe(self) -> None:
        """Forget the papers."""
        self._sheets.show([])
        self._pictures.clear()
        super().wipe()

    @Slot()
    def received(self) -> None:
        """I have my papers."""
        self.desk.act(self.desk.session.papers_received)

    @Slot(int)
    def printAgain(self, index: int) -> None:
        """One paper once more."""
        sheets = self.desk.session.paper.sheets
        if 0 <= index < len(sheets):
            self._papers.reprint(sheets[index])

    def _moved(self) -> None:
        if self.desk.screen is Screen.PRINT:
            self.refresh()
