"""The paper of the staff that is on its way, as every staff page shows it at its foot."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.shown.enums import Visit, number
from ui.shown.snapshot import prop
from ui.staff.print_jobs import StaffPrintJobs
from ui.staff.staff_side import StaffSide
from ui.view_models.staff_model import StaffModel

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffPrintingProps:
    """`state` is of `Visit.PrintState`, 0 while the paper is being set; an empty `title` means no paper."""

    title: str = ""
    state: int = 0
    busy: bool = False
    failed: bool = False
    trouble: str = ""
    remedy: str = ""


@QmlElement
class StaffPrintingViewModel(StaffModel):
    """Shows the press; takes a paper back."""

    titleChanged = Signal()
    stateChanged = Signal()
    busyChanged = Signal()
    failedChanged = Signal()
    troubleChanged = Signal()
    remedyChanged = Signal()

    title = Property(str, prop("title"), notify=titleChanged)
    state = Property(int, prop("state"), notify=stateChanged)
    busy = Property(bool, prop("busy"), notify=busyChanged)
    failed = Property(bool, prop("failed"), notify=failedChanged)
    trouble = Property(str, prop("trouble"), notify=troubleChanged)
    remedy = Property(str, prop("remedy"), notify=remedyChanged)

    def __init__(self, side: StaffSide, press: StaffPrintJobs) -> None:
        super().__init__(side, StaffPrintingProps())
        self._press = press

    def derive(self) -> StaffPrintingProps:
        """The paper and how far it is."""
        press = self._press
        if press.paper is None:
            return StaffPrintingProps()
        code = press.code or (press.progress.trouble if press.progress else None)
        words = self.side.failure(code) if code else None
        return StaffPrintingProps(
            title=self.side.say(press.paper.title),
            state=number(Visit.PrintState, press.progress.state if press.progress else None),
            busy=press.is_busy,
            failed=press.code is not None,
            trouble=words.title if words else "",
            remedy=words.remedy if words else "",
        )

    @Slot()
    def cancel(self) -> None:
        """Do not print it; or put the finished line away."""
        self.side.act(self._press.stop)
