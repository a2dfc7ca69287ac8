"""The leg of the tour through the guides: step by step to an exit, and handed over to the staff."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kiosk.guides.guide import Exit
from kiosk.session import Screen
from ui.audit.tour.parts import TourParts

GUIDES = ("vneid-kich-hoat", "bay-cach-thay-so-ho-khau")


def guides(parts: TourParts) -> Iterator[str]:
    """The list, two guides to their first exit, and one by the last choice of each step."""
    driver, session = parts.driver, parts.driver.session
    driver.go(Screen.GUIDES)
    yield "guides"
    for guide in GUIDES:
        driver.do(partial(session.start_guide, guide))
        yield f"guide {guide}, first step"
        while session.walk and not isinstance(session.walk.current, Exit):
            driver.choose(0)
            yield f"guide {guide}, {session.walk.current.id}"
    driver.do(partial(session.start_guide, GUIDES[0]))
    while session.walk and not isinstance(session.walk.current, Exit):
        driver.choose(-1)
    yield "guide, handed over"
