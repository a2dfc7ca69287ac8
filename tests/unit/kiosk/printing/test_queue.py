"""A print from hand-over to paper, over the simulated printer, with every trouble on the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from devices.errors import PrinterError
from devices.printer.interface import JobState, JobStatus, PrinterTrouble
from devices.printer.simulator import SimulatedPrinter
from devices.status import Readiness
from kiosk.errors import failure_book
from kiosk.printing import PrintProgress, PrintQueue, PrintState
from kiosk.printing.monitor import progress_of

PDF = b"%PDF-1.7 made up"


class Clock:
    """Seconds that pass only when told."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Desk:
    """A queue, its printer and its clock."""

    def __init__(self, folder: Path) -> None:
        self.tray = folder / "tray"
        self.printer = SimulatedPrinter(self.tray)
        self.clock = Clock()
        self.queue = PrintQueue(self.printer, self.clock, deadline_s=60)

    def printed(self) -> list[str]:
        return sorted(file.name for file in self.tray.glob("*")) if self.tray.exists() else []


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_a_print_is_done_only_when_the_paper_lies_in_the_tray(desk: Desk) -> None:
    ticket = desk.queue.print(PDF, "declaration", copies=2)
    assert desk.queue.poll(ticket) == PrintProgress(state=PrintState.PRINTING)
    assert desk.printed() == []
    assert desk.queue.poll(ticket) == PrintProgress(state=PrintState.DONE)
    assert desk.printed() == ["001-declaration-2.pdf", "001-declaration.pdf"]


@pytest.mark.parametrize(
    ("trouble", "state"),
    [
        (PrinterTrouble.OUT_OF_PAPER, PrintState.OUT_OF_PAPER),
        (PrinterTrouble.JAM, PrintState.JAM),
        (PrinterTrouble.COVER_OPEN, PrintState.COVER_OPEN),
        (PrinterTrouble.TONER_EMPTY, PrintState.TONER),
        (PrinterTrouble.OFFLINE, PrintState.OFFLINE),
        (PrinterTrouble.STOPPED, PrintState.STOPPED),
        (PrinterTrouble.BUSY, PrintState.BUSY),
    ],
)
def test_each_trouble_is_told_apart_and_the_print_goes_on_once_mended(
    desk: Desk, trouble: PrinterTrouble, state: PrintState
) -> None:
    ticket = desk.queue.print(PDF, "leaflet")
    desk.printer.make(trouble)
    assert desk.queue.poll(ticket) == PrintProgress(state=state, trouble=trouble.code)
    desk.printer.mend()
    assert desk.queue.poll(ticket).state is PrintState.PRINTING
    assert desk.queue.poll(ticket).state is PrintState.DONE


def test_low_toner_is_said_while_the_print_goes_on(desk: Desk) -> None:
    desk.printer.make(PrinterTrouble.TONER_LOW)
    ticket = desk.queue.print(PDF, "leaflet")
    assert desk.queue.poll(ticket) == PrintProgress(state=PrintState.PRINTING, trouble="printer.toner-low")
    assert desk.queue.poll(ticket).state is PrintState.DONE


def test_a_print_made_while_the_printer_is_off_is_handed_over_when_it_is_back(desk: Desk) -> None:
    desk.printer.make(PrinterTrouble.OFFLINE)
    ticket = desk.queue.print(PDF, "leaflet")
    assert desk.queue.poll(ticket) == PrintProgress(state=PrintState.OFFLINE, trouble="printer.offline")
    desk.printer.mend()
    assert [desk.queue.poll(ticket).state for _ in range(3)] == [
        PrintState.PENDING,
        PrintState.PRINTING,
        PrintState.DONE,
    ]


def test_a_print_whose_printer_went_away_midway_is_not_called_done(desk: Desk) -> None:
    ticket = desk.queue.print(PDF, "leaflet")
    assert desk.queue.poll(ticket).state is PrintState.PRINTING
    desk.printer.make(PrinterTrouble.OFFLINE)
    assert desk.queue.poll(ticket).state is PrintState.OFFLINE
    desk.printer.mend()
    assert desk.queue.poll(ticket) == PrintProgress(state=PrintState.ABORTED, trouble="printer.job-lost")


def test_a_full_printer_is_asked_again(desk: Desk) -> None:
    desk.printer.fill_queue()
    assert desk.queue.preflight().trouble is PrinterTrouble.BUSY
    ticket = desk.queue.print(PDF, "leaflet")
    assert desk.queue.poll(ticket) == PrintProgress(state=PrintState.BUSY, trouble="printer.busy")
    desk.printer.mend()
    assert desk.queue.poll(ticket).state is PrintState.PENDING


def test_an_aborted_print_can_be_printed_again_without_the_document(desk: Desk) -> None:
    desk.printer.abort_next()
    ticket = desk.queue.print(PDF, "declaration")
    desk.queue.poll(ticket)
    assert desk.queue.poll(ticket) == PrintProgress(state=PrintState.ABORTED, trouble="printer.aborted")
    again = desk.queue.reprint(ticket)
    desk.queue.poll(again)
    assert desk.queue.poll(again).state is PrintState.DONE
    assert desk.printed() == ["002-declaration.pdf"]


def test_a_print_past_its_deadline_is_cancelled_and_never_comes_out_later(desk: Desk) -> None:
    ticket = desk.queue.print(PDF, "declaration")
    desk.printer.make(PrinterTrouble.OUT_OF_PAPER)
    desk.clock.now = 60.0
    assert desk.queue.poll(ticket) == PrintProgress(state=PrintState.ABORTED, trouble="printer.too-late")
    desk.printer.mend()
    assert desk.queue.poll(ticket).state is PrintState.ABORTED
    assert (desk.printer.waiting, desk.printed()) == (0, [])


def test_the_end_of_the_visit_cancels_what_waits_and_forgets_the_rest(desk: Desk) -> None:
    done, waiting = desk.queue.print(PDF, "declaration"), desk.queue.print(PDF, "leaflet")
    desk.queue.poll(done)
    desk.queue.poll(done)
    assert desk.queue.cancel_all() == 0
    assert (desk.printer.waiting, desk.printed()) == (0, ["001-declaration.pdf"])
    with pytest.raises(KeyError):
        desk.queue.poll(waiting)


def test_a_job_that_could_not_be_cancelled_is_cancelled_before_the_next_visit(desk: Desk) -> None:
    desk.queue.print(PDF, "declaration")
    desk.printer.make(PrinterTrouble.OFFLINE)
    assert desk.queue.cancel_all() == 1
    assert desk.queue.preflight().readiness is Readiness.BROKEN
    desk.printer.mend()
    assert desk.queue.preflight().readiness is Readiness.READY
    assert desk.printer.waiting == 0


def test_the_next_visit_cancels_what_the_last_one_could_not(desk: Desk) -> None:
    left_behind: set[int] = set()
    last = PrintQueue(desk.printer, desk.clock, left_behind=left_behind)
    last.print(PDF, "declaration")
    desk.printer.make(PrinterTrouble.OFFLINE)
    assert last.cancel_all() == 1
    desk.printer.mend()
    following = PrintQueue(desk.printer, desk.clock, left_behind=left_behind)
    ticket = following.print(PDF, "leaflet")
    following.poll(ticket)
    assert following.poll(ticket).state is PrintState.DONE
    assert (desk.printed(), left_behind) == (["002-leaflet.pdf"], set())


def test_a_cancelled_print_stays_cancelled(desk: Desk) -> None:
    ticket = desk.queue.print(PDF, "leaflet")
    desk.queue.cancel(ticket)
    assert desk.queue.poll(ticket) == PrintProgress(state=PrintState.CANCELLED, trouble="printer.cancelled")


def test_the_document_is_in_no_repr(desk: Desk) -> None:
    ticket = desk.queue.print(PDF, "leaflet")
    assert "made up" not in repr(desk.queue._jobs) + repr(desk.printer._jobs) + repr(ticket)


@pytest.mark.parametrize("trouble", [None, *PrinterTrouble])
@pytest.mark.parametrize("state", JobState)
def test_every_state_a_printer_can_report_has_a_text_where_there_is_trouble(
    state: JobState, trouble: PrinterTrouble | None
) -> None:
    progress = progress_of(JobStatus(state=state, trouble=trouble))
    assert (progress.state is PrintState.DONE) == (state is JobState.COMPLETED)
    if progress.trouble:
        assert progress.trouble in failure_book()


@pytest.mark.parametrize(
    "code",
    [
        *(trouble.code for trouble in PrinterTrouble),
        *(fault.code for fault in (PrinterError, *PrinterError.__subclasses__())),
        "printer.aborted",
        "printer.cancelled",
        "printer.too-late",
    ],
)
def test_every_failure_of_printing_has_its_words_in_both_languages(code: str) -> None:
    failure = failure_book()[code]
    texts = (failure.title, failure.remedy, failure.staff)
    assert all(text.vi and text.en and text.vi != text.en for text in texts)


class Stubborn:
    """A printer that answers nonsense when asked to cancel one of its jobs."""

    def __init__(self, nonsense: set[int]) -> None:
        self.nonsense = nonsense
        self.cancelled: list[int] = []

    def cancel(self, job_id: int) -> None:
        if job_id in self.nonsense:
            raise PrinterError("not an IPP answer")
        self.cancelled.append(job_id)

    def status(self) -> None:
        return None


def test_one_job_a_printer_talks_nonsense_about_keeps_no_other(desk: Desk) -> None:
    stubborn, left_behind = Stubborn({3}), {2, 3, 4}
    PrintQueue(stubborn, desk.clock, left_behind=left_behind).preflight()  # type: ignore[arg-type]
    assert (stubborn.cancelled, left_behind) == ([2, 4], {3})


def test_jobs_that_are_never_let_go_do_not_pile_up(desk: Desk) -> None:
    left_behind = set(range(1, 500))
    PrintQueue(Stubborn(left_behind.copy()), desk.clock, left_behind=left_behind).preflight()  # type: ignore[arg-type]
    assert left_behind == set(range(492, 500))


def test_the_end_of_a_visit_forgets_the_documents_whatever_the_driver_does(desk: Desk) -> None:
    class Broken(SimulatedPrinter):
        def cancel(self, job_id: int) -> None:
            raise ZeroDivisionError

    queue = PrintQueue(Broken(None), desk.clock)
    ticket = queue.print(PDF, "declaration")
    with pytest.raises(ZeroDivisionError):
        queue.cancel_all()
    with pytest.raises(KeyError):
        queue.poll(ticket)


def test_a_printer_without_a_tray_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    queue = PrintQueue(SimulatedPrinter(None), lambda: 0.0)
    ticket = queue.print(PDF, "declaration")
    assert [queue.poll(ticket).state for _ in range(2)] == [PrintState.PRINTING, PrintState.DONE]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("trouble", [PrinterTrouble.WRONG_DOCUMENT, PrinterTrouble.NOTHING_PRINTED])
def test_why_a_job_was_given_up_is_told(trouble: PrinterTrouble) -> None:
    told = progress_of(JobStatus(state=JobState.ABORTED, trouble=trouble))
    assert told == PrintProgress(state=PrintState.ABORTED, trouble=trouble.code)
