"""The end of a visit, as the window brings it about: what is left to do for it is done by the workers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from kiosk.documents.papers import StationPapers
from kiosk.session import EndReason, Silence
from tests.helpers.days import CLOCK
from tests.helpers.manual_executor import ManualExecutor
from tests.helpers.visits import visit
from ui.visit.current_visit import CurrentVisit
from ui.visit.inactivity import Inactivity
from ui.visit.jobs import Jobs, Worker


class ForgetfulPapers(StationPapers):
    """Papers that tell when they were asked to forget."""

    forgotten = 0

    def forget(self) -> None:
        """One more time."""
        self.forgotten += 1


@pytest.fixture
def papers(tmp_path: Path) -> ForgetfulPapers:
    return ForgetfulPapers(visit(tmp_path).session.services.settings, {}, CLOCK.today)


@pytest.fixture
def documents() -> ManualExecutor:
    return ManualExecutor()


@pytest.fixture
def current(
    qapp: QCoreApplication, tmp_path: Path, papers: ForgetfulPapers, documents: ManualExecutor
) -> Iterator[CurrentVisit]:
    """A visit that has begun, with the worker of documents drained by hand."""
    executors = {worker: documents if worker is Worker.DOCUMENTS else ManualExecutor() for worker in Worker}
    jobs = Jobs(executors)
    silence = Silence(last_touch=0.0, ask_after=1e9, end_after=1e9)
    services = replace(visit(tmp_path).session.services, papers=papers)
    made = CurrentVisit(services, jobs, Inactivity(silence, lambda: 0.0))
    made.begin()
    yield made
    jobs.stop()


@pytest.mark.parametrize("reason", list(EndReason))
def test_however_a_visit_ends_the_typesetter_is_told_to_forget_on_its_own_worker(
    current: CurrentVisit, papers: ForgetfulPapers, documents: ManualExecutor, reason: EndReason
) -> None:
    current.end(reason)
    assert papers.forgotten == 0, "not on the thread of the window"
    documents.run_all()
    assert papers.forgotten == 1


@pytest.mark.parametrize("reason", list(EndReason))
def test_the_provinces_that_a_visit_asked_for_are_let_go_with_it(
    current: CurrentVisit, documents: ManualExecutor, reason: EndReason
) -> None:
    places = current.services.places()
    far = places.province("Cà Mau")
    assert far is not None
    asked_for = places.of(far.code)
    assert places.of(far.code) is asked_for
    current.end(reason)
    documents.run_all()
    assert places.of(far.code) is not asked_for
