"""The leg of the tour that finds what a person came for: occasions, search, procedures."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kiosk.session import Screen
from ui.audit.tour.parts import TourParts
from ui.view_models.search import SearchViewModel

RESIDENCE = "dang-ky-tam-tru"


def choosing(parts: TourParts) -> Iterator[str]:
    """By the occasion, by words, and the two procedures that the tour goes on with."""
    session, catalogue = parts.driver.session, parts.driver.visit.services.catalogue
    event = max(catalogue.life_events(), key=lambda event: len(catalogue.by_life_event(event.id)))
    parts.driver.do(partial(session.choose_life_event, event.id))
    yield "life event"
    yield from _searching(parts)
    longest = max(catalogue.all(), key=lambda one: sum(len(case.documents) for case in one.cases))
    parts.driver.do(partial(session.choose_procedure, longest.id))
    yield f"procedure with the most papers ({longest.id})"
    parts.driver.do(partial(session.choose_procedure, RESIDENCE))
    yield "procedure with a form"


def _searching(parts: TourParts) -> Iterator[str]:
    search = parts.app.models[Screen.SEARCH]
    if not isinstance(search, SearchViewModel):
        raise TypeError("the search screen has another model")
    parts.driver.go(Screen.SEARCH)
    yield "search, nothing typed"
    search.find("tam tru")
    yield "search, found"
    search.find("quen mat khau vneid")
    yield "search, guides"
    search.find("mau ct01")
    yield "search, a form"
    search.find("ly hon")
    yield "search, done elsewhere"
    search.find("xyzxyz")
    yield "search, nothing found"
    search.find("")
