"""What to do now: where the papers go, until when it takes, and the portal as a QR code."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement

from kiosk.guides.guide import Exit, Guide
from kiosk.qr_modules import modules_of
from kiosk.session import Screen
from kiosk.session.paper_step import Paper
from ui.view_models.screen_model import ScreenModel, ScreenParts
from ui.visit.current_visit import CurrentVisit

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStepsProps:
    """Three things to do. `dossier` is the code of what the portal has taken; `qr` leads to where it is followed up
    when `tracked`, else to the procedure on the portal; `slip` is the paper of a guide; `printed` says
    whether the papers are in hand."""

    place: str = ""
    printed: bool = False
    slip: bool = False
    declared: bool = False
    online: bool = False
    where: str = ""
    time: str = ""
    dossier: str = ""
    tracked: bool = False
    qr: tuple[tuple[bool, ...], ...] = ()
    qr_label: str = ""


def derive_next_steps(visit: CurrentVisit) -> NextStepsProps:
    """After the paper: what to do with the papers that were printed, not with what was looked at before."""
    session = visit.session
    if session.walk and isinstance(session.walk.current, Exit):
        return _after_guide(visit, session.walk.guide, session.walk.current)
    procedure = session.procedure
    if procedure is None:
        return NextStepsProps()
    today = visit.services.today()
    limit = procedure.time_limit(today)
    dossier = session.portal.dossier(procedure)
    tracking = dossier.tracking if dossier else ""
    return NextStepsProps(
        place=visit.say(procedure.name),
        printed=session.paper.all_done,
        declared=any(sheet.paper is Paper.DECLARATION for sheet in session.paper.sheets),
        online=bool(procedure.online_steps),
        where=visit.say(procedure.place_on(today)),
        time=visit.say(limit.text) if limit else "",
        dossier=dossier.code if dossier else "",
        tracked=bool(tracking),
        qr=modules_of(tracking or procedure.portal_on(today).search_url),
        qr_label=procedure.portal.name,
    )


def _after_guide(visit: CurrentVisit, guide: Guide, end: Exit) -> NextStepsProps:
    """The slip names a counter; nothing is handed in online."""
    counter = visit.services.guides.counter(end.counter) if end.counter else None
    return NextStepsProps(
        place=visit.say(guide.title),
        printed=visit.session.paper.all_done,
        where=visit.say(counter.name) if counter else "",
        slip=True,
    )


@QmlElement
class NextStepsViewModel(ScreenModel[NextStepsProps]):
    """Says where the papers go and what comes next."""

    def __init__(self, parts: ScreenParts) -> None:
        super().__init__(parts)
        parts.papers.changed.connect(self._moved)

    def derive(self) -> NextStepsProps:
        return derive_next_steps(self.visit)

    @Slot()
    def printDossier(self) -> None:
        """The leaflet with the code of the dossier."""
        self.visit.act(lambda: self.visit.session.print_papers(only_leaflet=True))

    @Slot()
    def anotherTask(self) -> None:
        """One more thing, with everything typed kept."""
        self.visit.act(self.visit.session.home)

    def _moved(self) -> None:
        """A paper that nobody waited for came out after all."""
        if self.visit.screen is Screen.NEXT_STEPS:
            self.refresh()
