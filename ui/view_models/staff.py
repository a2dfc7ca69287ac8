"""The staff side's own shell: which page, its model, the paper on its way, back and out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.staff import StaffServices
from ui.desk import Desk
from ui.staff.desk import StaffDesk
from ui.staff.doctor import DoctorDesk
from ui.staff.pages import WIZARD, Page
from ui.staff.press import StaffPress
from ui.view_models.setup import AcceptanceViewModel, SetupViewModel
from ui.view_models.setup_card import CardTestViewModel
from ui.view_models.setup_commune import CommuneViewModel
from ui.view_models.setup_devices import DevicesViewModel
from ui.view_models.setup_ruler import RulerViewModel
from ui.view_models.snapshot import ViewModel, prop
from ui.view_models.staff_model import StaffModel
from ui.view_models.staff_numbers import NumbersViewModel
from ui.view_models.staff_overview import OverviewViewModel
from ui.view_models.staff_papers import PapersViewModel
from ui.view_models.staff_printing import StaffPrintingViewModel
from ui.view_models.staff_sign_in import SignInViewModel

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffProps:
    """`page` of `Staff.Page`; `step` counts from 1 on the wizard's pages, else 0."""

    page: int = 0
    step: int = 0
    steps: int = len(WIZARD)


@QmlElement
class StaffViewModel(ViewModel):
    """One a window; opened by a long press on the commune's name, or F12."""

    props: StaffProps
    turned = Signal()
    printingChanged = Signal()
    pageChanged = Signal()
    stepChanged = Signal()
    stepsChanged = Signal()

    page = Property(int, prop("page"), notify=pageChanged)
    step = Property(int, prop("step"), notify=stepChanged)
    steps = Property(int, prop("steps"), notify=stepsChanged)

    def __init__(self, desk: Desk, services: StaffServices | None) -> None:
        super().__init__(StaffProps())
        self.desk = StaffDesk(desk, services)
        self.press = StaffPress(self.desk)
        self.doctor = DoctorDesk(self.desk)
        self._printing = StaffPrintingViewModel(self.desk, self.press)
        self.models = self._models()
        self.desk.changed.connect(self._look)
        self.desk.turned.connect(self._turn)
        self.desk.left.connect(self._wipe)
        desk.changed.connect(self._look)

    def _models(self) -> Mapping[Page, StaffModel]:
        desk, doctor, press = self.desk, self.doctor, self.press
        return {
            Page.SIGN_IN: SignInViewModel(desk),
            Page.OVERVIEW: OverviewViewModel(desk, doctor, press),
            Page.NUMBERS: NumbersViewModel(desk, press),
            Page.PAPERS: PapersViewModel(desk, press),
            Page.SETUP: SetupViewModel(desk),
            Page.COMMUNE: CommuneViewModel(desk),
            Page.DEVICES: DevicesViewModel(desk),
            Page.RULER: RulerViewModel(desk),
            Page.TRIAL: PapersViewModel(desk, press),
            Page.CARD_TEST: CardTestViewModel(desk),
            Page.ACCEPTANCE: AcceptanceViewModel(desk, doctor, press),
        }

    def _model(self) -> QObject | None:
        return self.models.get(self.desk.page)

    model = Property(QObject, _model, notify=pageChanged)

    def _printing_model(self) -> StaffPrintingViewModel:
        return self._printing

    printing = Property(StaffPrintingViewModel, _printing_model, notify=printingChanged)

    @Slot()
    def open(self) -> None:
        """The commune's name was held, or F12 pressed."""
        self.desk.open()

    @Slot()
    def goBack(self) -> None:
        """One page back; from the first one out."""
        self.desk.back()

    @Slot()
    def leave(self) -> None:
        """The screen is the visitors' again."""
        self.desk.leave()

    def _look(self) -> None:
        model = self.models.get(self.desk.page)
        if model is not None:
            model.refresh()
            self._printing.refresh()
        page = self.desk.page
        self.show(StaffProps(page=int(page), step=WIZARD.index(page) + 1 if page in WIZARD else 0))

    def _turn(self) -> None:
        model = self.models.get(self.desk.page)
        if model is not None:
            model.enter()
        self._look()
        self.turned.emit()

    def _wipe(self) -> None:
        self._printing.wipe()
        for model in self.models.values():
            model.wipe()
