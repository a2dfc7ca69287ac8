"""What the view model of a screen is: a snapshot of the desk, taken again while its screen is in front."""

from __future__ import annotations

from typing import Any

from ui.desk import Desk
from ui.view_models.snapshot import ViewModel


class ScreenModel(ViewModel):
    """A subclass gives `blank` props at construction and derives new ones in `derive`."""

    def __init__(self, desk: Desk, blank: Any) -> None:
        super().__init__(blank)
        self.desk = desk
        self._blank = blank

    def derive(self) -> Any:
        """The props of now; only called while the screen is in front. A screen that never changes keeps its own."""
        return self._blank

    def refresh(self) -> None:
        """Look again."""
        self.show(self.derive())

    def leave(self) -> None:
        """The person turns away by a button of the frame; a subclass keeps what was typed and not yet confirmed."""

    def wipe(self) -> None:
        """Forget everything shown; a subclass with lists or own state extends it."""
        self.show(self._blank)
