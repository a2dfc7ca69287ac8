"""Before the paper: the person looks, chooses the size of the leaflet and how many of each, and says "print"."""

from __future__ import annotations

from pathlib import Path

import pytest

from devices.printer.interface import JobStatus, PrinterStatus
from devices.printer.simulator import SimulatedPrinter
from kiosk.documents import LeafletSize
from kiosk.printing import PrintQueue
from kiosk.session.paper_step import MOST_COPIES, Paper, PaperStep
from tests.helpers.journey import answer_all
from tests.helpers.visits import Visit, visit

A4, A5 = LeafletSize.A4.media, LeafletSize.A5.media


class Tray:
    """A printer that remembers how it was asked."""

    def __init__(self, inner: SimulatedPrinter) -> None:
        self.inner = inner
        self.asked: list[tuple[str, int, str]] = []

    def status(self) -> PrinterStatus:
        return self.inner.status()

    def submit(self, document: bytes, *, job_name: str, copies: int = 1, media: str = A4) -> int:
        self.asked.append((job_name, copies, media))
        return self.inner.submit(document, job_name=job_name, copies=copies, media=media)

    def job(self, job_id: int) -> JobStatus:
        return self.inner.job(job_id)

    def cancel(self, job_id: int) -> None:
        self.inner.cancel(job_id)

    def close(self) -> None:
        self.inner.close()


@pytest.fixture
def going(tmp_path: Path) -> Visit:
    """A visit at the print screen of temporary residence, with everything answered by hand."""
    started = visit(tmp_path)
    session = started.session
    session.begin()
    session.choose_procedure("dang-ky-tam-tru")
    session.fill_form()
    session.consent(given=False)
    answer_all(session)
    session.print_papers()
    return started


def test_nothing_is_printed_before_the_person_says_so(going: Visit) -> None:
    session = going.session
    session.papers_rendered(session.render_job()())
    assert [sheet.paper for sheet in session.paper.sheets] == [Paper.DECLARATION, Paper.LEAFLET]
    assert not session.paper.confirmed
    session.confirm_print()
    assert session.paper.confirmed


def test_there_is_nothing_to_confirm_before_the_papers_were_made(going: Visit) -> None:
    going.session.confirm_print()
    assert not going.session.paper.confirmed


def test_size_and_copies_reach_the_printer(going: Visit, tmp_path: Path) -> None:
    session, tray = going.session, Tray(SimulatedPrinter(tmp_path / "tray"))
    session.paper = PaperStep(queue=PrintQueue(tray, lambda: 0.0))
    session.paper.choose_size(LeafletSize.A5)
    session.paper.choose_copies(3)
    session.papers_rendered(session.render_job()())
    session.confirm_print()
    session.paper.print_job()()
    assert tray.asked == [("declaration", 3, A4), ("leaflet", 3, A5)]


def test_large_print_is_another_leaflet_on_the_same_paper(going: Visit) -> None:
    session = going.session
    plain = session.render_job()()[1]
    session.paper.choose_size(LeafletSize.LARGE)
    large = session.render_job()()[1]
    assert large.media == plain.media == A4
    assert large.pdf != plain.pdf


def test_another_size_takes_the_papers_of_before_away(going: Visit) -> None:
    session = going.session
    session.papers_rendered(session.render_job()())
    session.paper.choose_size(LeafletSize.LARGE)
    assert session.paper.sheets == ()
    assert not session.paper.has_leaflet


@pytest.mark.parametrize(("wanted", "given"), [(0, 1), (1, 1), (MOST_COPIES, MOST_COPIES), (99, MOST_COPIES)])
def test_copies_stay_within_reason(going: Visit, wanted: int, given: int) -> None:
    going.session.paper.choose_copies(wanted)
    assert going.session.paper.copies == given


def test_once_it_prints_nothing_can_be_chosen_any_more(going: Visit) -> None:
    session = going.session
    session.papers_rendered(session.render_job()())
    session.confirm_print()
    session.paper.choose_size(LeafletSize.A5)
    session.paper.choose_copies(2)
    assert (session.paper.size, session.paper.copies) == (LeafletSize.A4, 1)
    assert session.paper.sheets != ()


def test_the_next_print_is_one_copy_in_the_size_last_chosen(going: Visit) -> None:
    session = going.session
    session.paper.choose_size(LeafletSize.LARGE)
    session.paper.choose_copies(2)
    session.print_papers()
    assert (session.paper.size, session.paper.copies) == (LeafletSize.LARGE, 1)
    assert not session.paper.confirmed
