"""The acceptance at the end of the wizard: what the doctor finds now, and the sheet to be signed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement

from devices.status import Readiness
from kiosk.doctor.examination import overall
from ui.list_models.finding_list import finding_row
from ui.staff.print_jobs import is_done
from ui.view_models.staff_findings import FindingsModel

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
class AcceptanceViewModel(FindingsModel[AcceptanceProps]):
    """A fresh round of the doctor, and the sheet of it to be signed."""

    def enter(self) -> None:
        """What was found before the set-up says nothing now."""
        self.doctor.examine()

    def derive(self) -> AcceptanceProps:
        """Only what is not ready is listed."""
        doctor = self.doctor
        rows = [finding_row(self.side, finding) for finding in doctor.findings]
        self.listed.show([row for row in rows if row.readiness is not Readiness.READY])
        through = bool(doctor.findings) and not doctor.examining
        return AcceptanceProps(
            examining=doctor.examining,
            failed=doctor.failed,
            verdict=overall(doctor.findings) if through else None,
            printed=is_done(self.print_jobs),
            to_restart=self.side.to_restart,
        )

    @Slot()
    def printSheet(self) -> None:
        """Print what this round found, as the acceptance sheet."""
        self.print_sheet(acceptance=True)

    @Slot()
    def finish(self) -> None:
        """Accept the station and end the setup."""
        self.side.finish()

    @Slot()
    def restart(self) -> None:
        """Open the program anew, so that the new settings hold."""
        self.side.restart.emit()
