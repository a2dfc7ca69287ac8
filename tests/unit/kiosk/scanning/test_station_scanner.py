"""The scanner as a visit uses it: pages judged as they come, the lease, every trouble; and a card's code."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from qrcode.main import QRCode

from devices.scanner.interface import InputSource, ScannerTrouble, ScanSettings
from devices.scanner.simulator import Carelessness, SimulatedScanner
from kiosk.clock import Clock
from kiosk.scanning.codes import qr_texts
from kiosk.scanning.lease import Alone, LeaseFile
from kiosk.scanning.page import JudgedPage
from kiosk.scanning.station_scanner import HeldByOther, NotScanned, Scanned, StationScanner
from kiosk.scanning.verdict import Defect
from tests.unit.kiosk.scanning.glass import sheet

FEEDER = ScanSettings(source=InputSource.FEEDER)
CARD_QR = "001090123456|012345678|Nguyễn Văn An|10021990|Nam|Số 1, Xã Thần Lĩnh, Nghệ An|15042021"


def loaded(count: int = 2) -> SimulatedScanner:
    scanner = SimulatedScanner()
    scanner.lay(*(sheet(number) for number in range(count)))
    return scanner


def test_every_page_is_told_as_soon_as_it_is_judged() -> None:
    told: list[JudgedPage] = []
    outcome = StationScanner(loaded(3), Alone(), "may-1").scan(FEEDER, "can-cuoc", told.append)
    assert isinstance(outcome, Scanned)
    assert list(outcome.pages) == told
    assert len(told) == 3
    assert {page.document for page in told} == {"can-cuoc"}
    assert all(page.verdict.is_clear for page in told)


def test_careless_sheets_are_straightened_or_told() -> None:
    scanner = loaded(1)
    scanner.careless = Carelessness(skew_degrees=2.0, dirt=30)
    (page,) = StationScanner(scanner, Alone(), "may-1").scan(ScanSettings()).pages  # type: ignore[union-attr]
    assert page.verdict.is_clear
    assert page.angle == pytest.approx(2.0, abs=0.2)
    scanner.careless = Carelessness(face_up=True)
    (page,) = StationScanner(scanner, Alone(), "may-1").scan(ScanSettings()).pages  # type: ignore[union-attr]
    assert page.verdict.worst is Defect.BLANK
    scanner.careless = Carelessness(upside_down=True)
    (page,) = StationScanner(scanner, Alone(), "may-1").scan(ScanSettings()).pages  # type: ignore[union-attr]
    assert page.verdict.worst is Defect.UPSIDE_DOWN


@pytest.mark.parametrize("trouble", ScannerTrouble)
def test_every_trouble_is_a_code_and_no_exception(trouble: ScannerTrouble) -> None:
    scanner = loaded()
    scanner.make(trouble)
    assert StationScanner(scanner, Alone(), "may-1").scan(FEEDER) == NotScanned(code=trouble.code)


def test_a_jam_keeps_the_pages_before_it() -> None:
    scanner = loaded(3)
    scanner.jam_after(2)
    outcome = StationScanner(scanner, Alone(), "may-1").scan(FEEDER)
    assert isinstance(outcome, NotScanned)
    assert outcome.code == "scanner.jam"
    assert len(outcome.pages) == 2


def test_the_other_station_is_told_who_scans_until_it_is_released(tmp_path: Path) -> None:
    first = StationScanner(loaded(), LeaseFile(tmp_path / "lease", Clock().seconds), "may-1")
    second = StationScanner(loaded(), LeaseFile(tmp_path / "lease", Clock().seconds), "may-2")
    assert isinstance(first.scan(ScanSettings()), Scanned)
    waiting = second.scan(ScanSettings())
    assert isinstance(waiting, HeldByOther)
    assert waiting.lease.said.vi == "Máy số 1 đang quét"
    assert waiting.code == "scanner.other-station"
    first.release()
    assert isinstance(second.scan(ScanSettings()), Scanned)


def test_a_lease_that_cannot_be_reached_is_a_scanner_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    desk = StationScanner(loaded(), LeaseFile(tmp_path / "file" / "lease", Clock().seconds), "may-1")
    assert desk.scan(ScanSettings()) == NotScanned(code="scanner.offline")


@pytest.mark.parametrize("skew", [0.0, 3.0, -8.0, 180.0])
def test_the_code_of_a_card_is_read_from_a_scan_at_300_dots_an_inch(skew: float) -> None:
    scanner = SimulatedScanner()
    scanner.lay(_card())
    scanner.careless = Carelessness(skew_degrees=skew)
    outcome = StationScanner(scanner, Alone(), "may-1").scan(ScanSettings(resolution=300))
    assert isinstance(outcome, Scanned)
    assert qr_texts(outcome.pages[0]) == (CARD_QR,)


def test_a_page_without_a_code_has_none() -> None:
    outcome = StationScanner(loaded(1), Alone(), "may-1").scan(ScanSettings())
    assert isinstance(outcome, Scanned)
    assert CARD_QR not in qr_texts(outcome.pages[0])


def _card() -> Image.Image:
    """A made-up card of 85.6 x 54 mm at 300 dots an inch, its code 20 mm wide as on the real one."""
    code = QRCode(border=2)
    code.add_data(CARD_QR)
    code.make(fit=True)
    modules = code.get_matrix()
    picture = Image.new("L", (len(modules), len(modules)), 255)
    picture.putdata([0 if dark else 255 for row in modules for dark in row])
    side = round(20 / 25.4 * 300)
    card = Image.new("RGB", (1011, 638), (205, 222, 214))
    card.paste(picture.resize((side, side), Image.Resampling.BILINEAR).convert("RGB"), (720, 60))
    card.info["dpi"] = (300, 300)
    return card
