"""A coached journey, step by step, to one of its exits."""

from __future__ import annotations

from kiosk.counts.events import EventKind
from kiosk.guides.guide import Exit, ExitKind, Step, Topic
from kiosk.guides.walk import GuideWalk, Way, WayKind
from kiosk.screens import Screen
from kiosk.session.moving import Moving
from kiosk.session.unfinished import Unfinished


class FollowingGuides(Moving):
    """The way through a guide; one that was entered from the exit of another goes back there."""

    def start_guide(self, guide_id: str) -> None:
        """Open a coached journey. An id the pack does not know is ignored."""
        guide = self.services.guides.get(guide_id, self.services.today())
        if guide is None:
            return
        if self.walk and self.screen is Screen.GUIDE_EXIT:
            self._walked.append(self.walk)
        self.walk = GuideWalk.start(guide)
        if guide.topic is Topic.VNEID_TROUBLE:
            self._count(EventKind.VNEID_PROBLEM_CHOSEN, guide.id)
        self._counts.step(self.walk)
        self._begun_work = Unfinished(name=guide.title, screen=Screen.GUIDE)
        self.go(Screen.GUIDE)

    def choose_in_guide(self, way: Way) -> None:
        """One of the buttons under the step: done, does not work, or a problem by name."""
        if self.walk is None:
            return
        if way.kind is WayKind.TROUBLE and way in self.walk.ways:
            self._counts.stuck(self.screen, self.walk)
        self.walk = self.walk.choose(way)
        match self.walk.current:
            case Step():
                self._counts.step(self.walk)
            case Exit(kind=kind):
                handed_over = kind is ExitKind.HAND_OVER
                event = EventKind.GUIDE_HANDED_OVER if handed_over else EventKind.GUIDE_FINISHED
                self._count(event, self.walk.guide.id)
                self._begun_work = None
                self.route.screen = Screen.GUIDE_EXIT
