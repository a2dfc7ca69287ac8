"""The quiet screens: what to do next, help, and the goodbye."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement
from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode

from kiosk.guides.guide import Exit, Guide
from kiosk.session import Screen
from kiosk.session.paper_step import Paper
from ui.desk import Desk
from ui.paper_desk import PaperDesk
from ui.view_models.screen_model import ScreenModel
from ui.view_models.snapshot import prop

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


def qr_rows(address: str) -> tuple[tuple[bool, ...], ...]:
    """The modules of a QR code for an address (ISO/IEC 18004, level M), True is dark; no quiet zone."""
    code = QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(address)
    code.make(fit=True)
    return tuple(tuple(bool(module) for module in row) for row in code.get_matrix())


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStepsProps:
    """Three things to do. `qr` leads to the procedure on the portal; `slip` is the paper of a guide; `printed` says
    whether the papers are in hand."""

    place: str = ""
    printed: bool = False
    slip: bool = False
    declared: bool = False
    online: bool = False
    where: str = ""
    time: str = ""
    qr: tuple[tuple[bool, ...], ...] = ()
    qr_label: str = ""


def derive_next_steps(desk: Desk) -> NextStepsProps:
    """After the paper: what to do with the papers that were printed, not with what was looked at before."""
    session = desk.session
    if session.walk and isinstance(session.walk.current, Exit):
        return _after_guide(desk, session.walk.guide, session.walk.current)
    procedure = session.procedure
    if procedure is None:
        return NextStepsProps()
    limit = procedure.time_limit(desk.services.today())
    return NextStepsProps(
        place=desk.say(procedure.name),
        printed=session.paper.all_done,
        declared=any(sheet.paper is Paper.DECLARATION for sheet in session.paper.sheets),
        online=bool(procedure.online_steps),
        where=desk.say(procedure.place),
        time=desk.say(limit.text) if limit else "",
        qr=qr_rows(procedure.portal.search_url),
        qr_label=procedure.portal.name,
    )


def _after_guide(desk: Desk, guide: Guide, end: Exit) -> NextStepsProps:
    """The slip names a counter; nothing is handed in online."""
    counter = desk.services.guides.counter(end.counter) if end.counter else None
    return NextStepsProps(
        place=desk.say(guide.title),
        printed=desk.session.paper.all_done,
        where=desk.say(counter.name) if counter else "",
        slip=True,
    )


@QmlElement
class NextStepsViewModel(ScreenModel):
    """What to do now."""

    placeChanged = Signal()
    printedChanged = Signal()
    slipChanged = Signal()
    declaredChanged = Signal()
    onlineChanged = Signal()
    whereChanged = Signal()
    timeChanged = Signal()
    qrChanged = Signal()
    qrLabelChanged = Signal()

    place = Property(str, prop("place"), notify=placeChanged)
    printed = Property(bool, prop("printed"), notify=printedChanged)
    slip = Property(bool, prop("slip"), notify=slipChanged)
    declared = Property(bool, prop("declared"), notify=declaredChanged)
    online = Property(bool, prop("online"), notify=onlineChanged)
    where = Property(str, prop("where"), notify=whereChanged)
    time = Property(str, prop("time"), notify=timeChanged)
    qr = Property(list, lambda self: [list(row) for row in self.props.qr], notify=qrChanged)
    qrLabel = Property(str, prop("qr_label"), notify=qrLabelChanged)

    def __init__(self, desk: Desk, papers: PaperDesk) -> None:
        super().__init__(desk, NextStepsProps())
        papers.changed.connect(self._moved)

    def derive(self) -> NextStepsProps:
        """From the procedure."""
        return derive_next_steps(self.desk)

    @Slot()
    def anotherTask(self) -> None:
        """One more thing, with everything typed kept."""
        self.desk.act(self.desk.session.home)

    def _moved(self) -> None:
        """A paper that nobody waited for came out after all."""
        if self.desk.screen is Screen.NEXT_STEPS:
            self.refresh()


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpProps:
    """Who helps."""

    counter: str = ""
    phone: str = ""
    hotline: str = ""
    opening_hours: str = ""


@QmlElement
class HelpViewModel(ScreenModel):
    """A person comes."""

    counterChanged = Signal()
    phoneChanged = Signal()
    hotlineChanged = Signal()
    openingHoursChanged = Signal()

    counter = Property(str, prop("counter"), notify=counterChanged)
    phone = Property(str, prop("phone"), notify=phoneChanged)
    hotline = Property(str, prop("hotline"), notify=hotlineChanged)
    openingHours = Property(str, prop("opening_hours"), notify=openingHoursChanged)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, HelpProps())

    def derive(self) -> HelpProps:
        """From the settings."""
        commune, portal = self.desk.services.settings.commune, self.desk.services.settings.portal
        return HelpProps(
            counter=self.desk.say(commune.counter),
            phone=commune.phone,
            hotline=portal.hotline,
            opening_hours=self.desk.say(commune.opening_hours),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class EndProps:
    """The name of the place, in the top line."""

    place_name: str = ""


@QmlElement
class EndViewModel(ScreenModel):
    """Goodbye."""

    placeNameChanged = Signal()
    placeName = Property(str, prop("place_name"), notify=placeNameChanged)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, EndProps())

    def derive(self) -> EndProps:
        """From the settings."""
        return EndProps(place_name=self.desk.say(self.desk.services.settings.commune.name))
