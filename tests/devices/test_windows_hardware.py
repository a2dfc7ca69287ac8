"""For a person before a real Windows PC with devices: nobody has run these yet.

    set KIOSK_QUEUE=HP LaserJet     the name of a print queue with paper in its printer
    set KIOSK_WIA=first             or the ID of a scanner (kiosk-dvc-wia.exe --list), a sheet on its glass
    set KIOSK_PROGRAM=C:\\Program Files\\kiosk-dvc\\releases\\VERSION
    python -m pytest tests/devices/test_windows_hardware.py

What is not named is skipped. The sheet of the technician's guide has what has to be looked at besides.
"""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from devices.printer.interface import JobState
from devices.printer.windows_queue import WindowsQueuePrinter
from devices.scanner.interface import InputSource, ScanSettings
from devices.scanner.wia import PROGRAM, WiaScanner
from devices.status import Readiness
from kiosk.documents import Typesetter
from kiosk.documents.testpage import self_test_page
from tests.helpers.waiting import wait_until

pytestmark = pytest.mark.hardware
QUEUE, SCANNER, FOLDER = (os.environ.get(f"KIOSK_{name}", "") for name in ("QUEUE", "WIA", "PROGRAM"))


def _program(name: str) -> str:
    if sys.platform != "win32" or not FOLDER:
        pytest.skip("no program on a real Windows was named: KIOSK_PROGRAM")
    return str(Path(FOLDER, f"{name}.exe"))


def _printer() -> WindowsQueuePrinter:
    if sys.platform != "win32" or not QUEUE:
        pytest.skip("no queue of a real Windows was named: KIOSK_QUEUE")
    return WindowsQueuePrinter(QUEUE)


def _submitted(printer: WindowsQueuePrinter) -> int:
    pdf = self_test_page(Typesetter(), station="may-1", printed_on=date(2026, 11, 23)).pdf
    return printer.submit(pdf, job_name="to-thu")


def test_a_page_comes_out_and_its_job_is_told_as_printed() -> None:
    printer = _printer()
    assert printer.status().readiness is Readiness.READY
    number = _submitted(printer)
    wait_until(lambda: printer.job(number).state.is_terminal, "the job ends")
    assert printer.job(number).state is JobState.COMPLETED


def test_a_cancelled_job_prints_nothing_later() -> None:
    printer = _printer()
    number = _submitted(printer)
    printer.cancel(number)
    assert printer.job(number).state is JobState.CANCELED


def test_a_sheet_on_the_glass_is_scanned_by_wia() -> None:
    if not SCANNER:
        pytest.skip("no scanner of a real Windows was named: KIOSK_WIA")
    scanner = WiaScanner("" if SCANNER == "first" else SCANNER, program=(_program(PROGRAM),))
    assert InputSource.PLATEN in scanner.status().sources
    (page,) = scanner.scan(ScanSettings())
    assert min(page.image.size) > 1000


def test_the_vietnamese_voice_speaks() -> None:
    said = subprocess.run(
        [_program("kiosk-dvc-voice"), "vi", "100", "70"], input="Xin chào ông bà.".encode(), check=False
    )
    assert said.returncode == 0
