"""Moving about in a visit: begin, home, back, on with what was left; and how the person wants it said and shown."""

from __future__ import annotations

from kiosk.counts.events import Aid, EventKind
from kiosk.i18n import Language
from kiosk.procedures.procedure import Procedure
from kiosk.screens import Screen
from kiosk.session.unfinished import Unfinished
from kiosk.session.visit_state import VisitState


class Moving(VisitState):
    """Where the visit is and where it came from. No step loses what was typed."""

    def begin(self) -> None:
        """Somebody touched the idle screen; a second touch begins nothing."""
        if not self._counts.has_begun:
            self._counts.begin()
            self.route.screen = Screen.HOME

    def speak(self, language: Language) -> None:
        """Switch the language; nothing else changes."""
        if language == Language.EN != self.language:
            self._count(EventKind.LANGUAGE_ENGLISH)
        self.language = language

    def use_aid(self, aid: Aid) -> None:
        """The person switched an accessibility aid on; counted once a visit."""
        if not self.ended:
            self._counts.aid(aid)

    def go(self, screen: Screen) -> None:
        """Open a screen that needs nothing chosen: home, search, guides, problems, help."""
        if screen is Screen.HELP and self.screen is not Screen.HELP:
            self._count(EventKind.HELP_CALLED)
            self._counts.stuck(self.screen, self.walk)
        self.route.go(screen)

    def home(self) -> None:
        """Back to the first page, with everything typed kept until the visit ends; `resume` leads on with it."""
        self._walked.clear()
        self.route.home()

    @property
    def unfinished(self) -> Unfinished | None:
        """What the person was in the middle of: the declaration or guide last begun and not brought to its end."""
        begun = self._begun_work
        return None if begun and begun.screen is Screen.GUIDE and self.walk is None else begun

    def resume(self) -> None:
        """From home back to where the declaration or guide was left; nothing when there is none."""
        match self.unfinished:
            case Unfinished(procedure=Procedure() as procedure, case=case):
                self.procedure, self.case = procedure, case
                self.go(Screen.CHECK if self.form.is_complete else Screen.QUESTION)
            case Unfinished(screen=screen):
                self.go(screen)

    def back(self) -> None:
        """To where the person came from; inside a form and a guide, one question or step. Loses nothing."""
        if self.screen is Screen.QUESTION and self.form.backward():
            return
        if self.walk and self.walk.can_go_back and self.screen in (Screen.GUIDE, Screen.GUIDE_EXIT):
            self.walk = self.walk.back()
            self.route.screen = Screen.GUIDE
            return
        left = self.route.back()
        match self.screen:
            case Screen.QUESTION if self.form.page is None:
                self.route.screen = Screen.HOME
            case Screen.QUESTION if left in (Screen.CHECK, Screen.PROBLEMS):
                self.form.from_check = False  # from here on, back goes through the form
            case Screen.GUIDE_EXIT if left is Screen.GUIDE and self._walked:
                self.walk = self._walked.pop()
