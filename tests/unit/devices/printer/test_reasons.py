"""One trouble out of many reasons."""

from __future__ import annotations

import pytest

from devices.printer.interface import JobState, PrinterTrouble
from devices.printer.reasons import PROCESSING, STOPPED, outcome_of, trouble_of, without_severity

IDLE = 3


@pytest.mark.parametrize(
    ("state", "reasons", "trouble"),
    [
        (IDLE, [], None),
        (IDLE, ["none"], None),
        (IDLE, ["media-empty-report"], PrinterTrouble.OUT_OF_PAPER),
        (PROCESSING, ["media-empty-report"], None),
        (PROCESSING, ["media-needed"], PrinterTrouble.OUT_OF_PAPER),
        (PROCESSING, ["media-empty-warning"], None),
        (PROCESSING, ["media-empty-error"], PrinterTrouble.OUT_OF_PAPER),
        (PROCESSING, ["media-empty-warning", "media-needed-warning"], PrinterTrouble.OUT_OF_PAPER),
        (PROCESSING, ["media-jam-warning"], PrinterTrouble.JAM),
        (PROCESSING, ["cover-open-warning"], PrinterTrouble.COVER_OPEN),
        (PROCESSING, ["door-open-report", "spool-area-full-report"], None),
        (PROCESSING, ["output-area-full-warning", "toner-empty-warning"], None),
        (PROCESSING, ["toner-low-warning"], PrinterTrouble.TONER_LOW),
        (STOPPED, ["media-jam-error", "cover-open-warning"], PrinterTrouble.COVER_OPEN),
        (STOPPED, ["media-jam-error"], PrinterTrouble.JAM),
        (STOPPED, ["door-open-report"], PrinterTrouble.COVER_OPEN),
        (STOPPED, ["toner-empty-error", "toner-low-warning"], PrinterTrouble.TONER_EMPTY),
        (IDLE, ["toner-low-report"], PrinterTrouble.TONER_LOW),
        (IDLE, ["marker-supply-low-warning"], PrinterTrouble.TONER_LOW),
        (STOPPED, ["toner-low-warning"], PrinterTrouble.STOPPED),
        (STOPPED, ["paused"], PrinterTrouble.STOPPED),
        (STOPPED, [], PrinterTrouble.STOPPED),
        (IDLE, ["shutdown"], PrinterTrouble.OFFLINE),
        (IDLE, ["media-low-warning", "a-reason-nobody-knows"], None),
        (None, [], None),
    ],
)
def test_the_trouble_that_is_told(state: int | None, reasons: list[str], trouble: PrinterTrouble | None) -> None:
    assert trouble_of(state, reasons) is trouble


def test_severity_is_cut_off_once() -> None:
    assert [without_severity(r) for r in ("media-jam-error", "media-jam", "toner-low-report")] == [
        "media-jam",
        "media-jam",
        "toner-low",
    ]


@pytest.mark.parametrize(
    ("state", "reasons", "ended", "trouble"),
    [
        (JobState.COMPLETED, [], JobState.COMPLETED, None),
        (JobState.COMPLETED, ["job-completed-successfully"], JobState.COMPLETED, None),
        (JobState.COMPLETED, ["job-completed-with-warnings"], JobState.COMPLETED, None),
        (JobState.COMPLETED, ["processing-to-stop-point"], JobState.COMPLETED, None),
        (JobState.COMPLETED, ["document-format-error"], JobState.ABORTED, PrinterTrouble.WRONG_DOCUMENT),
        (JobState.COMPLETED, ["unsupported-document-format"], JobState.ABORTED, PrinterTrouble.WRONG_DOCUMENT),
        (JobState.COMPLETED, ["document-unprintable-error"], JobState.ABORTED, PrinterTrouble.WRONG_DOCUMENT),
        (JobState.COMPLETED, ["compression-error"], JobState.ABORTED, PrinterTrouble.WRONG_DOCUMENT),
        (JobState.COMPLETED, ["job-completed-with-errors"], JobState.ABORTED, None),
        (JobState.COMPLETED, ["aborted-by-system"], JobState.ABORTED, None),
        (JobState.COMPLETED, ["account-limit-reached"], JobState.ABORTED, None),
        (JobState.COMPLETED, ["job-canceled-at-device"], JobState.CANCELED, None),
        (JobState.CANCELED, ["job-canceled-at-device"], JobState.CANCELED, None),
        (JobState.CANCELED, ["job-canceled-by-operator"], JobState.CANCELED, None),
        (JobState.ABORTED, ["job-canceled-by-user"], JobState.CANCELED, None),
        (JobState.CANCELED, [], JobState.ABORTED, None),
        (JobState.CANCELED, ["aborted-by-system"], JobState.ABORTED, None),
        (JobState.ABORTED, ["document-format-error"], JobState.ABORTED, PrinterTrouble.WRONG_DOCUMENT),
    ],
)
def test_the_reasons_tell_better_than_the_state_how_a_job_ended(
    state: JobState, reasons: list[str], ended: JobState, trouble: PrinterTrouble | None
) -> None:
    told = outcome_of(state, frozenset(reasons), asked_to_cancel=False, no_page_counted=False)
    assert told == (ended, trouble)


def test_a_job_of_which_no_page_was_counted_is_not_done() -> None:
    told = outcome_of(JobState.COMPLETED, frozenset(), asked_to_cancel=False, no_page_counted=True)
    assert told == (JobState.ABORTED, PrinterTrouble.NOTHING_PRINTED)


def test_a_job_we_cancelled_is_cancelled_without_a_reason() -> None:
    told = outcome_of(JobState.CANCELED, frozenset(), asked_to_cancel=True, no_page_counted=True)
    assert told == (JobState.CANCELED, None)
