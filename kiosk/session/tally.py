"""What is counted of a visit: steps of guides, where people got stuck, and how the visit ended. Holds no person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kiosk.counts.events import Counter, EventKind, Length
from kiosk.guides.guide import Topic
from kiosk.guides.walk import GuideWalk
from kiosk.session.paper_step import Paper
from kiosk.session.screens import EndReason, Screen

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
_NOT_STUCK = frozenset({Screen.IDLE, Screen.HELP, Screen.NEXT_STEPS, Screen.GUIDE_EXIT, Screen.END})


def count_step(counter: Counter, walk: GuideWalk) -> None:
    """The step of a guide that was reached."""
    of_vneid = walk.guide.topic in (Topic.VNEID, Topic.VNEID_TROUBLE)
    kind = EventKind.VNEID_STEP_REACHED if of_vneid else EventKind.GUIDE_STEP_REACHED
    counter.count(kind, _place(walk))


def count_stuck(counter: Counter, screen: Screen, walk: GuideWalk | None) -> None:
    """Where somebody asked for help, gave up or said "does not work": a step of a guide, or a screen."""
    if walk and screen is Screen.GUIDE:
        counter.count(EventKind.GOT_STUCK, _place(walk))
    elif screen not in _NOT_STUCK:
        counter.count(EventKind.GOT_STUCK, screen.name.lower().replace("_", "-"))


def count_printed(counter: Counter, paper: Paper, subject: str) -> None:
    """A paper came out; of a scan nothing but that, of a receipt nothing at all."""
    if kind := PRINTED.get(paper):
        counter.count(kind, "" if paper is Paper.SCAN else subject)


def count_end(counter: Counter, reason: EndReason, seconds: float | None) -> None:
    """How the visit ended and, when it had begun, about how long it took."""
    counter.count(_ENDS[reason])
    if seconds is not None:
        counter.count(EventKind.VISIT_LENGTH, Length.of(seconds).value)


def _place(walk: GuideWalk) -> str:
    return f"{walk.guide.id}/{walk.current.id}"
