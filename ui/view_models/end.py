"""Goodbye: the name of the place, and nothing of the person."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtQml import QmlElement

from ui.view_models.screen_model import ScreenModel
from ui.visit.current_visit import CurrentVisit

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class EndProps:
    """`place`: the name of the commune, in the top line."""

    place_name: str = ""


def derive_end(visit: CurrentVisit) -> EndProps:
    """What the settings call this place."""
    return EndProps(place_name=visit.say(visit.services.settings.commune.name))


@QmlElement
class EndViewModel(ScreenModel[EndProps]):
    """Says that everything is forgotten, until the next person or the idle screen."""

    def derive(self) -> EndProps:
        return derive_end(self.visit)
