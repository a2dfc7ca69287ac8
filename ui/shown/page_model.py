"""What a view model of any page is: a snapshot of visit or staff side, taken again while its page is in front."""

from __future__ import annotations

from ui.shown.snapshot import P, ViewModel


class PageModel(ViewModel[P]):
    """A subclass derives new props in `derive`."""

    def derive(self) -> P:
        """The props of now; only called while the page is in front. One that never changes keeps its blank props."""
        blank: P = self.blank
        return blank

    def refresh(self) -> None:
        """Derive anew and emit what changed; called whenever visit or staff side have moved."""
        self.show(self.derive())

    def wipe(self) -> None:
        """Forget everything shown; a subclass with lists or own state extends it."""
        self.show(self.blank)
