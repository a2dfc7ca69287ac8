"""The home screen: ten life events and the commune's most asked procedures."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import Screen
from ui.list_models.life_event_list import LifeEventList, life_event_row
from ui.list_models.procedure_list import ProcedureList, procedure_row
from ui.view_models.screen_model import ScreenModel, ScreenParts

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1

MOST_ASKED = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeProps:
    """No field: both lists stand beside it."""


@QmlElement
class HomeViewModel(ScreenModel[HomeProps]):
    """Ten life events, and the six procedures most asked for."""

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
        return HomeProps()

    @Slot(str)
    def openLifeEvent(self, key: str) -> None:
        """To the procedures of the life event of that key."""
        self.visit.act(lambda: self.visit.session.choose_life_event(key))

    @Slot(str)
    def openProcedure(self, procedure_id: str) -> None:
        """To one of the procedures most asked for."""
        self.visit.act(lambda: self.visit.session.choose_procedure(procedure_id))

    @Slot()
    def openSearch(self) -> None:
        """To the search by name."""
        self.visit.act(lambda: self.visit.session.go(Screen.SEARCH))
