"""The shelf of guides, one step of a guide, and its exit."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.guides.guide import Exit, ExitKind, Step, Topic
from kiosk.guides.walk import GuideWalk
from ui.list_models.guide_list import GuideList, WayList, guide_row, lit_line, phone_lines, way_row
from ui.shown.snapshot import listed, prop
from ui.shown.wording import provenance
from ui.view_models.screen_model import ScreenModel
from ui.visit.current_visit import CurrentVisit

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidesProps:
    """The list carries the rest."""


@QmlElement
class GuidesViewModel(ScreenModel):
    """Which guide?"""

    never = Signal()

    def __init__(self, visit: CurrentVisit) -> None:
        super().__init__(visit, GuidesProps())
        self._guides = GuideList()

    guides = Property(QObject, lambda self: self._guides, notify=never)

    def derive(self) -> GuidesProps:
        """All guides, shelf by shelf."""
        shelf, language = self.visit.services.guides, self.visit.language
        rows = [
            guide_row(guide, language, first=place == 0)
            for topic in Topic
            for place, guide in enumerate(shelf.on(topic))
        ]
        self._guides.show(rows)
        return GuidesProps()

    @Slot(str)
    def start(self, guide_id: str) -> None:
        """This one."""
        self.visit.act(lambda: self.visit.session.start_guide(guide_id))


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideProps:
    """One step. `phone_lit` is the row to touch on the drawn phone, -1 for none."""

    place: str = ""
    step_number: int = 1
    step_count: int = 1
    text: str = ""
    spoken: str = ""
    drawing: str = ""
    phone_title: str = ""
    phone_lines: tuple[str, ...] = ()
    phone_lit: int = -1
    helper: str = ""
    secret: bool = False
    unconfirmed: str = ""


def derive_guide(visit: CurrentVisit, walk: GuideWalk, step: Step) -> GuideProps:
    """The step in front."""
    language, basis = visit.language, walk.guide.basis(step)
    phone = step.screen
    return GuideProps(
        place=walk.guide.title.say(language),
        step_number=walk.number,
        step_count=walk.at_most,
        text=step.text.say(language),
        spoken=(step.spoken or step.text).say(language),
        drawing="" if phone else step.illustration or walk.guide.illustration,
        phone_title=phone.app if phone else "",
        phone_lines=phone_lines(phone, language) if phone else (),
        phone_lit=lit_line(phone) if phone else -1,
        helper=step.helper.say(language) if step.helper else "",
        secret=step.secret,
        unconfirmed="" if basis.is_confirmed else provenance(basis, language),
    )


@QmlElement
class GuideViewModel(ScreenModel):
    """One thing to do on the phone."""

    never = Signal()
    placeChanged = Signal()
    stepNumberChanged = Signal()
    stepCountChanged = Signal()
    textChanged = Signal()
    spokenChanged = Signal()
    drawingChanged = Signal()
    phoneTitleChanged = Signal()
    phoneLinesChanged = Signal()
    phoneLitChanged = Signal()
    helperChanged = Signal()
    secretChanged = Signal()
    unconfirmedChanged = Signal()

    place = Property(str, prop("place"), notify=placeChanged)
    stepNumber = Property(int, prop("step_number"), notify=stepNumberChanged)
    stepCount = Property(int, prop("step_count"), notify=stepCountChanged)
    text = Property(str, prop("text"), notify=textChanged)
    spoken = Property(str, prop("spoken"), notify=spokenChanged)
    drawing = Property(str, prop("drawing"), notify=drawingChanged)
    phoneTitle = Property(str, prop("phone_title"), notify=phoneTitleChanged)
    phoneLines = Property(list, listed("phone_lines"), notify=phoneLinesChanged)
    phoneLit = Property(int, prop("phone_lit"), notify=phoneLitChanged)
    helper = Property(str, prop("helper"), notify=helperChanged)
    secret = Property(bool, prop("secret"), notify=secretChanged)
    unconfirmed = Property(str, prop("unconfirmed"), notify=unconfirmedChanged)

    def __init__(self, visit: CurrentVisit) -> None:
        super().__init__(visit, GuideProps())
        self._ways = WayList()

    ways = Property(QObject, lambda self: self._ways, notify=never)

    def derive(self) -> GuideProps:
        """From the walk."""
        walk = self.visit.session.walk
        if walk is None or not isinstance(walk.current, Step):
            return GuideProps()
        self._ways.show([way_row(way, self.visit.language) for way in walk.ways])
        return derive_guide(self.visit, walk, walk.current)

    @Slot(int)
    def choose(self, index: int) -> None:
        """One of the ways on."""
        walk = self.visit.session.walk
        if walk and 0 <= index < len(walk.ways):
            self.visit.act(lambda: self.visit.session.choose_in_guide(walk.ways[index]))


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideExitProps:
    """How a guide ended; counter lines are empty when it ended well."""

    place: str = ""
    done: bool = True
    text: str = ""
    counter: str = ""
    where: str = ""
    hours: str = ""
    phone: str = ""
    bring: tuple[str, ...] = ()
    then_title: str = ""


def derive_guide_exit(visit: CurrentVisit, walk: GuideWalk, end: Exit) -> GuideExitProps:
    """The exit reached."""
    shelf = visit.services.guides
    counter = shelf.counter(end.counter) if end.counter else None
    following = shelf.get(end.then) if end.then else None
    return GuideExitProps(
        place=visit.say(walk.guide.title),
        done=end.kind is ExitKind.DONE,
        text=visit.say(end.text),
        counter=visit.say(counter.name) if counter else "",
        where=visit.say(counter.where) if counter else "",
        hours=visit.say(counter.hours) if counter else "",
        phone=counter.phone if counter else "",
        bring=tuple(visit.say(thing) for thing in end.bring),
        then_title=visit.say(following.title) if following else "",
    )


@QmlElement
class GuideExitViewModel(ScreenModel):
    """Done, or help beyond this station."""

    placeChanged = Signal()
    doneChanged = Signal()
    textChanged = Signal()
    counterChanged = Signal()
    whereChanged = Signal()
    hoursChanged = Signal()
    phoneChanged = Signal()
    bringChanged = Signal()
    thenTitleChanged = Signal()

    place = Property(str, prop("place"), notify=placeChanged)
    done = Property(bool, prop("done"), notify=doneChanged)
    text = Property(str, prop("text"), notify=textChanged)
    counter = Property(str, prop("counter"), notify=counterChanged)
    where = Property(str, prop("where"), notify=whereChanged)
    hours = Property(str, prop("hours"), notify=hoursChanged)
    phone = Property(str, prop("phone"), notify=phoneChanged)
    bring = Property(list, listed("bring"), notify=bringChanged)
    thenTitle = Property(str, prop("then_title"), notify=thenTitleChanged)

    def __init__(self, visit: CurrentVisit) -> None:
        super().__init__(visit, GuideExitProps())

    def derive(self) -> GuideExitProps:
        """From the walk."""
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
