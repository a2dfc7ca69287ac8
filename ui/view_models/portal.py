"""The page behind the official page: it is being opened, it is open, or how it ended and what to do now."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement

from kiosk.session.portal_step import PortalStage
from ui.shown.failure import failure_words
from ui.view_models.screen_model import ScreenModel, ScreenParts
from ui.visit.current_visit import CurrentVisit

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PortalProps:
    """`filled_in` tells whether a declaration can be printed; `trouble` and `remedy` why it could not go on."""

    place: str = ""
    stage: PortalStage | None = None
    filled_in: bool = False
    trouble: str = ""
    remedy: str = ""
    staff: str = ""


def derive_portal(visit: CurrentVisit) -> PortalProps:
    """How the filing of the procedure in front stands."""
    session = visit.session
    step = session.portal
    if step.of is None:
        return PortalProps()
    words = failure_words(visit, step.failure)
    return PortalProps(
        place=visit.say(step.of.name),
        stage=step.stage,
        filled_in=session.form.is_complete,
        trouble=words.title,
        remedy=words.remedy,
        staff=words.staff,
    )


@QmlElement
class PortalViewModel(ScreenModel[PortalProps]):
    """Says how the official page stands; the page itself lies over this one."""

    def __init__(self, parts: ScreenParts) -> None:
        super().__init__(parts)
        self._online = parts.online
        parts.online.changed.connect(self._moved)

    def derive(self) -> PortalProps:
        return derive_portal(self.visit)

    @Slot()
    def openAgain(self) -> None:
        """The official page once more, from the beginning."""
        self._online.begin()

    @Slot()
    def close(self) -> None:
        """Close the official page from this screen, which stands behind it."""
        self._online.give_up()

    @Slot()
    def printPapers(self) -> None:
        """The paper way: the declaration, where it is filled in, and the leaflet."""
        session = self.visit.session
        self.visit.act(lambda: session.print_papers(only_leaflet=not session.form.is_complete))

    @Slot()
    def goOn(self) -> None:
        """Go on as somebody who has the papers: to the next steps."""
        self.visit.act(self.visit.session.papers_received)

    def _moved(self) -> None:
        if self.visit.session.portal.of is not None:
            self.refresh()
