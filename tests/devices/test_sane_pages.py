"""Real scanimage into the visit: what lies under SANE's lid is straightened, judged, packed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from devices.printer.ipp import IppPrinter
from devices.scanner.interface import InputSource, ScanSettings
from kiosk.cli.doctor_paper import PaperLoop
from kiosk.doctor.paper import PaperFault, PaperScore
from kiosk.scanning.lease import Alone
from kiosk.scanning.pdf import Packed, pack
from kiosk.scanning.station_scanner import NotScanned, Scanned, StationScanner
from kiosk.scanning.verdict import Defect
from tests.helpers import cups
from tests.helpers.days import TODAY
from tests.helpers.pages import pages_of
from tests.helpers.sane import FEEDER_SHEETS, Sane
from tests.unit.kiosk.scanning.glass import laid, sheet

pytestmark = pytest.mark.real("sane")


@pytest.fixture
def sane(tmp_path: Path) -> Sane:
    return Sane(tmp_path / "sane")


def test_a_sheet_askew_under_the_lid_becomes_a_clear_upright_page(sane: Sane) -> None:
    outcome = StationScanner(sane.platen(laid(sheet(0), skew=2.5)), Alone(), "may-1").scan(ScanSettings())
    assert isinstance(outcome, Scanned)
    (page,) = outcome.pages
    assert page.verdict.is_clear
    assert page.angle == pytest.approx(2.5, abs=0.2)
    assert isinstance(pack(outcome.pages, 5_000_000), Packed)


def test_a_sheet_upside_down_under_the_lid_is_told(sane: Sane) -> None:
    glass = laid(sheet(1).transpose(Image.Transpose.ROTATE_180))
    outcome = StationScanner(sane.platen(glass), Alone(), "may-1").scan(ScanSettings())
    assert isinstance(outcome, Scanned)
    assert outcome.pages[0].verdict.defects == (Defect.UPSIDE_DOWN,)


def test_the_feeder_s_black_sheets_are_all_too_dark(sane: Sane) -> None:
    settings = ScanSettings(source=InputSource.FEEDER, resolution=100)
    outcome = StationScanner(sane.feeder(), Alone(), "may-1").scan(settings)
    assert isinstance(outcome, Scanned)
    assert [page.verdict.worst for page in outcome.pages] == [Defect.TOO_DARK] * FEEDER_SHEETS


def test_a_jam_of_the_real_driver_is_a_code(sane: Sane) -> None:
    settings = ScanSettings(source=InputSource.FEEDER, resolution=100)
    assert StationScanner(sane.feeder("JAMMED"), Alone(), "may-1").scan(settings) == NotScanned(code="scanner.jam")


@pytest.mark.real("cups")
def test_the_paper_loop_closes_over_a_real_queue_a_real_device_and_a_real_scanner(
    sane: Sane, printing_machines: tuple[cups.Device, cups.Queue]
) -> None:
    device, queue = printing_machines
    printer = IppPrinter(queue.uri, device_uri=device.uri)
    before = len(device.papers())
    printing = PaperLoop(printer, sane.platen(Image.new("L", (9, 9))), "may-1", TODAY, lambda _line: None)
    assert printing.print(60) is None
    cups.wait_until(lambda: len(device.papers()) > before, "the paper is in the tray")
    paper = pages_of(device.papers()[-1].read_bytes(), 200)[0].convert("RGB")
    printer.close()
    found = PaperLoop(printer, sane.platen(laid(paper, skew=1.0)), "may-1", TODAY, lambda _line: None).scan()
    assert isinstance(found, PaperScore)
    assert found.faults == ()
    assert found.qr.startswith("KIOSK-TEST 1;may-1;")
    streaked = laid(paper)
    streaked.paste((70, 70, 70), (1000, 0, 1008, streaked.height))
    again = PaperLoop(printer, sane.platen(streaked), "may-1", TODAY, lambda _line: None).scan()
    assert isinstance(again, PaperScore)
    assert again.faults == (PaperFault.STREAKS,)
