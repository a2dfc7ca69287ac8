"""One filing in the window: the look of the kiosk, the person's keys and silence, and the running visit between them.

Wires the parts; decides nothing about a page.
"""

from __future__ import annotations

import time
from dataclasses import replace

from PySide6.QtCore import QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from kiosk.filing.messages import Alive, Outcome, Painted, PortalVisit
from kiosk.silence import Silence
from kiosk.spelling.letters import ToneStyle
from ui.keyboard.composer import Method
from ui.keyboard.physical import EveryLetter
from ui.portal.boxes import Boxes
from ui.portal.channel import KioskLine
from ui.portal.layouts import KeyLayout
from ui.portal.native_lists import NativeLists
from ui.portal.page import PortalPage
from ui.portal.papers import PapersInMemory
from ui.portal.portal_window import StandingBy
from ui.portal.running import RunningVisit
from ui.portal.sound import Sound
from ui.portal.watching import FieldWatch, QrWatch
from ui.portal.window_input import WindowInput
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


class FilingInWindow(QObject):
    """Everything that a visit adds to what stood by. `begin` once; it ends the application."""

    def __init__(self, app: QGuiApplication, channel: KioskLine, stands: StandingBy, visit: PortalVisit) -> None:
        super().__init__()
        self._app, self._channel, self._visit = app, channel, visit
        self.window, self.engine, self.look = stands.window, stands.engine, stands.look
        self.link, self.model = stands.link, stands.model
        self._official, self._ways = stands.official, stands.ways
        self._papers = PapersInMemory()
        self._touched, self._zoom_step = False, 0
        self._beat = QTimer(self, interval=ALIVE_MS)
        self._beat.timeout.connect(self._alive)
        window = WindowInput(self.window, self._place, self.link.focusAsked.emit)
        self._page = PortalPage(self.link, window)
        self._running = RunningVisit(
            visit, self.link, self._page, self.model, SpokenFaults(language_of(visit.look.language))
        )

    def begin(self, *, windowed: bool) -> None:
        """Open the page and show the window."""
        visit, running = self._visit, self._running
        self._ways.follow(visit.rules)
        self._official.setProperty("policy", self._ways.policy)
        self._wear(visit)
        self._boxes = Boxes(running, self._papers)
        self._lists = NativeLists(running)
        self._attend_keys()
        self._qr = QrWatch(self.model, self.window, lambda: self._place()[0])
        self._sound = Sound(self.model, self.look, language_of(visit.look.language))
        self._be_silent_aware(visit)
        self.model.zoomAsked.connect(self._next_zoom)
        self.model.backAsked.connect(self.link.backAsked)
        running.painted.connect(lambda: self._channel.say(Painted()))
        running.ended.connect(self._ended)
        self._beat.start()
        self._show_window(fullscreen=visit.look.fullscreen and not windowed)
        running.begin()

    def end(self) -> None:
        """Sign out and be gone."""
        self._running.end()

    def stop(self) -> None:
        """Send the kiosk no more signs of life: this program is about to end."""
        self._beat.stop()

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

    def _show_window(self, *, fullscreen: bool) -> None:
        self.window.resize(self._visit.look.width, self._visit.look.height)
        if fullscreen:
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
        paying = self._running.paying
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
        self._inactivity.gone.connect(self.end)
        self.model.stayed.connect(self._inactivity.touched)
        self._inactivity.watch()

    def _ask_silence(self, left: int) -> None:
        self.model.change(lambda props: replace(props, asking=True, seconds_left=left))

    def _touch(self) -> None:
        self._touched = True

    def _place(self) -> tuple[QRectF, float]:
        area = self._official.mapRectToScene(self._official.boundingRect())
        return area, float(self._official.property("zoom"))

    def _attend_keys(self) -> None:
        """The field with the cursor has the kiosk's keys, and a keyboard that is plugged in writes Vietnamese too."""
        look = self._visit.look
        self._typing = FieldWatch(
            self.model,
            self._page,
            self._running.another_worker(),
            has_focus=self._page_has_focus,
            takes_keys=lambda: self._running.sight.takes_keys,
        )
        self._keys = EveryLetter(Method(look.typing), ToneStyle(look.tones), self, wants=self._wants_vietnamese)
        self.window.installEventFilter(self._keys)

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
