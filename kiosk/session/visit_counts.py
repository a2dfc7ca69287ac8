"""What is counted of one visit: its start, what was reached, where it got stuck, its end. Holds no person."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from typing import Final

from kiosk.counts.events import Aid, EventCounts, EventKind, Length
from kiosk.filing.messages import Draft, Failed, Filed, Left, Outcome
from kiosk.guides.guide import Topic
from kiosk.guides.walk import GuideWalk
from kiosk.screens import EndReason, Screen
from kiosk.session.paper_step import Paper

PRINTED: Final[Mapping[Paper, EventKind]] = {
    Paper.DECLARATION: EventKind.FORM_PRINTED,
    Paper.LEAFLET: EventKind.LEAFLET_PRINTED,
    Paper.SLIP: EventKind.SLIP_PRINTED,
    Paper.SCAN: EventKind.SCAN_FINISHED,
}
_ENDS: Final[Mapping[EndReason, EventKind]] = {
    EndReason.FINISHED: EventKind.VISIT_FINISHED,
    EndReason.LEFT: EventKind.VISIT_LEFT,
    EndReason.TIMED_OUT: EventKind.VISIT_TIMED_OUT,
}
_FILINGS: Final[Mapping[type[Outcome], EventKind]] = {
    Filed: EventKind.FILING_FILED,
    Draft: EventKind.FILING_DRAFT,
    Left: EventKind.FILING_LEFT,
    Failed: EventKind.FILING_FAILED,
}
_NOT_STUCK = frozenset({Screen.IDLE, Screen.HELP, Screen.NEXT_STEPS, Screen.GUIDE_EXIT, Screen.END})


class VisitCounts:
    """The counts of one visit; `clock` gives seconds."""

    def __init__(self, counter: EventCounts, clock: Callable[[], float]) -> None:
        self._counter = counter
        self._clock = clock
        self._began: float | None = None
        self._aids: set[Aid] = set()

    @property
    def has_begun(self) -> bool:
        """Whether somebody has touched the idle screen."""
        return self._began is not None

    def count(self, kind: EventKind, subject: str = "") -> None:
        """Count one event of this visit. Never raises: `EventCounts` keeps faults of the store to itself."""
        self._counter.count(kind, subject)

    def begin(self) -> None:
        """Count the visit and start measuring how long it takes."""
        self._began = self._clock()
        self.count(EventKind.VISIT_STARTED)

    def aid(self, aid: Aid) -> None:
        """An accessibility aid was switched on; counted once a visit."""
        if aid not in self._aids and self.has_begun:
            self._aids.add(aid)
            self.count(EventKind.ACCESSIBILITY_USED, aid.value)

    def step(self, walk: GuideWalk) -> None:
        """The step of a guide that was reached."""
        of_vneid = walk.guide.topic in (Topic.VNEID, Topic.VNEID_TROUBLE)
        self.count(EventKind.VNEID_STEP_REACHED if of_vneid else EventKind.GUIDE_STEP_REACHED, _place(walk))

    def stuck(self, screen: Screen, walk: GuideWalk | None) -> None:
        """Where somebody asked for help, gave up or said "does not work": a step of a guide, or a screen."""
        if walk and screen is Screen.GUIDE:
            self.count(EventKind.GOT_STUCK, _place(walk))
        elif screen not in _NOT_STUCK:
            self.count(EventKind.GOT_STUCK, screen.subject)

    def printed(self, paper: Paper, subject: str) -> None:
        """A paper came out; of a scan nothing but that, of a receipt nothing at all."""
        if kind := PRINTED.get(paper):
            self.count(kind, "" if paper is Paper.SCAN else subject)

    def filing(self, procedure: str, outcome: Outcome, hosts: Container[str]) -> None:
        """How a filing online ended, never its code; and on which of the known hosts fields were not recognised."""
        self.count(_FILINGS[type(outcome)], procedure)
        if isinstance(outcome, Failed):
            self.count(EventKind.FILING_TROUBLE, outcome.reason)
        for host in dict.fromkeys(outcome.stale_hosts):
            if host in hosts:
                self.count(EventKind.PORTAL_MAP_STALE, host)

    def end(self, reason: EndReason) -> None:
        """How the visit ended and, when it had begun, about how long it took."""
        self.count(_ENDS[reason])
        if self._began is not None:
            self.count(EventKind.VISIT_LENGTH, Length.of(self._clock() - self._began).value)


def _place(walk: GuideWalk) -> str:
    return f"{walk.guide.id}/{walk.current.id}"
