"""The doctor's round as the window knows it: one finding after the other, each shown as soon as it is there."""

from __future__ import annotations

from PySide6.QtCore import QObject

from kiosk.doctor.examination import ServiceState, examine
from kiosk.staff import StaffPaper
from ui.staff.staff_side import StaffSide


class DoctorRound(QObject):
    """Examines the station on the staff's thread; keeps the last round until the staff leaves."""

    def __init__(self, side: StaffSide) -> None:
        super().__init__()
        self._side = side
        self.findings: tuple[ServiceState, ...] = ()
        self.examining = False
        self.failed = False
        side.left.connect(self._forget)

    def look_once(self) -> None:
        """Examine where that has not been done since the staff came in."""
        if not self.findings and not self.examining:
            self.examine()

    def examine(self) -> None:
        """A round from the start. The findings of before go."""
        if self.examining:
            return
        self.findings, self.examining, self.failed = (), True, False
        checks, report = self._side.services.checks, self._side.visit.jobs.relay(self._found)

        def work() -> None:
            for finding in examine(checks()):
                report(finding)

        self._side.run(work, lambda _: self._finished(), self._broke)

    def sheet(self, *, acceptance: bool = False) -> StaffPaper:
        """The readiness sheet of this round; for the acceptance, with what the technician ticks by hand."""
        papers, failures = self._side.services.papers, self._side.services.failures
        return papers.readiness(self.findings, failures, acceptance=acceptance)

    def _found(self, finding: ServiceState) -> None:
        if self.examining:
            self.findings = (*self.findings, finding)
            self._side.look_again()

    def _finished(self) -> None:
        self.examining = False

    def _broke(self, _fault: Exception) -> None:
        self.examining, self.failed = False, True

    def _forget(self) -> None:
        self.findings, self.examining, self.failed = (), False, False
