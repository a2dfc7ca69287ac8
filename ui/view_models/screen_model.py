"""What the view model of a citizen's screen is: a page over the visit of the visit."""

from __future__ import annotations

from typing import Any

from ui.shown.page_model import PageModel
from ui.visit.current_visit import CurrentVisit


class ScreenModel(PageModel):
    """Wiped when the visit ends."""

    def __init__(self, visit: CurrentVisit, blank: Any) -> None:
        super().__init__(blank)
        self.visit = visit

    def leave(self) -> None:
        """The person turns away by a button of the frame; a subclass keeps what was typed and not yet confirmed."""
