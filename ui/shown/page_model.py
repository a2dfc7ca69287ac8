"""What a view model of any page is: a snapshot of visit or staff side, taken again while its page is in front."""

from __future__ import annotations

from typing import Any

from ui.shown.snapshot import ViewModel


class PageModel(ViewModel):
    """A subclass gives `blank` props at construction and derives new ones in `derive`."""

    def __init__(self, blank: Any) -> None:
        super().__init__(blank)
        self._blank = blank

    def derive(self) -> Any:
        """The props of now; only called while the page is in front. A page that never changes keeps its own."""
        return self._blank

    def refresh(self) -> None:
        """Look again."""
        self.show(self.derive())

    def wipe(self) -> None:
        """Forget everything shown; a subclass with lists or own state extends it."""
        self.show(self._blank)
