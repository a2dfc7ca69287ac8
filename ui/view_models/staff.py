"""The staff side's own shell: which page, its model, the paper on its way, back and out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtQml import QmlElement

from kiosk.filing.messages import Look
from kiosk.staff import StaffServices
from ui.shown import officer_enums  # noqa: F401 registers what the officer's pages compare
from ui.shown.pictures import ShownPictures, scanned_page
from ui.shown.snapshot import ViewModel
from ui.staff.doctor_round import DoctorRound
from ui.staff.pages import WIZARD, StaffPage
from ui.staff.print_jobs import StaffPrintJobs
from ui.staff.staff_side import StaffSide
from ui.view_models.staff_model import StaffParts
from ui.view_models.staff_pages import file_of, staff_models
from ui.view_models.staff_printing import StaffPrintingViewModel
from ui.visit.current_visit import CurrentVisit
from ui.visit.portal_process import PortalProcess

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffProps:
    """`file` draws the page; `step` counts from 1 on the wizard's pages, else 0. `seconds_left` until the sign-out,
    while the side asks whether somebody is there."""

    page: StaffPage = StaffPage.CLOSED
    file: str = ""
    step: int = 0
    steps: int = len(WIZARD)
    seconds_left: int = 0
    asking_to_leave: bool = False


@QmlElement
class StaffViewModel(ViewModel[StaffProps]):
    """One a window; opened by a long press on the commune's name, or F12."""

    turned = Signal()
    printingChanged = Signal()
    pageChanged = Signal()

    def __init__(
        self, visit: CurrentVisit, services: StaffServices | None, portal: PortalProcess, look: Callable[[], Look]
    ) -> None:
        """`portal` shows official pages for visitors and officers alike; `look` is how this window looks just now."""
        super().__init__()
        self.side = StaffSide(visit, services)
        self.print_jobs = StaffPrintJobs(self.side)
        self.doctor = DoctorRound(self.side)
        self.pictures = ShownPictures("officer", QImage.fromData)
        self.scans = ShownPictures("register", scanned_page)
        parts = StaffParts(
            side=self.side,
            doctor=self.doctor,
            print_jobs=self.print_jobs,
            portal=portal,
            look=look,
            pictures=self.pictures,
            scans=self.scans,
        )
        self._printing = StaffPrintingViewModel(parts)
        self.models = staff_models(parts)
        self.side.changed.connect(self._look)
        self.side.turned.connect(self._turn)
        self.side.left.connect(self._wipe)
        visit.changed.connect(self._look)

    def _model(self) -> QObject | None:
        return self.models.get(self.side.page)

    model = Property(QObject, _model, notify=pageChanged)

    def _printing_model(self) -> StaffPrintingViewModel:
        return self._printing

    printing = Property(StaffPrintingViewModel, _printing_model, notify=printingChanged)

    @Slot()
    def open(self) -> None:
        """The commune's name was held, or F12 pressed."""
        self.side.open()

    @Slot()
    def goBack(self) -> None:
        """One page back; from the first one out."""
        self.side.back()

    @Slot()
    def askToLeave(self) -> None:
        """One touch back to the visitors' screen; asks first in the middle of work."""
        self.side.ask_to_leave()

    @Slot()
    def stay(self) -> None:
        """Go on: the answer to both questions."""
        self.side.stay()

    @Slot()
    def leave(self) -> None:
        """The screen is the visitors' again."""
        self.side.leave()

    def _look(self) -> None:
        model = self.models.get(self.side.page)
        if model is not None:
            model.refresh()
            self._printing.refresh()
        page = self.side.page
        step = WIZARD.index(page) + 1 if page in WIZARD else 0
        self.show(
            StaffProps(
                page=page,
                file=file_of(page),
                step=step,
                seconds_left=self.side.seconds_left,
                asking_to_leave=self.side.asking_to_leave,
            )
        )

    def _turn(self) -> None:
        model = self.models.get(self.side.page)
        if model is not None:
            model.enter()
        self._look()
        self.turned.emit()

    def _wipe(self) -> None:
        self._printing.wipe()
        for model in self.models.values():
            model.wipe()
