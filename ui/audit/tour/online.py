"""The leg of the tour that files online: the page behind the official page, and each way a filing ends."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kiosk.filing.messages import Draft, Failed, Filed, Left
from kiosk.session import Screen
from ui.audit.tour.parts import TourParts
from ui.visit.portal_life import HUNG

DOSSIER = "G22.99.08-261129-004711"
TRACKING = "https://dichvucong.gov.vn/tra-cuu?ma={code}"


def filing(parts: TourParts) -> Iterator[str]:
    """The page behind the official page; the official page itself is another program's."""
    driver, session = parts.driver, parts.driver.session
    if session.procedure is None:
        raise RuntimeError("the tour has lost its procedure")
    for outcome in (None, Draft(), Left(), Failed(reason=HUNG)):
        session.portal.open(session.procedure)
        driver.go(Screen.PORTAL)
        if outcome is None:
            yield "filing, the page is being opened"
            session.portal.painted = True
            driver.do(lambda: None)
            yield "filing, the page is open"
        else:
            driver.do(partial(session.portal_ended, outcome))
            yield f"filing, {session.portal.stage.name.lower()}"
    session.portal.open(session.procedure)
    session.portal.tracking = TRACKING
    driver.do(partial(session.portal_ended, Filed(code=DOSSIER)))
    yield "next steps, filed online"
