"""The technician's wizard: its steps and what is done, and the acceptance at its end."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from devices.status import Readiness
from kiosk.doctor.examination import overall
from ui.list_models.finding_list import FindingList, finding_row
from ui.list_models.setup_list import SetupList, SetupRow
from ui.staff.doctor_round import DoctorRound
from ui.staff.pages import WIZARD, StaffPage
from ui.staff.print_jobs import StaffPrintJobs, is_done
from ui.staff.staff_side import StaffSide
from ui.view_models.staff_model import StaffModel

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

    def __init__(self, side: StaffSide) -> None:
        super().__init__(side)
        self._list = SetupList()

    def _rows(self) -> QObject:
        return self._list

    rows = Property(QObject, _rows, notify=rowsChanged)

    def derive(self) -> SetupProps:
        """What is done since the staff came in."""
        self._list.show([SetupRow(page=page, done=page in self.side.done) for page in WIZARD])
        return SetupProps(done=len(self.side.done), to_restart=self.side.to_restart)

    @Slot(int)
    def open(self, page: int) -> None:
        """This step."""
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


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptanceProps:
    """`verdict` is none until the doctor is through."""

    examining: bool = False
    failed: bool = False
    verdict: Readiness | None = None
    printed: bool = False
    to_restart: bool = False


@QmlElement
class AcceptanceViewModel(StaffModel[AcceptanceProps]):
    """A fresh round of the doctor, and the sheet of it to be signed."""

    findingsChanged = Signal()

    def __init__(self, side: StaffSide, doctor: DoctorRound, press: StaffPrintJobs) -> None:
        super().__init__(side)
        self._doctor = doctor
        self._press = press
        self._list = FindingList()

    def _findings(self) -> QObject:
        return self._list

    findings = Property(QObject, _findings, notify=findingsChanged)

    def enter(self) -> None:
        """What was found before the set-up says nothing now."""
        self._doctor.examine()

    def derive(self) -> AcceptanceProps:
        """Only what is not ready is listed."""
        doctor = self._doctor
        rows = [finding_row(self.side, finding) for finding in doctor.findings]
        self._list.show([row for row in rows if row.readiness is not Readiness.READY])
        through = bool(doctor.findings) and not doctor.examining
        return AcceptanceProps(
            examining=doctor.examining,
            failed=doctor.failed,
            verdict=overall(doctor.findings) if through else None,
            printed=is_done(self._press),
            to_restart=self.side.to_restart,
        )

    def wipe(self) -> None:
        """Nothing stays on the screen."""
        self._list.show(())
        super().wipe()

    @Slot()
    def printSheet(self) -> None:
        """The sheet of this round."""
        self.side.act(lambda: self._press.print(self._doctor.sheet()))

    @Slot()
    def examineAgain(self) -> None:
        """Another round."""
        self.side.act(self._doctor.examine)

    @Slot()
    def finish(self) -> None:
        """Accepted."""
        self.side.finish()

    @Slot()
    def restart(self) -> None:
        """Open the program anew, so that the new settings hold."""
        self.side.restart.emit()
