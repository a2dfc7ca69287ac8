"""The print screen: what may be chosen before, how far the papers are after, and trouble with its remedy."""

from __future__ import annotations

import pytest

from devices.printer.interface import PrinterStatus, PrinterTrouble
from devices.status import Readiness
from kiosk.documents import LeafletSize
from kiosk.printing import PrintProgress, PrintState
from kiosk.session.paper_step import Paper, RenderedPaper
from ui.view_models.print import derive_print
from ui.visit.current_visit import CurrentVisit

READY = PrinterStatus(readiness=Readiness.READY)
SHEET = RenderedPaper(paper=Paper.LEAFLET, subject="made-up", pdf=b"")


def on_its_way(front: CurrentVisit, state: PrintState, trouble: str | None = None) -> None:
    step = front.session.paper
    step.confirmed, step.sheets = True, (SHEET,)
    step.progress = {SHEET: PrintProgress(state=state, trouble=trouble)}


def test_until_the_papers_are_set_nothing_can_be_seen(front: CurrentVisit) -> None:
    props = derive_print(front, None, READY)
    assert (props.choosing, props.ready, props.state, props.sizes) == (True, False, None, ())


def test_all_sizes_are_offered_for_a_leaflet_when_the_printer_does_not_say_what_lies_in_it(
    front: CurrentVisit,
) -> None:
    front.session.paper.sheets = (SHEET,)
    assert derive_print(front, None, READY).sizes == tuple(LeafletSize)
    assert derive_print(front, None, None).sizes == tuple(LeafletSize)


def test_a_size_whose_paper_does_not_lie_in_the_printer_is_not_offered(front: CurrentVisit) -> None:
    front.session.paper.sheets = (SHEET,)
    only_a4 = PrinterStatus(readiness=Readiness.READY, media=frozenset({LeafletSize.A4.media}))
    assert LeafletSize.A5 not in derive_print(front, None, only_a4).sizes
    assert LeafletSize.LARGE in derive_print(front, None, only_a4).sizes


def test_without_a_leaflet_there_is_no_size_to_choose(front: CurrentVisit) -> None:
    front.session.paper.sheets = (RenderedPaper(paper=Paper.SLIP, subject="made-up", pdf=b""),)
    assert derive_print(front, None, READY).sizes == ()


def test_trouble_of_the_printer_is_told_before_anything_is_sent(front: CurrentVisit) -> None:
    empty = PrinterStatus(readiness=Readiness.ATTENTION, trouble=PrinterTrouble.OUT_OF_PAPER)
    entry = front.services.failures["printer.out-of-paper"]
    props = derive_print(front, None, empty)
    assert (props.trouble, props.remedy, props.choosing) == (entry.title.vi, entry.remedy.vi, True)


def test_a_print_on_its_way_tells_its_own_trouble_and_not_that_of_the_next(front: CurrentVisit) -> None:
    on_its_way(front, PrintState.JAM, "printer.jam")
    empty = PrinterStatus(readiness=Readiness.ATTENTION, trouble=PrinterTrouble.OUT_OF_PAPER)
    props = derive_print(front, None, empty)
    assert props.trouble == front.services.failures["printer.jam"].title.vi
    assert (props.state, props.needs_help, props.done, props.given_up) == (PrintState.JAM, True, False, False)


@pytest.mark.parametrize("state", PrintState)
def test_a_print_is_done_given_up_or_neither(front: CurrentVisit, state: PrintState) -> None:
    on_its_way(front, state)
    props = derive_print(front, None, READY)
    assert props.state is state
    assert props.done == (state is PrintState.DONE)
    assert props.given_up == (state in (PrintState.ABORTED, PrintState.CANCELLED))
    assert props.needs_help == state.needs_help


def test_papers_that_could_not_be_set_are_given_up_with_the_words_of_the_failure(front: CurrentVisit) -> None:
    props = derive_print(front, "document.failed", READY)
    assert (props.given_up, props.choosing) == (True, False)
    assert props.trouble
    assert "document.failed" in props.staff


def test_the_papers_of_a_visit_are_for_its_procedure(front: CurrentVisit) -> None:
    front.session.choose_procedure("dang-ky-tam-tru")
    assert derive_print(front, None, READY).place == front.session.procedure.name.vi
