"""A staff page with a keypad: digits that are told to QML as their number only, and are wiped with the page."""

from __future__ import annotations

from PySide6.QtCore import Slot

from ui.shown.snapshot import P
from ui.view_models.staff_model import StaffModel, StaffParts


class KeypadModel(StaffModel[P]):
    """A subclass says how many digits it takes, and what else a change of them undoes."""

    def __init__(self, parts: StaffParts) -> None:
        super().__init__(parts)
        self.digits = ""

    def wanted(self) -> int:
        """How many digits it takes now; none before a subclass says so."""
        return 0

    def take(self, digits: str) -> None:
        """The digits are these from now on."""
        self.digits = digits

    def wipe(self) -> None:
        """Forget the digits as well as what the page shows."""
        self.digits = ""
        super().wipe()

    @Slot(str)
    def addDigit(self, digit: str) -> None:
        """A key of the keypad; one digit too many is passed over."""
        if len(self.digits) < self.wanted() and digit.isdecimal():
            self.side.act(lambda: self.take(self.digits + digit))

    @Slot()
    def removeDigit(self) -> None:
        """Take the last one away."""
        self.side.act(lambda: self.take(self.digits[:-1]))

    @Slot()
    def clearDigits(self) -> None:
        """Every digit goes, for typing anew."""
        self.side.act(lambda: self.take(""))
