"""The visit as the window knows it: one session after another, every press through one door, every job home.

A press is `act(something of the session)`; afterwards view models look again (`changed`). When another page comes to
the front, the window first takes the old one away (`turning`: it must not be laid out again for what follows it) and
then makes the new one (`turned`). What a page sets going (reading, printing) is told by `entered`.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.i18n import Language, Text
from kiosk.session import EndReason, Screen, Services, Session
from ui.visit.inactivity import Inactivity
from ui.visit.jobs import Jobs, Worker

_REST = frozenset({Screen.IDLE, Screen.END})
_FIRST = frozenset({Screen.IDLE, Screen.HOME, Screen.END})
"""Before a visit, its first page and its goodbye: nothing lies before them, and they are home."""


class CurrentVisit(QObject):
    """Holds the session of the person in front; makes the next one when the goodbye is over."""

    turning = Signal()
    changed = Signal()
    turned = Signal()
    entered = Signal(object)
    wiped = Signal()
    reset = Signal()

    def __init__(self, services: Services, jobs: Jobs, inactivity: Inactivity) -> None:
        super().__init__()
        self.services = services
        self.jobs = jobs
        self.inactivity = inactivity
        self.session = Session(services)
        self._page = self._page_in_front()
        self._goodbye = QTimer(self)
        self._goodbye.setSingleShot(True)
        self._goodbye.setInterval(int(services.settings.visit.goodbye * 1000))
        self._goodbye.timeout.connect(self.next_person)
        inactivity.gone.connect(lambda: self.end(EndReason.TIMED_OUT))

    @property
    def screen(self) -> Screen:
        """Which screen the session says is in front; a page follows it."""
        return self.session.screen

    @property
    def language(self) -> Language:
        """The language of the person in front."""
        return self.session.language

    @property
    def can_go_back(self) -> bool:
        """Whether this screen has a way back."""
        return self.screen not in _FIRST

    @property
    def can_go_home(self) -> bool:
        """Whether this screen has a way to the first page."""
        return self.screen not in _FIRST

    def say(self, text: Text) -> str:
        """A text of the content in the person's language."""
        return text.say(self.session.language)

    def act(self, action: Callable[[], object]) -> None:
        """Do something with the session, then show what came of it."""
        action()
        self.look_again()

    def look_again(self) -> None:
        """Let the view models look, and turn the page when another one is in front."""
        page = self._page_in_front()
        is_new = page != self._page
        self._page = page
        if is_new:
            self.turning.emit()
        self.changed.emit()
        if is_new:
            self.turned.emit()
            self.entered.emit(self.screen)

    def begin(self) -> None:
        """Somebody touched the idle screen; a stick that is plugged in by now is not this visit's."""
        self.inactivity.watch()
        if self.screen is Screen.IDLE:
            self.jobs.run(Worker.SCANNER, self.session.scan.begin_job(), lambda _: None)
        self.act(self.session.begin)

    def end(self, reason: EndReason) -> None:
        """Goodbye: the session forgets, jobs under way come home to nobody, waiting prints are cancelled,
        the typesetter keeps nothing."""
        if self.screen in _REST:
            return
        cancel, release = self.session.paper.cancel_job(), self.session.scan.release_job()
        self.session.end(reason)
        self.jobs.end_visit()
        self.jobs.farewell(Worker.PRINTER, cancel)
        self.jobs.farewell(Worker.SCANNER, release)
        self.jobs.farewell(Worker.DOCUMENTS, self.services.forget)
        self.inactivity.rest()
        self.wiped.emit()
        self.look_again()
        self._goodbye.start()

    def next_person(self) -> None:
        """Back to the idle screen with a session that knows nobody; a late touch ends no visit under way."""
        if self.screen not in _REST:
            return
        self._goodbye.stop()
        self.session = Session(self.services)
        self.reset.emit()
        self.look_again()

    def _page_in_front(self) -> tuple[Screen, str]:
        session = self.session
        match session.screen:
            case Screen.QUESTION if session.form.page:
                return session.screen, session.form.page.key
            case Screen.GUIDE | Screen.GUIDE_EXIT if session.walk:
                return session.screen, session.walk.current.id
            case Screen.PROCEDURE if session.procedure:
                return session.screen, session.procedure.id
            case Screen.PRINT if session.paper.confirmed:
                return session.screen, "on its way"
            case screen:
                return screen, ""
