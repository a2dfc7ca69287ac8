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


class QueueAndPrinter:
    """A queue, its printer and its clock."""

    def __init__(self, folder: Path) -> None:
        self.tray = folder / "tray"
        self.printer = SimulatedPrinter(self.tray)
        self.clock = Clock()
        self.queue = PrintQueue(self.printer, self.clock, deadline_s=60)

    def printed(self) -> list[str]:
        return sorted(file.name for file in self.tray.glob("*")) if self.tray.exists() else []


@pytest.fixture
def printing(tmp_path: Path) -> QueueAndPrinter:
    return QueueAndPrinter(tmp_path)


def test_a_print_is_done_only_when_the_paper_lies_in_the_tray(printing: QueueAndPrinter) -> None:
    ticket = printing.queue.print(PDF, "declaration", copies=2)
    assert printing.queue.poll(ticket) == PrintProgress(state=PrintState.PRINTING)
    assert printing.printed() == []
    assert printing.queue.poll(ticket) == PrintProgress(state=PrintState.DONE)
    assert printing.printed() == ["001-declaration-2.pdf", "001-declaration.pdf"]


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
    printing: QueueAndPrinter, trouble: PrinterTrouble, state: PrintState
) -> None:
    ticket = printing.queue.print(PDF, "leaflet")
    printing.printer.make(trouble)
    assert printing.queue.poll(ticket) == PrintProgress(state=state, trouble=trouble.code)
    printing.printer.mend()
    assert printing.queue.poll(ticket).state is PrintState.PRINTING
    assert printing.queue.poll(ticket).state is PrintState.DONE


def test_low_toner_is_said_while_the_print_goes_on(printing: QueueAndPrinter) -> None:
    printing.printer.make(PrinterTrouble.TONER_LOW)
    ticket = printing.queue.print(PDF, "leaflet")
    assert printing.queue.poll(ticket) == PrintProgress(state=PrintState.PRINTING, trouble="printer.toner-low")
    assert printing.queue.poll(ticket).state is PrintState.DONE


def test_a_print_made_while_the_printer_is_off_is_handed_over_when_it_is_back(printing: QueueAndPrinter) -> None:
    printing.printer.make(PrinterTrouble.OFFLINE)
    ticket = printing.queue.print(PDF, "leaflet")
    assert printing.queue.poll(ticket) == PrintProgress(state=PrintState.OFFLINE, trouble="printer.offline")
    printing.printer.mend()
    assert [printing.queue.poll(ticket).state for _ in range(3)] == [
        PrintState.PENDING,
        PrintState.PRINTING,
        PrintState.DONE,
    ]


def test_a_print_whose_printer_went_away_midway_is_not_called_done(printing: QueueAndPrinter) -> None:
    ticket = printing.queue.print(PDF, "leaflet")
    assert printing.queue.poll(ticket).state is PrintState.PRINTING
    printing.printer.make(PrinterTrouble.OFFLINE)
    assert printing.queue.poll(ticket).state is PrintState.OFFLINE
    printing.printer.mend()
    assert printing.queue.poll(ticket) == PrintProgress(state=PrintState.ABORTED, trouble="printer.job-lost")


def test_a_full_printer_is_asked_again(printing: QueueAndPrinter) -> None:
    printing.printer.fill_queue()
    assert printing.queue.preflight().trouble is PrinterTrouble.BUSY
    ticket = printing.queue.print(PDF, "leaflet")
    assert printing.queue.poll(ticket) == PrintProgress(state=PrintState.BUSY, trouble="printer.busy")
    printing.printer.mend()
    assert printing.queue.poll(ticket).state is PrintState.PENDING


def test_an_aborted_print_can_be_printed_again_without_the_document(printing: QueueAndPrinter) -> None:
    printing.printer.abort_next()
    ticket = printing.queue.print(PDF, "declaration")
    printing.queue.poll(ticket)
    assert printing.queue.poll(ticket) == PrintProgress(state=PrintState.ABORTED, trouble="printer.aborted")
    again = printing.queue.reprint(ticket)
    printing.queue.poll(again)
    assert printing.queue.poll(again).state is PrintState.DONE
    assert printing.printed() == ["002-declaration.pdf"]


def test_a_print_past_its_deadline_is_cancelled_and_never_comes_out_later(printing: QueueAndPrinter) -> None:
    ticket = printing.queue.print(PDF, "declaration")
    printing.printer.make(PrinterTrouble.OUT_OF_PAPER)
    printing.clock.now = 60.0
    assert printing.queue.poll(ticket) == PrintProgress(state=PrintState.ABORTED, trouble="printer.too-late")
    printing.printer.mend()
    assert printing.queue.poll(ticket).state is PrintState.ABORTED
    assert (printing.printer.waiting, printing.printed()) == (0, [])


def test_the_end_of_the_visit_cancels_what_waits_and_forgets_the_rest(printing: QueueAndPrinter) -> None:
    done, waiting = printing.queue.print(PDF, "declaration"), printing.queue.print(PDF, "leaflet")
    printing.queue.poll(done)
    printing.queue.poll(done)
    assert printing.queue.cancel_all() == 0
    assert (printing.printer.waiting, printing.printed()) == (0, ["001-declaration.pdf"])
    with pytest.raises(KeyError):
        printing.queue.poll(waiting)


def test_a_job_that_could_not_be_cancelled_is_cancelled_before_the_next_visit(printing: QueueAndPrinter) -> None:
    printing.queue.print(PDF, "declaration")
    printing.printer.make(PrinterTrouble.OFFLINE)
    assert printing.queue.cancel_all() == 1
    assert printing.queue.preflight().readiness is Readiness.BROKEN
    printing.printer.mend()
    assert printing.queue.preflight().readiness is Readiness.READY
    assert printing.printer.waiting == 0


def test_the_next_visit_cancels_what_the_last_one_could_not(printing: QueueAndPrinter) -> None:
    left_behind: set[int] = set()
    last = PrintQueue(printing.printer, printing.clock, left_behind=left_behind)
    last.print(PDF, "declaration")
    printing.printer.make(PrinterTrouble.OFFLINE)
    assert last.cancel_all() == 1
    printing.printer.mend()
    following = PrintQueue(printing.printer, printing.clock, left_behind=left_behind)
    ticket = following.print(PDF, "leaflet")
    following.poll(ticket)
    assert following.poll(ticket).state is PrintState.DONE
    assert (printing.printed(), left_behind) == (["002-leaflet.pdf"], set())


def test_a_cancelled_print_stays_cancelled(printing: QueueAndPrinter) -> None:
    ticket = printing.queue.print(PDF, "leaflet")
    printing.queue.cancel(ticket)
    assert printing.queue.poll(ticket) == PrintProgress(state=PrintState.CANCELLED, trouble="printer.cancelled")


def test_the_document_is_in_no_repr(printing: QueueAndPrinter) -> None:
    ticket = printing.queue.print(PDF, "leaflet")
    assert "made up" not in repr(printing.queue._jobs) + repr(printing.printer._jobs) + repr(ticket)


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


def test_one_job_a_printer_talks_nonsense_about_keeps_no_other(printing: QueueAndPrinter) -> None:
    stubborn, left_behind = Stubborn({3}), {2, 3, 4}
    PrintQueue(stubborn, printing.clock, left_behind=left_behind).preflight()  # type: ignore[arg-type]
    assert (stubborn.cancelled, left_behind) == ([2, 4], {3})


def test_jobs_that_are_never_let_go_do_not_pile_up(printing: QueueAndPrinter) -> None:
    left_behind = set(range(1, 500))
    PrintQueue(Stubborn(left_behind.copy()), printing.clock, left_behind=left_behind).preflight()  # type: ignore[arg-type]
    assert left_behind == set(range(492, 500))


def test_the_end_of_a_visit_forgets_the_documents_whatever_the_driver_does(printing: QueueAndPrinter) -> None:
    class Broken(SimulatedPrinter):
        def cancel(self, job_id: int) -> None:
            raise ZeroDivisionError

    queue = PrintQueue(Broken(None), printing.clock)
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
