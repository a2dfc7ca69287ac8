"""What the view model of a citizen's screen is: a page over the current visit."""

from __future__ import annotations

from dataclasses import dataclass

from ui.shown.page_model import PageModel
from ui.shown.pictures import ShownPictures
from ui.shown.snapshot import P
from ui.visit.card import CardReading
from ui.visit.current_visit import CurrentVisit
from ui.visit.online import PageFiling
from ui.visit.paper import PaperPrinting
from ui.visit.scan import PageScanning


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenParts:
    """What the screens of one window work with: the visit, and what goes on with its card, papers and scans."""

    visit: CurrentVisit
    cards: CardReading
    papers: PaperPrinting
    printed: ShownPictures
    pages: ShownPictures
    scans: PageScanning
    scanned: ShownPictures
    online: PageFiling


class ScreenModel(PageModel[P]):
    """A page of the visit; wiped when the visit ends."""

    def __init__(self, parts: ScreenParts) -> None:
        super().__init__()
        self.visit = parts.visit

    def leave(self) -> None:
        """The person turns away by a button of the frame; a subclass keeps what was typed and not yet confirmed."""
