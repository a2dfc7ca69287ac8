"""The procedures behind one life event."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.list_models.procedure_list import ProcedureList, procedure_row
from ui.view_models.screen_model import ScreenModel, ScreenParts

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeEventProps:
    """Heading and one line below it; the procedures are a list beside."""

    name: str = ""
    hint: str = ""


@QmlElement
class LifeEventViewModel(ScreenModel[LifeEventProps]):
    """The procedures of the life event that was chosen."""

    never = Signal()

    def __init__(self, parts: ScreenParts) -> None:
        super().__init__(parts)
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
        """To the procedure of that id."""
        self.visit.act(lambda: self.visit.session.choose_procedure(procedure_id))
