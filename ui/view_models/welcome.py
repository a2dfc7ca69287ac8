"""The welcome screen: procedures, guides, reading a card, a search, and the way back to what was left."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement

from kiosk.session import Screen
from ui.view_models.screen_model import ScreenModel
from ui.visit.current_visit import CurrentVisit

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class WelcomeProps:
    """The name of the place, in the top line; `unfinished` is what the person left by going home, or empty."""

    place_name: str = ""
    unfinished: str = ""


def derive_welcome(visit: CurrentVisit) -> WelcomeProps:
    """What the settings call this place, and what of the visit can be resumed."""
    begun = visit.session.unfinished
    return WelcomeProps(
        place_name=visit.say(visit.services.settings.commune.name),
        unfinished=visit.say(begun.name) if begun else "",
    )


@QmlElement
class WelcomeViewModel(ScreenModel[WelcomeProps]):
    """Leads to procedures, guides and the reading of a card."""

    def derive(self) -> WelcomeProps:
        return derive_welcome(self.visit)

    @Slot()
    def resume(self) -> None:
        """On with the declaration or guide that was left."""
        self.visit.act(self.visit.session.resume)

    @Slot()
    def openHome(self) -> None:
        """To the procedures, by life event."""
        self.visit.act(lambda: self.visit.session.go(Screen.HOME))

    @Slot()
    def openGuides(self) -> None:
        """To the guides, VNeID's among them."""
        self.visit.act(lambda: self.visit.session.go(Screen.GUIDES))

    @Slot()
    def readCard(self) -> None:
        """To the consent, to see what stands on one's own card."""
        self.visit.act(self.visit.session.read_my_card)

    @Slot()
    def openSearch(self) -> None:
        """To the search by name."""
        self.visit.act(lambda: self.visit.session.go(Screen.SEARCH))
