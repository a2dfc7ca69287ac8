"""What the view model of a staff page is: a page over the staff's side."""

from __future__ import annotations

from ui.shown.page_model import PageModel
from ui.shown.snapshot import P
from ui.staff.staff_side import StaffSide


class StaffModel(PageModel[P]):
    """Wiped when the staff leave."""

    def __init__(self, side: StaffSide) -> None:
        super().__init__()
        self.side = side

    def enter(self) -> None:
        """The page comes to the front; a subclass sets going what it needs."""
