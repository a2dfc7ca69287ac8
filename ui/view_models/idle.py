"""The idle screen: slides for people walking by, opening hours, the name of the place."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement

from kiosk.content.notice import IdleNotice, in_rotation
from kiosk.i18n import Text
from ui.view_models.screen_model import ScreenModel, ScreenParts
from ui.visit.current_visit import CurrentVisit

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class IdleProps:
    """Nothing personal, so nothing to wipe. `slides` is their number, `slide` the one shown, from 0."""

    place_name: str = ""
    opening_hours: str = ""
    hotline: str = ""
    slides: int = 0
    slide: int = 0
    heading: str = ""
    points: tuple[str, ...] = ()
    drawing: str = "touch"
    seconds: int = 12


def derive_idle(visit: CurrentVisit, notices: tuple[IdleNotice, ...], place: int) -> IdleProps:
    """What the settings say of this station, and one slide of today's rotation."""
    commune, portal = visit.services.settings.commune, visit.services.settings.portal
    shown = notices[place] if notices else None
    return IdleProps(
        place_name=f"{visit.say(commune.name)}, {visit.say(commune.province)}",
        opening_hours=visit.say(commune.opening_hours),
        hotline=portal.hotline,
        slides=len(notices),
        slide=place,
        heading=visit.say(shown.heading) if shown else "",
        points=tuple(visit.say(point) for point in _points(shown)) if shown else (),
        drawing=shown.illustration if shown else "touch",
        seconds=shown.seconds if shown else 12,
    )


def _points(notice: IdleNotice) -> tuple[Text, ...]:
    """Those of the slide, and what a touch on it leads to."""
    return (*notice.points, *([notice.invitation] if notice.invitation else []))


@QmlElement
class IdleViewModel(ScreenModel[IdleProps]):
    """Shows one notice after another until somebody touches the screen."""

    def __init__(self, parts: ScreenParts) -> None:
        super().__init__(parts)
        self._place = 0

    def derive(self) -> IdleProps:
        notices = self._rotation()
        self._place = self._place % len(notices) if notices else 0
        return derive_idle(self.visit, notices, self._place)

    @Slot()
    def nextSlide(self) -> None:
        """Called by the page's timer when a notice was long enough in front."""
        self._place += 1
        self.refresh()

    @Slot()
    def openSlide(self) -> None:
        """A touch on the slide: begin, and go to its guide if it has one."""
        notices = self._rotation()
        guide = notices[self._place].guide if notices else None
        self.visit.begin()
        if guide:
            self.visit.act(lambda: self.visit.session.start_guide(guide))

    def _rotation(self) -> tuple[IdleNotice, ...]:
        return in_rotation(self.visit.services.notices, self.visit.services.today())
