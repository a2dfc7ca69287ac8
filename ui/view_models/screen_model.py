"""What the view model of a citizen's screen is: a page over the desk of the visit."""

from __future__ import annotations

from typing import Any

from ui.desk import Desk
from ui.view_models.page_model import PageModel


class ScreenModel(PageModel):
    """Wiped when the visit ends."""

    def __init__(self, desk: Desk, blank: Any) -> None:
        super().__init__(blank)
        self.desk = desk

    def leave(self) -> None:
        """The person turns away by a button of the frame; a subclass keeps what was typed and not yet confirmed."""
