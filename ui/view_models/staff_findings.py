"""What two pages of the staff share: the list of what the doctor found, and the wish for another round."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot

from ui.list_models.finding_list import FindingList
from ui.shown.snapshot import P
from ui.view_models.staff_model import StaffModel, StaffParts


class FindingsModel(StaffModel[P]):
    """A page with the doctor's findings; which of them it lists, its `derive` says."""

    never = Signal()

    def __init__(self, parts: StaffParts) -> None:
        super().__init__(parts)
        self.doctor = parts.doctor
        self.print_jobs = parts.print_jobs
        self.listed = FindingList()

    findings = Property(QObject, lambda self: self.listed, notify=never)

    def wipe(self) -> None:
        self.listed.show(())
        super().wipe()

    @Slot()
    def examineAgain(self) -> None:
        """Have the doctor look at every device and service once more; the rows change as it finds."""
        self.side.act(self.doctor.examine)

    def print_sheet(self, *, acceptance: bool = False) -> None:
        """Print what the doctor found: the acceptance sheet, or the readiness sheet."""
        self.side.act(lambda: self.print_jobs.print(self.doctor.sheet(acceptance=acceptance)))
