"""One trouble out of many reasons."""

from __future__ import annotations

import pytest

from devices.printer.interface import PrinterTrouble
from devices.printer.reasons import PROCESSING, STOPPED, trouble_of, without_severity

IDLE = 3


@pytest.mark.parametrize(
    ("state", "reasons", "trouble"),
    [
        (IDLE, [], None),
        (IDLE, ["none"], None),
        (IDLE, ["media-empty-report"], PrinterTrouble.OUT_OF_PAPER),
        (PROCESSING, ["media-empty-report"], None),
        (PROCESSING, ["media-needed"], PrinterTrouble.OUT_OF_PAPER),
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
