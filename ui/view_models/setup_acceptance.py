"""The acceptance at the end of the wizard: what the doctor finds now, and the sheet to be signed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from devices.status import Readiness
from kiosk.doctor.examination import overall
from ui.list_models.finding_list import FindingList, finding_row
from ui.staff.print_jobs import is_done
from ui.view_models.staff_model import StaffModel, StaffParts

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


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

    def __init__(self, parts: StaffParts) -> None:
        super().__init__(parts)
        self._doctor = parts.doctor
        self._print_jobs = parts.print_jobs
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
            printed=is_done(self._print_jobs),
            to_restart=self.side.to_restart,
        )

    def wipe(self) -> None:
        self._list.show(())
        super().wipe()

    @Slot()
    def printSheet(self) -> None:
        """Print what this round found, as the acceptance sheet."""
        self.side.act(lambda: self._print_jobs.print(self._doctor.sheet(acceptance=True)))

    @Slot()
    def examineAgain(self) -> None:
        """Examine every service anew."""
        self.side.act(self._doctor.examine)

    @Slot()
    def finish(self) -> None:
        """Accept the station and end the setup."""
        self.side.finish()

    @Slot()
    def restart(self) -> None:
        """Open the program anew, so that the new settings hold."""
        self.side.restart.emit()
