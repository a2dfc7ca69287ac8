"""Search as you type. What was typed is shown, never kept: it goes with the visit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.counts.events import EventKind
from kiosk.procedures.national import NamedProcedure
from kiosk.procedures.search import Hit
from kiosk.procedures.search_index import EntryKind
from ui.list_models.answer_list import (
    AnswerList,
    AnswerRow,
    elsewhere_answer,
    guide_answer,
    name_only,
    procedure_answer,
)
from ui.view_models.screen_model import ScreenModel, ScreenParts
from ui.visit.current_visit import CurrentVisit

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1

LIMIT = 8
_LONG_ENOUGH = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchProps:
    """`empty` is true when something was asked and nothing found; politeness alone asks nothing yet."""

    query: str = ""
    empty: bool = False


def answer_rows(visit: CurrentVisit, query: str) -> list[AnswerRow]:
    """What answers the query, best first; what holds no more today is left out."""
    hits = visit.services.search.find(query, LIMIT) if query.strip() else []
    return [row for row in (_row(visit, hit) for hit in hits) if row is not None]


def _row(visit: CurrentVisit, hit: Hit) -> AnswerRow | None:
    services, language, today, key = visit.services, visit.language, visit.services.today(), hit.id or ""
    match hit.kind:
        case EntryKind.PROCEDURE:
            procedure = services.catalogue.get(key)
            return procedure_answer(hit, procedure, language, today) if procedure else None
        case EntryKind.GUIDE:
            guide = services.guides.get(key, today)
            return guide_answer(guide, language) if guide else None
        case EntryKind.ELSEWHERE:
            entry = services.elsewhere.get(key)
            return elsewhere_answer(key, entry, language) if entry and entry.holds_on(today) else None
        case EntryKind.NATIONAL:
            return name_only(hit, language)
    assert_never(hit.kind)


@QmlElement
class SearchViewModel(ScreenModel[SearchProps]):
    """Asks the search as the person types."""

    never = Signal()

    def __init__(self, parts: ScreenParts) -> None:
        super().__init__(parts)
        self._results = AnswerList()
        self._counted = False
        self._typed = ""
        self._letters_are_in = QTimer(self)
        self._letters_are_in.setSingleShot(True)
        self._letters_are_in.setInterval(0)
        self._letters_are_in.timeout.connect(self._look_up)

    results = Property(QObject, lambda self: self._results, notify=never)

    def derive(self) -> SearchProps:
        return self._found(self.props.query)

    def wipe(self) -> None:
        self._letters_are_in.stop()
        self._typed = ""
        self._results.show([])
        self._counted = False
        super().wipe()

    @Slot(str)
    def find(self, query: str) -> None:
        """Search for the whole of what stands in the field; called at every letter.

        Once for all letters that came together: a machine types thousands, and a search for each of them would keep
        the window from everybody else.
        """
        self._typed = query
        self._letters_are_in.start()

    def _look_up(self) -> None:
        if self._typed != self.props.query:
            self.show(self._found(self._typed))

    @Slot(str)
    def openProcedure(self, procedure_id: str) -> None:
        """To the procedure of that id."""
        self.visit.act(lambda: self.visit.session.choose_procedure(procedure_id))

    @Slot(str)
    def startGuide(self, guide_id: str) -> None:
        """To the first step of the guide of that id."""
        self.visit.act(lambda: self.visit.session.start_guide(guide_id))

    @Slot(str)
    def printName(self, code: str) -> None:
        """The leaflet of the answer of that code in the national catalogue; one that is not shown does nothing."""
        hits = self.visit.services.search.find(self.props.query, LIMIT)
        hit = next((each for each in hits if each.kind is EntryKind.NATIONAL and each.code == code), None)
        if hit is not None:
            named = NamedProcedure(code=code, name=hit.name, agency=hit.agency)
            self.visit.act(lambda: self.visit.session.print_name(named))

    def _found(self, query: str) -> SearchProps:
        rows = answer_rows(self.visit, query)
        self._results.show(rows)
        asked = len(query.strip()) >= _LONG_ENOUGH and self.visit.services.search.asks(query)
        empty = asked and not rows
        if empty and not self._counted:
            self._counted = True
            self.visit.services.counter.count(EventKind.SEARCH_EMPTY)
        return replace(self.props, query=query, empty=empty)
