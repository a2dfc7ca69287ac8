"""The card at an officer's desk, as every page that reads cards shows it: key, waiting, reading, what went wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement

from kiosk.identification import ATTEMPTS
from ui.officer.card_desk import CardDesk, Stage
from ui.officer.key_entry import DIGITS
from ui.shown.page_model import PageModel
from ui.staff.staff_side import StaffSide

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskProps:
    """`entered` digits of `count`; `waiting` for a card, `reading` one; `trouble` with its `remedy` for staff."""

    entered: int = 0
    count: int = DIGITS
    complete: bool = False
    waiting: bool = False
    reading: bool = False
    not_understood: bool = False
    attempts_left: int = ATTEMPTS
    trouble: str = ""
    remedy: str = ""


@QmlElement
class DeskViewModel(PageModel[DeskProps]):
    """Takes the key and shows how the reading goes; its page shows what was read."""

    def __init__(self, side: StaffSide, desk: CardDesk[Any]) -> None:
        super().__init__()
        self._side = side
        self._desk = desk

    def derive(self) -> DeskProps:
        """Digits as their number only."""
        desk = self._desk
        words = self._side.failure(desk.code) if desk.code else None
        return DeskProps(
            entered=len(desk.entry.digits),
            complete=desk.entry.complete,
            waiting=desk.stage is Stage.WAITING,
            reading=desk.stage is Stage.READING,
            not_understood=desk.entry.not_understood,
            attempts_left=desk.attempts_left,
            trouble=words.title if words else "",
            remedy=words.remedy if words else "",
        )

    @Slot(str)
    def addDigit(self, digit: str) -> None:
        """A key of the keypad."""
        self._side.act(lambda: self._desk.entry.add(digit))

    @Slot()
    def removeDigit(self) -> None:
        """Take the last one away."""
        self._side.act(self._desk.entry.remove)

    @Slot()
    def clearDigits(self) -> None:
        """Every digit goes, for typing anew."""
        self._side.act(self._desk.entry.clear)

    @Slot(str)
    def keyTyped(self, text: str) -> None:
        """A key of a real keyboard, or one character of a scanner."""
        self._side.act(lambda: self._desk.entry.type(text))

    @Slot()
    def read(self) -> None:
        """The key is complete: read the card that lies there, or will."""
        self._side.act(self._desk.use_key)

    @Slot()
    def stop(self) -> None:
        """Wait for no card; another key."""
        self._side.act(self._desk.stop)
