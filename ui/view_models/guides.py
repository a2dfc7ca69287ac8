"""The guides to choose from, topic by topic."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.guides.guide import Topic
from kiosk.screens import Screen
from ui.list_models.guide_list import GuideList, guide_row
from ui.view_models.screen_model import ScreenModel, ScreenParts

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidesProps:
    """No field: the list stands beside it."""


@QmlElement
class GuidesViewModel(ScreenModel[GuidesProps]):
    """Offers the guides by topic."""

    never = Signal()

    def __init__(self, parts: ScreenParts) -> None:
        super().__init__(parts)
        self._guides = GuideList()

    guides = Property(QObject, lambda self: self._guides, notify=never)

    def derive(self) -> GuidesProps:
        """Those that hold today, topic by topic."""
        guides, language = self.visit.services.guides, self.visit.language
        rows = [
            guide_row(guide, language, first=place == 0)
            for topic in Topic
            for place, guide in enumerate(guides.on(topic, self.visit.services.today()))
        ]
        self._guides.show(rows)
        return GuidesProps()

    @Slot()
    def openSearch(self) -> None:
        """To the search: who knows the trouble in own words need not read every title."""
        self.visit.act(lambda: self.visit.session.go(Screen.SEARCH))

    @Slot(str)
    def start(self, guide_id: str) -> None:
        """Begin the guide of that id at its first step."""
        self.visit.act(lambda: self.visit.session.start_guide(guide_id))
