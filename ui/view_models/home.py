"""The first page: what was left half done, the most asked procedures, ten life events, guides, one's card."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import Screen
from ui.list_models.life_event_list import LifeEventList, life_event_row
from ui.list_models.procedure_list import ProcedureList, procedure_row
from ui.view_models.screen_model import ScreenModel, ScreenParts
from ui.visit.current_visit import CurrentVisit

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1

MOST_ASKED = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeProps:
    """The name of the place, in the top line; `unfinished` is what the person left by going home, or empty.
    Both lists stand beside it."""

    place_name: str = ""
    unfinished: str = ""


def derive_home(visit: CurrentVisit) -> HomeProps:
    """What the settings call this place, and what of the visit can be resumed."""
    begun = visit.session.unfinished
    return HomeProps(
        place_name=visit.say(visit.services.settings.commune.name),
        unfinished=visit.say(begun.name) if begun else "",
    )


@QmlElement
class HomeViewModel(ScreenModel[HomeProps]):
    """Ten life events, the six procedures most asked for, and the ways to guides and to one's own card."""

    never = Signal()

    def __init__(self, parts: ScreenParts) -> None:
        super().__init__(parts)
        self._events = LifeEventList()
        self._popular = ProcedureList()

    lifeEvents = Property(QObject, lambda self: self._events, notify=never)
    popular = Property(QObject, lambda self: self._popular, notify=never)

    def derive(self) -> HomeProps:
        visit, catalogue = self.visit, self.visit.services.catalogue
        today = visit.services.today()
        self._events.show([life_event_row(event, visit.language) for event in catalogue.life_events()])
        asked = (catalogue.get(name) for name in visit.services.settings.visit.popular)
        popular = [procedure for procedure in asked if procedure] or list(catalogue.popular())
        self._popular.show([procedure_row(procedure, visit.language, today) for procedure in popular[:MOST_ASKED]])
        return derive_home(visit)

    @Slot(str)
    def openLifeEvent(self, key: str) -> None:
        """To the procedures of the life event of that key."""
        self.visit.act(lambda: self.visit.session.choose_life_event(key))

    @Slot(str)
    def openProcedure(self, procedure_id: str) -> None:
        """To one of the procedures most asked for."""
        self.visit.act(lambda: self.visit.session.choose_procedure(procedure_id))

    @Slot()
    def resume(self) -> None:
        """On with the declaration or guide that was left."""
        self.visit.act(self.visit.session.resume)

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
