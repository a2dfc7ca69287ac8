"""The paper of the staff that is on its way, as every staff page shows it at its foot."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement

from kiosk.printing import PrintState
from ui.view_models.staff_model import StaffModel, StaffParts

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffPrintingProps:
    """`state` is none while the paper is being set; an empty `title` means no paper."""

    title: str = ""
    state: PrintState | None = None
    busy: bool = False
    failed: bool = False
    trouble: str = ""
    remedy: str = ""


@QmlElement
class StaffPrintingViewModel(StaffModel[StaffPrintingProps]):
    """Shows how the print job stands; takes it back."""

    def __init__(self, parts: StaffParts) -> None:
        super().__init__(parts)
        self._print_jobs = parts.print_jobs

    def derive(self) -> StaffPrintingProps:
        jobs = self._print_jobs
        if jobs.paper is None:
            return StaffPrintingProps()
        code = jobs.code or (jobs.progress.trouble if jobs.progress else None)
        words = self.side.failure(code) if code else None
        return StaffPrintingProps(
            title=self.side.say(jobs.paper.title),
            state=jobs.progress.state if jobs.progress else None,
            busy=jobs.is_busy,
            failed=jobs.code is not None,
            trouble=words.title if words else "",
            remedy=words.remedy if words else "",
        )

    @Slot()
    def cancel(self) -> None:
        """Do not print it; or put the finished line away."""
        self.side.act(self._print_jobs.stop)
