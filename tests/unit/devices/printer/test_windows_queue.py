"""The queue of Windows, as its own description says that it behaves: drawn pages, states asked, nothing left in it.

The spooler is a stand-in; the calls themselves are played under Wine (`./station windows`).
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date

import numpy as np
import pytest

from devices.errors import PrinterError, PrinterUnreachableError, PrintJobLostError
from devices.printer.interface import JobState, PrinterTrouble
from devices.printer.pdf_pages import pages_of
from devices.printer.windows_queue import (
    BLOCKED,
    DELETING,
    DPI,
    FORGOTTEN_S,
    OFFLINE,
    PAPEROUT,
    PAUSED,
    PRINTED,
    PRINTING,
    RETAINED,
    TITLE,
    WindowsQueuePrinter,
    windows_queues,
)
from devices.status import Readiness
from devices.system.drawing import DrawnPage
from devices.system.spooler import QueuedJob, QueueLook, Spooler
from kiosk.documents import Typesetter
from kiosk.documents.testpage import self_test_page

COMPLETE = 0x1000
ACCESS_DENIED = OSError(13, "the queue of Nguyễn Thị Mẫu", None, 5)


class PlayedSpooler:
    """What Windows would answer for one queue."""

    def __init__(self) -> None:
        self.queue = QueueLook(status=0, works_offline=False, driver="HP LaserJet")
        self.lying: list[QueuedJob] = []
        self.pages: list[DrawnPage] = []
        self.fault: OSError | None = None

    def look(self) -> QueueLook:
        self._answer()
        return self.queue

    def jobs(self) -> tuple[QueuedJob, ...]:
        self._answer()
        return tuple(self.lying)

    def print_pages(self, title: str, pages: Iterable[DrawnPage]) -> int:
        self._answer()
        self.pages = list(pages)
        self.lying.append(QueuedJob(number=len(self.lying) + 1, title=title, status=0, age_s=0))
        return self.lying[-1].number

    def take_away(self, number: int) -> None:
        self._answer()
        self.lying = [job for job in self.lying if job.number != number]

    def becomes(self, status: int) -> None:
        """Let the last job stand so."""
        job = self.lying[-1]
        self.lying[-1] = QueuedJob(number=job.number, title=job.title, status=status, age_s=job.age_s)

    def _answer(self) -> None:
        if self.fault:
            raise self.fault


@pytest.fixture
def spooler() -> PlayedSpooler:
    return PlayedSpooler()


@pytest.fixture
def printer(spooler: PlayedSpooler) -> WindowsQueuePrinter:
    return WindowsQueuePrinter("HP ở quầy", spooler_of=lambda _: spooler)


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return self_test_page(Typesetter(), station="may-1", printed_on=date(2026, 11, 23)).pdf


def test_a_page_is_handed_over_as_windows_has_its_bitmaps(
    printer: WindowsQueuePrinter, spooler: PlayedSpooler, pdf: bytes
) -> None:
    printer.submit(pdf, job_name="to-thu", copies=2)
    (dots,) = pages_of(pdf, DPI, in_colour=True)
    first, second = spooler.pages
    height, width, _ = dots.shape
    rows = np.frombuffer(first.rows, dtype=np.uint8).reshape(height, -1)[:, : width * 3].reshape(dots.shape)
    assert (first.width, first.height, second.rows) == (width, height, first.rows)
    assert np.array_equal(rows[::-1, :, ::-1], dots)
    assert spooler.lying[0].title == TITLE + "to-thu"


@pytest.mark.parametrize(
    ("status", "state", "trouble"),
    [
        (0, JobState.PENDING, None),
        (PRINTING, JobState.PROCESSING, None),
        (COMPLETE, JobState.PENDING, None),
        (PRINTING | PAPEROUT, JobState.PROCESSING_STOPPED, PrinterTrouble.OUT_OF_PAPER),
        (PRINTING | OFFLINE, JobState.PROCESSING_STOPPED, PrinterTrouble.OFFLINE),
        (PAUSED, JobState.PROCESSING_STOPPED, PrinterTrouble.STOPPED),
        (BLOCKED, JobState.PROCESSING_STOPPED, PrinterTrouble.FAILED),
        (PRINTED, JobState.COMPLETED, None),
        (RETAINED | PRINTED, JobState.COMPLETED, None),
        (DELETING, JobState.CANCELED, None),
    ],
)
def test_a_job_stands_as_its_queue_says(
    printer: WindowsQueuePrinter,
    spooler: PlayedSpooler,
    pdf: bytes,
    status: int,
    state: JobState,
    trouble: PrinterTrouble | None,
) -> None:
    number = printer.submit(pdf, job_name="to-thu")
    spooler.becomes(status)
    told = printer.job(number)
    assert (told.state, told.trouble) == (state, trouble)


def test_a_printed_job_goes_from_the_queue_once_it_was_asked_for(
    printer: WindowsQueuePrinter, spooler: PlayedSpooler, pdf: bytes
) -> None:
    number = printer.submit(pdf, job_name="to-thu")
    spooler.becomes(PRINTED | RETAINED)
    assert printer.job(number).state is JobState.COMPLETED
    assert spooler.lying == []
    assert printer.job(number).state is JobState.COMPLETED


def test_a_job_that_somebody_else_took_away_may_or_may_not_be_on_paper(
    printer: WindowsQueuePrinter, spooler: PlayedSpooler, pdf: bytes
) -> None:
    number = printer.submit(pdf, job_name="to-thu")
    spooler.take_away(number)
    with pytest.raises(PrintJobLostError):
        printer.job(number)


def test_a_cancelled_job_leaves_nothing(printer: WindowsQueuePrinter, spooler: PlayedSpooler, pdf: bytes) -> None:
    number = printer.submit(pdf, job_name="to-thu")
    printer.cancel(number)
    assert spooler.lying == []
    assert printer.job(number).state is JobState.CANCELED
    printer.cancel(number)


def test_what_a_killed_program_left_printed_is_taken_away_and_nothing_else(
    printer: WindowsQueuePrinter, spooler: PlayedSpooler
) -> None:
    old, kept = FORGOTTEN_S + 1, PRINTED | RETAINED
    spooler.lying = [
        QueuedJob(number=1, title=TITLE + "to-thu", status=kept, age_s=old),
        QueuedJob(number=2, title="Bao cao.docx", status=kept, age_s=old),
        QueuedJob(number=3, title=TITLE + "to-thu", status=kept, age_s=1),
        QueuedJob(number=4, title=TITLE + "to-thu", status=PRINTING, age_s=old),
    ]
    assert printer.status().readiness is Readiness.READY
    assert [job.number for job in spooler.lying] == [2, 3, 4]


@pytest.mark.parametrize(
    ("status", "trouble"),
    [
        (0x80, PrinterTrouble.OFFLINE),
        (0x10, PrinterTrouble.OUT_OF_PAPER),
        (0x8, PrinterTrouble.JAM),
        (0x400000 | 0x10, PrinterTrouble.COVER_OPEN),
        (0x40000, PrinterTrouble.TONER_EMPTY),
        (0x20000, PrinterTrouble.TONER_LOW),
        (0x1, PrinterTrouble.STOPPED),
        (0x2, PrinterTrouble.FAILED),
        (0x400 | 0x4000, None),
    ],
)
def test_a_queue_says_what_is_in_the_way(
    printer: WindowsQueuePrinter, spooler: PlayedSpooler, status: int, trouble: PrinterTrouble | None
) -> None:
    spooler.queue = QueueLook(status=status, works_offline=False, driver="")
    assert printer.status().trouble is trouble


def test_a_queue_that_was_set_offline_or_is_not_there_is_off(
    printer: WindowsQueuePrinter, spooler: PlayedSpooler
) -> None:
    spooler.queue = QueueLook(status=0, works_offline=True, driver="")
    assert printer.status().trouble is PrinterTrouble.OFFLINE
    spooler.fault = ACCESS_DENIED
    assert printer.status().trouble is PrinterTrouble.OFFLINE


def test_without_a_name_the_usual_queue_is_asked_and_its_lack_told(spooler: PlayedSpooler, pdf: bytes) -> None:
    asked: list[str] = []
    usual = WindowsQueuePrinter(spooler_of=lambda name: asked.append(name) or spooler, usual=lambda: "Máy in ảnh")
    assert usual.status().trouble is None
    assert asked == ["Máy in ảnh"]
    lacking = WindowsQueuePrinter(spooler_of=lambda _: spooler, usual=lambda: "")
    assert lacking.status().trouble is PrinterTrouble.OFFLINE
    with pytest.raises(PrinterUnreachableError):
        lacking.submit(pdf, job_name="to-thu")


def test_a_refusal_of_windows_is_told_by_its_number_alone(
    printer: WindowsQueuePrinter, spooler: PlayedSpooler, pdf: bytes
) -> None:
    number = printer.submit(pdf, job_name="to-thu")
    spooler.fault = ACCESS_DENIED
    for call in (
        lambda: printer.submit(pdf, job_name="to-thu"),
        lambda: printer.job(number),
        lambda: printer.cancel(number),
    ):
        with pytest.raises(PrinterError, match=r"^Windows error \d+$"):
            call()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has one")
def test_elsewhere_there_is_no_such_spooler() -> None:
    assert windows_queues() == ()
    assert WindowsQueuePrinter("HP").status().trouble is PrinterTrouble.OFFLINE
    with pytest.raises(OSError, match="HP"):
        Spooler("HP").look()
