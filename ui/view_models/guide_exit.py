"""The end of a guide: done, another guide that goes on, or help beyond this station."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement

from kiosk.guides.guide import Exit, ExitKind
from kiosk.guides.walk import GuideWalk
from ui.view_models.screen_model import ScreenModel
from ui.visit.current_visit import CurrentVisit

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideExitProps:
    """How a guide ended; counter lines are empty where no counter is named, and then there is no `slip` to print."""

    place: str = ""
    done: bool = True
    text: str = ""
    slip: bool = False
    counter: str = ""
    where: str = ""
    hours: str = ""
    phone: str = ""
    bring: tuple[str, ...] = ()
    then_title: str = ""


def derive_guide_exit(visit: CurrentVisit, walk: GuideWalk, end: Exit) -> GuideExitProps:
    """What the screen shows of `end`: what was reached, and the counter or guide that follows."""
    guides = visit.services.guides
    counter = guides.counter(end.counter) if end.counter else None
    following = guides.get(end.then, visit.services.today()) if end.then else None
    return GuideExitProps(
        place=visit.say(walk.guide.title),
        done=end.kind is ExitKind.DONE,
        text=visit.say(end.text),
        slip=counter is not None,
        counter=visit.say(counter.name) if counter else "",
        where=visit.say(counter.where) if counter else "",
        hours=visit.say(counter.hours) if counter else "",
        phone=counter.phone if counter else "",
        bring=tuple(visit.say(thing) for thing in end.bring),
        then_title=visit.say(following.title) if following else "",
    )


@QmlElement
class GuideExitViewModel(ScreenModel[GuideExitProps]):
    """Done, or help beyond this station."""

    def derive(self) -> GuideExitProps:
        walk = self.visit.session.walk
        if walk is None or not isinstance(walk.current, Exit):
            return GuideExitProps()
        return derive_guide_exit(self.visit, walk, walk.current)

    @Slot()
    def printSlip(self) -> None:
        """The slip for the counter."""
        self.visit.act(self.visit.session.print_papers)

    @Slot()
    def goOn(self) -> None:
        """The guide that goes on from here."""
        walk = self.visit.session.walk
        if walk and isinstance(walk.current, Exit) and walk.current.then:
            following = walk.current.then
            self.visit.act(lambda: self.visit.session.start_guide(following))
