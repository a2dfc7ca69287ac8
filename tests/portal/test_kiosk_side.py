"""The kiosk's own side with the real program: it stands by, shows the page, and is gone when it shall be."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from kiosk.filing.entries import Known
from kiosk.filing.messages import Failed, Look, Outcome, PortalVisit
from kiosk.filing.visit import portal_visit
from kiosk.i18n import Language
from tests.portal.hand.kiosk_side import command
from tests.portal.hand.started import Home, processes_of_session
from tests.portal.standins import hosts
from tests.portal.standins.portals import Portals
from tests.unit.kiosk.filing.filled import answered, filed_at, places
from ui.visit.jobs import Jobs
from ui.visit.portal_life import CRASHED
from ui.visit.portal_line import ChildLine, PortalLine
from ui.visit.portal_process import PortalProcess

PATIENCE_MS = 60_000


class RealProgram:
    """`ui.portal` as a child of the kiosk, under an ordinary user id, with the practice portals behind the names."""

    def __init__(self, portals: Portals, home: Home) -> None:
        self._command = command(portals.server.port, home)
        self.sessions: list[int] = []

    def open(self) -> PortalLine:
        line = ChildLine(self._command, os.environ)
        self.sessions.append(line._child.pid)
        return line


@pytest.fixture
def jobs(qapp: QCoreApplication) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.stop()


@pytest.fixture
def program(portals: Portals, home: Home) -> RealProgram:
    portals.begin("national-khai-tu", hosts.NATIONAL)
    return RealProgram(portals, home)


def visit() -> PortalVisit:
    at = filed_at("dang-ky-khai-tu")
    assert at.filing is not None
    known = Known(journey=answered(at.filing.form, at.procedure.code))
    look = Look(width=1080, height=1920, fullscreen=False)
    return portal_visit(at, known, places, Language.VI, look=look, silence_s=900)


def test_it_stands_by_shows_the_page_and_leaves_with_the_visit(
    jobs: Jobs, program: RealProgram, qtbot: QtBot
) -> None:
    process = PortalProcess(jobs, program)
    process.stand_by()
    qtbot.waitUntil(lambda: process.stands, timeout=PATIENCE_MS)
    with qtbot.waitSignals([process.painted, process.alive], timeout=PATIENCE_MS):
        process.file(visit())
    jobs.end_visit()
    process.leave()
    qtbot.waitUntil(lambda: processes_of_session(program.sessions[0]) == [], timeout=PATIENCE_MS)
    assert len(program.sessions) == 1


def test_killed_from_outside_it_is_told_and_nothing_of_it_lives_on(
    jobs: Jobs, program: RealProgram, qtbot: QtBot
) -> None:
    process = PortalProcess(jobs, program)
    seen: list[Outcome] = []
    process.ended.connect(seen.append)
    with qtbot.waitSignal(process.painted, timeout=PATIENCE_MS):
        process.file(visit())
    os.kill(program.sessions[0], signal.SIGKILL)
    qtbot.waitUntil(lambda: bool(seen), timeout=PATIENCE_MS)
    assert seen == [Failed(reason=CRASHED)]
    qtbot.waitUntil(lambda: processes_of_session(program.sessions[0]) == [], timeout=PATIENCE_MS)
