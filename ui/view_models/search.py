"""Search as you type. What was typed is shown, never kept: it goes with the visit."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.counts.events import EventKind
from kiosk.procedures.search import Hit
from ui.list_models.procedure_list import ProcedureList, ProcedureRow, procedure_row
from ui.view_models.screen_model import ScreenModel, ScreenParts

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1

LIMIT = 8
_LONG_ENOUGH = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchProps:
    """`empty` is true when something was asked and nothing found."""

    query: str = ""
    empty: bool = False


@QmlElement
class SearchViewModel(ScreenModel[SearchProps]):
    """Asks the search at every keystroke."""

    never = Signal()

    def __init__(self, parts: ScreenParts) -> None:
        super().__init__(parts)
        self._results = ProcedureList()
        self._counted = False

    results = Property(QObject, lambda self: self._results, notify=never)

    def derive(self) -> SearchProps:
        return self._found(self.props.query)

    def wipe(self) -> None:
        self._results.show([])
        self._counted = False
        super().wipe()

    @Slot(str)
    def find(self, query: str) -> None:
        """Search for `typed`, the whole of what stands in the field; called at every letter."""
        if query != self.props.query:
            self.show(self._found(query))

    @Slot(str)
    def openProcedure(self, procedure_id: str) -> None:
        """To the procedure of that id."""
        self.visit.act(lambda: self.visit.session.choose_procedure(procedure_id))

    def _found(self, query: str) -> SearchProps:
        hits = self.visit.services.search.find(query, LIMIT) if query.strip() else []
        self._results.show([self._row(hit) for hit in hits])
        empty = len(query.strip()) >= _LONG_ENOUGH and not hits
        if empty and not self._counted:
            self._counted = True
            self.visit.services.counter.count(EventKind.SEARCH_EMPTY)
        return replace(self.props, query=query, empty=empty)

    def _row(self, hit: Hit) -> ProcedureRow:
        known = self.visit.services.catalogue.get(hit.procedure_id) if hit.procedure_id else None
        if known:
            return procedure_row(known, self.visit.language, self.visit.services.today())
        return ProcedureRow(id="", name=hit.name, official_name=hit.code or "", fee="", time="")
