"""What the view model of a staff page is: a page over the staff's desk."""

from __future__ import annotations

from typing import Any

from ui.staff.desk import StaffDesk
from ui.view_models.page_model import PageModel


class StaffModel(PageModel):
    """Wiped when the staff leave."""

    def __init__(self, desk: StaffDesk, blank: Any) -> None:
        super().__init__(blank)
        self.desk = desk

    def enter(self) -> None:
        """The page comes to the front; a subclass sets going what it needs."""
