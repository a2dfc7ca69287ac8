"""The window over a station: one visit, one view model a screen, one QML engine. What `run`, `demo` and tests open.

Builds and wires; decides nothing. Close it before the station.
"""

from __future__ import annotations

import gc
import linecache
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine, QQmlError
from PySide6.QtQuick import QQuickWindow

from devices.card_reader.interface import CardReader
from kiosk import logs
from kiosk.counts.events import Aid
from kiosk.filing.messages import Look
from kiosk.session import Services, Silence
from kiosk.settings import DeviceSettings
from kiosk.spelling.letters import ToneStyle
from ui.keyboard.composer import Method
from ui.keyboard.physical import PhysicalTyping
from ui.shown import enums  # noqa: F401 registers Kiosk.Visit
from ui.shown.pictures import ShownPictures, printed_page, scanned_page, whole_page
from ui.view_models.screen_model import ScreenParts
from ui.view_models.screens import screen_models
from ui.view_models.shell import ShellViewModel
from ui.visit.card import CardReading
from ui.visit.current_visit import CurrentVisit
from ui.visit.device_rounds import DeviceRounds
from ui.visit.inactivity import Inactivity
from ui.visit.jobs import Jobs
from ui.visit.online import PageFiling
from ui.visit.paper import PaperPrinting
from ui.visit.portal_line import PortalProgram
from ui.visit.portal_process import PortalProcess
from ui.visit.scan import PageScanning
from ui.window import engine as qml
from ui.window.aids import watch_aids
from ui.window.clipboard import empty_clipboard
from ui.window.fixed_words import FixedWords
from ui.window.look_now import look_now
from ui.window.page_picture import PagePicture
from ui.window.spare_memory import give_back
from ui.window.staying_open import StayingOpen
from ui.window.voice import connected_voice

if TYPE_CHECKING:
    from kiosk.staff import StaffServices
    from ui.view_models.staff import StaffViewModel

LET_GO_MS = 700
"""After the idle screen has come back, and long before the next person is on a page that must not falter."""
WARM_MS = 1500
"""After the first frame, and long before a person has come to the search field, its index is built."""
MAIN = qml.QML / "Kiosk" / "Screens" / "Main.qml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The window: size in pixels, pixels a millimetre, full screen or not, motion or not."""

    size: QSize
    pixels_per_mm: float
    fullscreen: bool = False
    motion: bool = True


def opened_size(shape: Shape) -> QSize:
    """How large the window is made: a full one as its screen; else its first picture had another shape."""
    screen = QGuiApplication.primaryScreen().size()
    return screen if shape.fullscreen and not screen.isEmpty() else shape.size


@cache
def _leave_out_what_stays() -> None:
    """Modules and content stay: what is looked through after each person is the rest. Once in a process, for to count
    them is to go through them all."""
    if gc.get_freeze_count() == 0:
        gc.freeze()


class App:
    """One window. `jobs` and `inactivity` may be handed in by a test; `portal` shows official pages, where this
    computer has it."""

    def __init__(
        self,
        services: Services,
        reader: CardReader,
        devices: DeviceSettings,
        shape: Shape,
        *,
        jobs: Jobs | None = None,
        inactivity: Inactivity | None = None,
        staff: Callable[[], StaffServices] | None = None,
        portal: PortalProgram | None = None,
    ) -> None:
        linecache.clearcache()  # PySide6 looks into the source of every module that is imported, and Python keeps it
        _leave_out_what_stays()
        visit = services.settings.visit
        silence = Silence(last_touch=0.0, ask_after=visit.ask_after, end_after=visit.end_after, longest=visit.longest)
        self.jobs = jobs or Jobs()
        self.inactivity = inactivity or Inactivity(silence)
        self.visit = CurrentVisit(services, self.jobs, self.inactivity)
        self.cards = CardReading(self.visit, reader)
        self.papers = PaperPrinting(self.visit)
        self.rounds = DeviceRounds(self.visit, reader)
        self.leaving = PagePicture()
        self.pictures = ShownPictures("paper", printed_page)
        self.pages = ShownPictures("sheet", whole_page, decoded_when_shown=True)
        self.scans = PageScanning(self.visit)
        self.scanned = ShownPictures("scan", scanned_page)
        self.portal = PortalProcess(self.jobs, portal)
        self._official_look = lambda: self._look_now(shape)
        self.online = PageFiling(self.visit, self.portal, self._official_look)
        self.models = screen_models(
            ScreenParts(
                visit=self.visit,
                cards=self.cards,
                papers=self.papers,
                printed=self.pictures,
                pages=self.pages,
                scans=self.scans,
                scanned=self.scanned,
                online=self.online,
            )
        )
        self.shell = ShellViewModel(self.visit, self.models)
        self.scans.changed.connect(lambda: self.shell.offer_scan(offered=self.scans.is_offered))
        self.warnings: list[str] = []
        self.engine = QQmlApplicationEngine()
        self.look = self._prepare_engine(shape)
        self.speech = connected_voice(devices, self.shell, self.visit, self.look)
        self._stays: StayingOpen | None = None
        self.window = self._open(shape)
        self.online.closed.connect(self.window.requestActivate)
        QTimer.singleShot(WARM_MS, self.engine, lambda: services.search.find("a", 1))
        self.visit.wiped.connect(empty_clipboard)
        self.visit.reset.connect(self._between_two_persons)
        self.papers.made.connect(lambda: give_back(self.engine))
        self._staff_services = staff
        self.staff: StaffViewModel | None = None
        self.shell.staffCalled.connect(self._let_staff_in)
        gc.enable()

    def close(self) -> None:
        """Staff side, silence, workers, window, engine, in this order."""
        if self.staff is not None:
            self.staff.side.leave()  # its clock would ring for a window that is no more
        self.inactivity.unfollow(self.window)
        self.speech.stop()
        self.inactivity.rest()
        self.rounds.stop()
        self.portal.stop()
        self.jobs.stop()
        self._let_close()
        self.window.close()
        self._words.forget()
        shiboken6.delete(self.engine)  # while everything its bindings read is still there

    def _end_program(self) -> None:
        self._let_close()
        QGuiApplication.quit()

    def _let_close(self) -> None:
        if self._stays is not None:
            self._stays.end()

    def _prepare_engine(self, shape: Shape) -> QObject:
        qml.load_fonts()
        qml.dress(self.engine)
        self.engine.addImageProvider("page", self.leaving)
        self.engine.addImageProvider("paper", self.pictures.provider)
        self.engine.addImageProvider("sheet", self.pages.provider)
        self.engine.addImageProvider("scan", self.scanned.provider)
        self.engine.warnings.connect(self._warned)
        look = qml.look(self.engine)
        look.setProperty("pixelsPerMm", shape.pixels_per_mm)
        look.setProperty("motion", shape.motion)
        look.setProperty("newTones", self.visit.services.settings.typing.tones == "new")
        languages = self.visit.services.languages
        qml.speak(look, languages)
        self._words = FixedWords(languages)
        self._words.speak(0)
        self.shell.languageChosen.connect(self._language_chosen)
        self.shell.pictureAsked.connect(lambda: self.leaving.take(self.window))
        watch_aids(look, self._aid_used)
        return look

    def _aid_used(self, aid: Aid) -> None:
        self.visit.session.use_aid(aid)  # the session of whoever is in front now

    def _let_staff_in(self) -> None:
        if self.staff is None and self._staff_services is not None:
            from ui.staff.pages import StaffPage
            from ui.view_models.staff import StaffViewModel  # the start does not wait for what only the staff needs

            self.staff = staff = StaffViewModel(self.visit, self._staff_services(), self.portal, self._official_look)
            closed = StaffPage.CLOSED
            staff.pageChanged.connect(lambda: self.window.setProperty("staffIn", staff.props.page is not closed))
            staff.side.measured.connect(lambda scale: self.look.setProperty("pixelsPerMm", scale))
            staff.side.restart.connect(self._end_program)
            self.engine.addImageProvider("officer", staff.pictures.provider)
            self.engine.addImageProvider("register", staff.scans.provider)
            self.window.setProperty("staffModel", staff)
        if self.staff is not None:
            self.staff.open()

    def _open(self, shape: Shape) -> QQuickWindow:
        size = opened_size(shape)
        self.engine.setInitialProperties({"shell": self.shell, "width": size.width(), "height": size.height()})
        self.engine.load(QUrl.fromLocalFile(str(MAIN)))
        roots = self.engine.rootObjects()
        if not roots or not isinstance(roots[0], QQuickWindow):
            raise RuntimeError("the window's QML could not be loaded; the log names the place")
        window = roots[0]
        typing = self.visit.services.settings.typing
        self._typing = PhysicalTyping(Method(typing.method), ToneStyle(typing.tones), window)
        window.installEventFilter(self._typing)
        self.inactivity.follow(window)
        if shape.fullscreen:
            self._stays = StayingOpen(window)
            window.setCursor(Qt.CursorShape.BlankCursor)
            window.showFullScreen()
        else:
            window.show()
        return window

    def _between_two_persons(self) -> None:
        """At once and once more: a page that has just left is let go by the event loop, after the first time."""
        if shiboken6.isValid(self.engine):  # the goodbye may outlast the window
            give_back(self.engine)
            QTimer.singleShot(LET_GO_MS, self.engine, lambda: give_back(self.engine))

    def _warned(self, warnings: list[QQmlError]) -> None:
        for warning in warnings:
            self.warnings.append(warning.toString())
            logs.logger().warning("qml", file=warning.url().fileName(), reason=warning.line())

    def _language_chosen(self, index: int) -> None:
        self._words.speak(index)
        language = self.visit.services.languages[index]
        self.visit.act(lambda: self.visit.session.speak(language))
        self.engine.retranslate()

    def _look_now(self, shape: Shape) -> Look:
        return look_now(self.visit, self.look, self.window, self._typing, fullscreen=shape.fullscreen)
