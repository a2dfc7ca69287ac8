"""The portal's process: Chromium first, without anybody's data; then one visit; then the end of the process.

Built once and never used again: cookies, caches and Chromium's memory go with the process.
"""

from __future__ import annotations

import time
from dataclasses import replace

import shiboken6
from PySide6.QtCore import QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtWebEngineCore import qWebEngineChromiumSecurityPatchVersion, qWebEngineChromiumVersion

from kiosk.filing.hosts import BLANK
from kiosk.filing.messages import Alive, FromKiosk, Leave, Outcome, Painted, PortalVisit, Ready
from kiosk.silence import Silence
from kiosk.spelling.letters import ToneStyle
from ui.keyboard.composer import Method
from ui.keyboard.physical import EveryLetter
from ui.keyboard.typist import write_into
from ui.portal.boxes import Boxes
from ui.portal.channel import KioskLine
from ui.portal.guard import Guard
from ui.portal.hands import WindowHands
from ui.portal.layouts import KeyLayout
from ui.portal.link import PageLink
from ui.portal.loading import DONE
from ui.portal.native_lists import NativeLists
from ui.portal.page import PortalPage
from ui.portal.papers import PapersInMemory
from ui.portal.portal_model import FilingViewModel
from ui.portal.portal_window import dressed, item, opened
from ui.portal.running import RunningVisit
from ui.portal.sound import Sound
from ui.portal.start import Start
from ui.portal.watching import FieldWatch, QrWatch
from ui.portal.ways_out import WaysOut
from ui.portal.words import SpokenFaults, language_of
from ui.visit.inactivity import Inactivity
from ui.window import engine as qml
from ui.window.fixed_words import translators

THEMES = ("light", "dark", "high-contrast")
ZOOMS = (1.0, 1.3, 1.7)
CSS_PIXELS_PER_MM = 96 / 25.4
ASKS_FOR_S = 20.0
"""How long "are you still there?" stands."""
ALIVE_MS = 1000


class FilingProcess(QObject):
    """Wires the parts; decides nothing about a page."""

    def __init__(self, app: QGuiApplication, channel: KioskLine, start: Start) -> None:
        super().__init__()
        self._app, self._channel, self._start = app, channel, start
        self._ways, self._papers = WaysOut(), PapersInMemory()
        self.link, self.model = PageLink(), FilingViewModel()
        self.link.may_open, self.link.may_pop_up = self._ways.page, self._ways.popup
        self.engine = QQmlApplicationEngine()
        self.look = dressed(self.engine)
        self.window = opened(self.engine, self.model, self.link)
        write_into(self.window)
        self._official = item(self.window, "officialPage")
        self._guard = Guard(self._ways, self)
        self._official.property("profile").setUrlRequestInterceptor(self._guard)
        self._running: RunningVisit | None = None
        self._touched, self._zoom_step = False, 0
        self._beat = QTimer(self, interval=ALIVE_MS)
        self._beat.timeout.connect(self._alive)
        self.link.loadingTold.connect(self._standing)
        channel.heard.connect(self._heard)
        channel.ended.connect(self._leave)
        self.link.opened.emit(BLANK)

    def close(self) -> None:
        """Window and view first, while everything their bindings read is still there."""
        self._beat.stop()
        self.window.close()
        shiboken6.delete(self.engine)

    def _standing(self, status: int, _code: int, _address: str) -> None:
        """Chromium has shown its first, empty page."""
        if status == DONE:
            self.link.loadingTold.disconnect(self._standing)
            self._channel.say(
                Ready(
                    chromium=_text(qWebEngineChromiumVersion()),
                    security_patch=_text(qWebEngineChromiumSecurityPatchVersion()),
                )
            )

    # ------------------------------------------------------------------------------------------ the kiosk

    def _heard(self, message: FromKiosk) -> None:
        if isinstance(message, Leave):
            self._leave()
        elif self._running is None:
            self._begin(message)

    def _leave(self) -> None:
        """The kiosk has gone, or its visit is over: sign out and end."""
        if self._running is None:
            self._app.quit()
        else:
            self._running.end()

    def _begin(self, visit: PortalVisit) -> None:
        self._ways.follow(visit.rules)
        self._official.setProperty("policy", self._ways.policy)
        self._wear(visit)
        hands = WindowHands(self.window, self._place, self.link.focusAsked.emit)
        page = PortalPage(self.link, hands)
        running = RunningVisit(visit, self.link, page, self.model, SpokenFaults(language_of(visit.look.language)))
        self._running = running
        self._boxes = Boxes(running, self._papers)
        self._lists = NativeLists(running)
        self._typing = FieldWatch(
            self.model,
            page,
            running.another_worker(),
            has_focus=self._page_has_focus,
            takes_keys=lambda: running.sight.takes_keys,
        )
        self._qr = QrWatch(self.model, self.window, lambda: self._place()[0])
        self._keys = EveryLetter(
            Method(visit.look.typing), ToneStyle(visit.look.tones), self, wants=self._wants_vietnamese
        )
        self.window.installEventFilter(self._keys)
        self._sound = Sound(self.model, self.look, language_of(visit.look.language))
        self._be_silent_aware(visit)
        self.model.zoomAsked.connect(self._next_zoom)
        self.model.backAsked.connect(self.link.backAsked)
        running.painted.connect(lambda: self._channel.say(Painted()))
        running.ended.connect(self._ended)
        self._beat.start()
        self._show_window(visit)
        running.begin()

    def _wear(self, visit: PortalVisit) -> None:
        """The kiosk's own look, so that nobody notices another program."""
        look = visit.look
        language = language_of(look.language)
        self._translators = translators(replace(language, code=look.language))  # Qt keeps no reference
        for translator in self._translators:
            self._app.installTranslator(translator)
        self.engine.retranslate()
        qml.speak(self.look, [language])
        self.look.setProperty("pixelsPerMm", look.pixels_per_mm)
        self.look.setProperty("textSize", max(0, min(3, look.text_size - 1)))
        self.look.setProperty("theme", THEMES.index(look.scheme) if look.scheme in THEMES else 0)
        self.look.setProperty("sound", look.read_aloud)
        self._zoom_step = max(0, min(2, look.text_size - 2))
        self._base_zoom = look.pixels_per_mm / CSS_PIXELS_PER_MM
        self._zoom()

    def _show_window(self, visit: PortalVisit) -> None:
        self.window.resize(visit.look.width, visit.look.height)
        if visit.look.fullscreen and not self._start.windowed:
            self.window.setCursor(Qt.CursorShape.BlankCursor)
            self.window.showFullScreen()
        else:
            self.window.show()
        self.window.requestActivate()
        self.link.focusAsked.emit()

    def _ended(self, outcome: Outcome) -> None:
        self._papers.forget()
        self._channel.say(outcome)
        self._app.quit()

    def _alive(self) -> None:
        paying = self._running is not None and self._running.paying
        if paying:
            self._inactivity.touched()
        self._channel.say(Alive(paying=paying, touched=self._touched))
        self._touched = False

    # ------------------------------------------------------------------------------------------ the window

    def _be_silent_aware(self, visit: PortalVisit) -> None:
        silence = Silence(last_touch=time.monotonic(), ask_after=visit.silence_s, end_after=ASKS_FOR_S)
        self._inactivity = Inactivity(silence)
        self.window.installEventFilter(self._inactivity)
        self._inactivity.asking.connect(self._ask_silence)
        self._inactivity.returned.connect(lambda: self.model.change(lambda props: replace(props, asking=False)))
        self._inactivity.touchSeen.connect(self._touch)
        self._inactivity.touchSeen.connect(self._lists.touched)
        self._inactivity.gone.connect(self._leave)
        self.model.stayed.connect(self._inactivity.touched)
        self._inactivity.watch()

    def _ask_silence(self, left: int) -> None:
        self.model.change(lambda props: replace(props, asking=True, seconds_left=left))

    def _touch(self) -> None:
        self._touched = True

    def _place(self) -> tuple[QRectF, float]:
        area = self._official.mapRectToScene(self._official.boundingRect())
        return area, float(self._official.property("zoom"))

    def _page_has_focus(self) -> bool:
        return bool(self._official.property("activeFocus"))

    def _wants_vietnamese(self) -> bool:
        typing = self._typing
        return typing.layout is KeyLayout.LETTERS and not typing.secret and self._page_has_focus()

    def _next_zoom(self) -> None:
        self._zoom_step = (self._zoom_step + 1) % len(ZOOMS)
        self._zoom()

    def _zoom(self) -> None:
        self._official.setProperty("zoom", self._base_zoom * ZOOMS[self._zoom_step])
        self.model.change(lambda props: replace(props, zoom_step=self._zoom_step))


def _text(told: object) -> str:
    """Qt's versions, which PySide's own types call bytes."""
    return str(told)


def run(app: QGuiApplication, start: Start, incoming: int, outgoing: int) -> int:
    """The process until its one visit has ended; the exit code."""
    channel = KioskLine(incoming, outgoing)
    program = FilingProcess(app, channel, start)
    channel.open()
    code = app.exec()
    program.close()
    return code
