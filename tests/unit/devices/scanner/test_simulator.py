"""The simulated scanner: sheets of a folder, every trouble, every carelessness."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from devices.errors import ScannerError, ScannerJamError, ScannerNoDocumentsError
from devices.scanner.absent import AbsentScanner
from devices.scanner.interface import ColorMode, InputSource, ScannerTrouble, ScanSettings
from devices.scanner.simulator import LID, Carelessness, SimulatedScanner
from devices.status import Readiness

FEEDER = ScanSettings(source=InputSource.FEEDER, resolution=50)
PLATEN = ScanSettings(resolution=50)


def sheet(shade: int) -> Image.Image:
    made = Image.new("RGB", (400, 600), (shade, shade, shade))
    made.paste((0, 0, 0), (40, 40, 200, 80))
    return made


def loaded(count: int = 3) -> SimulatedScanner:
    scanner = SimulatedScanner()
    scanner.lay(*(sheet(200 + 10 * number) for number in range(count)))
    return scanner


def test_the_platen_shows_one_sheet_after_the_other_on_the_lid() -> None:
    scanner = loaded(2)
    shades = []
    for _ in range(3):
        (page,) = scanner.scan(PLATEN)
        assert page.image.getpixel((1, 1)) == LID
        shades.append(page.image.getpixel((page.image.width // 2, page.image.height // 2)))
    assert shades[0] == shades[2] != shades[1]


def test_the_feeder_gives_all_sheets_once() -> None:
    scanner = loaded(3)
    assert len(list(scanner.scan(FEEDER))) == 3
    with pytest.raises(ScannerNoDocumentsError):
        list(scanner.scan(FEEDER))
    scanner.mend()
    assert len(list(scanner.scan(FEEDER))) == 3


def test_a_folder_of_images_is_the_stack(tmp_path: Path) -> None:
    for number in range(2):
        sheet(220).save(tmp_path / f"{number}.png")
    (tmp_path / "note.txt").write_text("no sheet")
    assert len(list(SimulatedScanner(tmp_path).scan(FEEDER))) == 2


@pytest.mark.parametrize("trouble", ScannerTrouble)
def test_every_trouble_is_told_by_status_and_raised_by_a_scan(trouble: ScannerTrouble) -> None:
    scanner = loaded()
    scanner.make(trouble)
    assert scanner.status().trouble is trouble
    with pytest.raises(ScannerError) as fault:
        list(scanner.scan(FEEDER))
    assert fault.value.code == trouble.code
    scanner.mend()
    assert scanner.status().readiness is Readiness.READY


def test_a_jam_in_the_middle_leaves_the_pages_before_it() -> None:
    scanner = loaded(4)
    scanner.jam_after(2)
    run = scanner.scan(FEEDER)
    assert [next(run).image.mode, next(run).image.mode] == ["RGB", "RGB"]
    with pytest.raises(ScannerJamError):
        next(run)


def test_carelessness_changes_what_the_lamp_sees() -> None:
    scanner = loaded(4)
    (straight,) = scanner.scan(PLATEN)
    seen = {bytes(straight.image.tobytes())}
    for careless in (
        Carelessness(skew_degrees=4),
        Carelessness(dirt=40),
        Carelessness(upside_down=True),
        Carelessness(face_up=True),
    ):
        scanner.lay(sheet(200))
        scanner.careless = careless
        (page,) = scanner.scan(PLATEN)
        seen.add(bytes(page.image.tobytes()))
    assert len(seen) == 5
    scanner.lay(*(sheet(200) for _ in range(4)))
    scanner.careless = Carelessness(double_feed=True)
    assert len(list(scanner.scan(FEEDER))) == 2


def test_resolution_and_colour_are_what_was_asked() -> None:
    scanner = loaded(1)
    (page,) = scanner.scan(ScanSettings(resolution=100, color_mode=ColorMode.GRAYSCALE8))
    assert page.image.mode == "L"
    assert page.resolution == 100
    assert np.asarray(page.image).shape == (1169, 850)


def test_a_station_without_a_scanner_is_offline() -> None:
    absent = AbsentScanner()
    assert absent.status().trouble is ScannerTrouble.OFFLINE
    with pytest.raises(ScannerError):
        list(absent.scan(PLATEN))
    absent.close()
