"""The day of the station at a glance: every service as the doctor found it, and the ways to the rest."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement

from devices.status import Readiness
from kiosk.errors import Mend
from kiosk.staff.own_commands import NOT_DONE, CommandOutcome, OwnCommand
from ui.list_models.finding_list import FindingRow, finding_row
from ui.shown.qml_values import number
from ui.staff.pages import MENDED_ON, StaffPage, may_open
from ui.view_models.staff_findings import FindingsModel
from ui.view_models.staff_model import StaffParts

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1
COMMANDS = {Mend.UPDATE: OwnCommand.UPDATE, Mend.SEND: OwnCommand.SEND}


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewProps:
    """`wanting` services are not ready, `examined` of `services` were looked at; only a technician `can_set_up`.
    `commanding` while the station takes content or sends counts; `answer` is what came of it."""

    station: str = ""
    examining: bool = False
    failed: bool = False
    examined: int = 0
    wanting: int = 0
    can_set_up: bool = False
    technician_phone: str = ""
    commanding: bool = False
    answer: str = ""
    answered_well: bool = False


@QmlElement
class OverviewViewModel(FindingsModel[OverviewProps]):
    """Starts a round when it is opened for the first time."""

    def __init__(self, parts: StaffParts) -> None:
        super().__init__(parts)
        self._rows: list[FindingRow] = []
        self._commanding = False
        self._outcome: CommandOutcome | None = None

    def enter(self) -> None:
        """Examine every service, if nobody has since the start."""
        self.doctor.look_once()

    def derive(self) -> OverviewProps:
        """What is wrong stands first."""
        rows = [finding_row(self.side, finding) for finding in self.doctor.findings]
        worst_first = sorted(rows, key=lambda row: -number(row.readiness))
        self._rows = rows if self.doctor.examining else worst_first
        self.listed.show(self._rows)
        commune = self.side.settings.kiosk.commune
        return OverviewProps(
            station=f"{self.side.say(commune.name)}, {commune.station}",
            examining=self.doctor.examining,
            failed=self.doctor.failed,
            examined=len(rows),
            can_set_up=may_open(self.side.role, StaffPage.SETUP),
            technician_phone=self.side.technician_phone,
            commanding=self._commanding,
            answer=self.side.say(self._outcome.said) if self._outcome else "",
            answered_well=self._outcome is not None and self._outcome.good,
            wanting=sum(row.readiness is not Readiness.READY for row in rows),
        )

    def wipe(self) -> None:
        self._rows, self._commanding, self._outcome = [], False, None
        super().wipe()

    @Slot(int)
    def mend(self, index: int) -> None:
        """The button of row `index` was pressed."""
        mend = self._rows[index].mend if 0 <= index < len(self._rows) else None
        if mend in COMMANDS:
            self.side.act(lambda: self._carry_out(COMMANDS[mend]))
        elif mend in MENDED_ON:
            self.side.go(MENDED_ON[mend])
        elif mend is Mend.AGAIN:
            self.examineAgain()

    def _carry_out(self, command: OwnCommand) -> None:
        if self._commanding:
            return
        self._commanding, self._outcome = True, None
        carry_out = self.side.services.carry_out
        self.side.run(
            lambda: carry_out(command), self._ended, lambda _: self._ended(CommandOutcome(good=False, said=NOT_DONE))
        )

    def _ended(self, outcome: CommandOutcome) -> None:
        """What came of it, and a fresh look: what was mended says so itself."""
        self._commanding, self._outcome = False, outcome
        self.doctor.examine()

    @Slot()
    def printSheet(self) -> None:
        """Print what the doctor found, as the readiness sheet."""
        self.print_sheet()

    @Slot()
    def openNumbers(self) -> None:
        """To the counts and reports."""
        self.side.go(StaffPage.NUMBERS)

    @Slot()
    def openPapers(self) -> None:
        """To the posters and the trial page."""
        self.side.go(StaffPage.PAPERS)

    @Slot()
    def openNotes(self) -> None:
        """To what the content tells the staff of its procedures."""
        self.side.go(StaffPage.NOTES)

    @Slot()
    def openSetup(self) -> None:
        """Show the steps in which a technician fits the station."""
        self.side.go(StaffPage.SETUP)
