"""What the view model of a staff page is: a page over the staff's side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.filing.messages import Look
from ui.shown.page_model import PageModel
from ui.shown.pictures import ShownPictures
from ui.shown.snapshot import P
from ui.staff.doctor_round import DoctorRound
from ui.staff.print_jobs import StaffPrintJobs
from ui.staff.staff_side import StaffSide
from ui.visit.portal_process import PortalProcess


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffParts:
    """What the pages of the staff work with: their side of the window, the doctor's round, their papers."""

    side: StaffSide
    doctor: DoctorRound
    print_jobs: StaffPrintJobs
    portal: PortalProcess
    """The one process that shows official pages, and how this window looks just now."""
    look: Callable[[], Look]
    pictures: ShownPictures
    """Photos of the cards at the officer's desk; empty as soon as they are gone."""
    scans: ShownPictures
    """The page of a register that the officer looks at."""


class StaffModel(PageModel[P]):
    """A page of the staff's side; wiped when the staff leave."""

    def __init__(self, parts: StaffParts) -> None:
        super().__init__()
        self.side = parts.side

    def enter(self) -> None:
        """The page comes to the front; a subclass sets going what it needs."""
