"""What the view model of a staff page is: a snapshot of the staff's desk, taken again while its page is in front."""

from __future__ import annotations

from typing import Any

from ui.staff.desk import StaffDesk
from ui.view_models.snapshot import ViewModel


class StaffModel(ViewModel):
    """A subclass gives `blank` props at construction and derives new ones in `derive`."""

    def __init__(self, desk: StaffDesk, blank: Any) -> None:
        super().__init__(blank)
        self.desk = desk
        self._blank = blank

    def derive(self) -> Any:
        """The props of now; only called while the page is in front."""
        raise NotImplementedError

    def enter(self) -> None:
        """The page comes to the front; a subclass sets going what it needs."""

    def refresh(self) -> None:
        """Look again."""
        self.show(self.derive())

    def wipe(self) -> None:
        """The staff has left; a subclass with own state extends it."""
        self.show(self._blank)
