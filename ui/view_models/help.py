"""Who helps at this station, and how to reach them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtQml import QmlElement

from ui.view_models.screen_model import ScreenModel
from ui.visit.current_visit import CurrentVisit

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpProps:
    """The counter to go to, numbers to call, opening hours; all as the settings have them."""

    counter: str = ""
    phone: str = ""
    hotline: str = ""
    opening_hours: str = ""


def derive_help(visit: CurrentVisit) -> HelpProps:
    """Whom the settings name for this station."""
    commune, portal = visit.services.settings.commune, visit.services.settings.portal
    return HelpProps(
        counter=visit.say(commune.counter),
        phone=commune.phone,
        hotline=portal.hotline,
        opening_hours=visit.say(commune.opening_hours),
    )


@QmlElement
class HelpViewModel(ScreenModel[HelpProps]):
    """Says who helps and where; shows nothing of the visit."""

    def derive(self) -> HelpProps:
        return derive_help(self.visit)
