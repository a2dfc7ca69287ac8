"""A visit in front of no window: the derive functions read it, nothing draws."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from kiosk.session import Silence
from tests.helpers.visits import visit
from ui.visit.current_visit import CurrentVisit
from ui.visit.inactivity import Inactivity
from ui.visit.jobs import Jobs


@pytest.fixture
def front(qapp: QCoreApplication, tmp_path: Path) -> Iterator[CurrentVisit]:
    """A visit that has just begun, over the shipped content; its session is moved on by the test."""
    jobs = Jobs()
    silence = Silence(last_touch=0.0, ask_after=1e9, end_after=1e9)
    current = CurrentVisit(visit(tmp_path).session.services, jobs, Inactivity(silence, lambda: 0.0))
    current.session.begin()
    yield current
    jobs.stop()
