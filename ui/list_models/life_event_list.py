"""Life events as buttons with a drawing: the home screen by need."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtQml import QmlElement

from kiosk.i18n import Language
from kiosk.procedures.catalogue import LifeEvent
from ui.shown.records import RecordList

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeEventRow:
    """One life event; `drawing` names an illustration."""

    id: str
    name: str
    hint: str
    drawing: str


@QmlElement
class LifeEventList(RecordList):
    """The life events of the first page."""

    record = LifeEventRow


def life_event_row(event: LifeEvent, language: Language) -> LifeEventRow:
    """The button of one life event, in the words of `language`."""
    return LifeEventRow(
        id=event.id, name=event.name.say(language), hint=event.hint.say(language), drawing=event.illustration
    )
