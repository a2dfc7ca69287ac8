"""The technician's wizard: its steps and what is done."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.list_models.setup_list import SetupList, SetupRow
from ui.staff.pages import WIZARD, StaffPage
from ui.view_models.staff_model import StaffModel, StaffParts

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class SetupProps:
    """`to_restart`: settings were changed that hold from the next start on."""

    done: int = 0
    steps: int = len(WIZARD)
    to_restart: bool = False


@QmlElement
class SetupViewModel(StaffModel[SetupProps]):
    """Leads to any step; the main way is from the first one that is not done."""

    rowsChanged = Signal()

    def __init__(self, parts: StaffParts) -> None:
        super().__init__(parts)
        self._list = SetupList()

    def _rows(self) -> QObject:
        return self._list

    rows = Property(QObject, _rows, notify=rowsChanged)

    def derive(self) -> SetupProps:
        self._list.show([SetupRow(page=page, done=page in self.side.done) for page in WIZARD])
        return SetupProps(done=len(self.side.done), to_restart=self.side.to_restart)

    @Slot(int)
    def open(self, page: int) -> None:
        """To that step of the wizard; another page is refused."""
        if StaffPage(page) in WIZARD:
            self.side.go(StaffPage(page))

    @Slot()
    def start(self) -> None:
        """The first step that is not done; all done, the first."""
        self.side.go(next((page for page in WIZARD if page not in self.side.done), WIZARD[0]))

    @Slot()
    def restart(self) -> None:
        """Open the program anew, so that the new settings hold."""
        self.side.restart.emit()
