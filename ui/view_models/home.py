"""The home screen: ten life events and the commune's most asked procedures; and the list behind one event."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import Screen
from ui.list_models.life_event_list import LifeEventList, life_event_row
from ui.list_models.procedure_list import ProcedureList, procedure_row
from ui.shown.snapshot import prop
from ui.view_models.screen_model import ScreenModel
from ui.visit.current_visit import CurrentVisit

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1

MOST_ASKED = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeProps:
    """The lists carry the rest."""


@QmlElement
class HomeViewModel(ScreenModel):
    """Ten doors, six short cuts."""

    never = Signal()

    def __init__(self, visit: CurrentVisit) -> None:
        super().__init__(visit, HomeProps())
        self._events = LifeEventList()
        self._popular = ProcedureList()

    lifeEvents = Property(QObject, lambda self: self._events, notify=never)
    popular = Property(QObject, lambda self: self._popular, notify=never)

    def derive(self) -> HomeProps:
        """Both lists in the person's language."""
        visit, catalogue = self.visit, self.visit.services.catalogue
        today = visit.services.today()
        self._events.show([life_event_row(event, visit.language) for event in catalogue.life_events()])
        asked = (catalogue.get(name) for name in visit.services.settings.visit.popular)
        popular = [procedure for procedure in asked if procedure] or list(catalogue.popular())
        self._popular.show([procedure_row(procedure, visit.language, today) for procedure in popular[:MOST_ASKED]])
        return HomeProps()

    @Slot(str)
    def openLifeEvent(self, key: str) -> None:
        """One of the doors."""
        self.visit.act(lambda: self.visit.session.choose_life_event(key))

    @Slot(str)
    def openProcedure(self, procedure_id: str) -> None:
        """One of the short cuts."""
        self.visit.act(lambda: self.visit.session.choose_procedure(procedure_id))

    @Slot()
    def openSearch(self) -> None:
        """Find it by name."""
        self.visit.act(lambda: self.visit.session.go(Screen.SEARCH))


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeEventProps:
    """One life event."""

    name: str = ""
    hint: str = ""


@QmlElement
class LifeEventViewModel(ScreenModel):
    """The procedures behind one door."""

    never = Signal()
    nameChanged = Signal()
    hintChanged = Signal()
    name = Property(str, prop("name"), notify=nameChanged)
    hint = Property(str, prop("hint"), notify=hintChanged)

    def __init__(self, visit: CurrentVisit) -> None:
        super().__init__(visit, LifeEventProps())
        self._procedures = ProcedureList()

    procedures = Property(QObject, lambda self: self._procedures, notify=never)

    def derive(self) -> LifeEventProps:
        """The event and its procedures, the commune's most asked first."""
        visit, key = self.visit, self.visit.session.life_event or ""
        event = next((e for e in visit.services.catalogue.life_events() if e.id == key), None)
        today = visit.services.today()
        found = visit.services.catalogue.by_life_event(key)
        self._procedures.show([procedure_row(procedure, visit.language, today) for procedure in found])
        return LifeEventProps(name=visit.say(event.name), hint=visit.say(event.hint)) if event else LifeEventProps()

    @Slot(str)
    def openProcedure(self, procedure_id: str) -> None:
        """One row."""
        self.visit.act(lambda: self.visit.session.choose_procedure(procedure_id))
