"""The officer's first page: which task, and the way to the day of the station."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement

from ui.staff.pages import StaffPage
from ui.view_models.staff_model import StaffModel

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class TasksProps:
    """Commune and name of the PC, in the language of the window."""

    station: str = ""


@QmlElement
class TasksViewModel(StaffModel[TasksProps]):
    """The tasks an officer chooses from after signing in."""

    def derive(self) -> TasksProps:
        commune = self.side.settings.kiosk.commune
        return TasksProps(station=f"{self.side.say(commune.name)}, {commune.station}")

    @Slot()
    def openIdentity(self) -> None:
        """Show the page that reads a card for the officer and keeps nothing."""
        self.side.go(StaffPage.IDENTITY)

    @Slot()
    def openRoster(self) -> None:
        """Show the page that compares a list of people with itself and with another."""
        self.side.go(StaffPage.ROSTER)

    @Slot()
    def openRegisters(self) -> None:
        """To the scans of civil-status registers."""
        self.side.go(StaffPage.REGISTERS)

    @Slot()
    def openLodging(self) -> None:
        """Show the page that makes a lodging list from the guests' cards."""
        self.side.go(StaffPage.LODGING)

    @Slot()
    def openDay(self) -> None:
        """To the day of the station, as everybody of the staff sees it."""
        self.side.go(StaffPage.OVERVIEW)
