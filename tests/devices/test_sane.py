"""Real scanimage with SANE's pnm and test backends: platen and feeder, by pipe, nothing left behind."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from devices.errors import ScannerNoDocumentsError
from devices.scanner.interface import ColorMode, InputSource, ScannerTrouble, ScanSettings
from devices.status import Readiness
from tests.helpers.sane import FEEDER_SHEETS, Sane

pytestmark = pytest.mark.real("sane")
FEEDER = ScanSettings(source=InputSource.FEEDER, resolution=50)


@pytest.fixture
def sane(tmp_path: Path) -> Sane:
    return Sane(tmp_path / "sane")


def test_the_paper_under_the_lid_comes_as_it_is(sane: Sane) -> None:
    paper = Image.linear_gradient("L").resize((300, 420)).convert("RGB")
    (page,) = sane.platen(paper).scan(ScanSettings(resolution=75))
    assert ImageChops.difference(page.image, paper).getbbox() is None


def test_a_feeder_is_emptied_in_one_run(sane: Sane) -> None:
    scanner = sane.feeder()
    assert scanner.status().sources == frozenset(InputSource)
    assert scanner.status().readiness is Readiness.READY
    pages = list(scanner.scan(FEEDER))
    assert len(pages) == FEEDER_SHEETS
    assert {page.image.size for page in pages} == {(393, 393)}


def test_colour_and_grey_are_what_was_asked(sane: Sane) -> None:
    scanner = sane.feeder()
    for mode, want in ((ColorMode.RGB24, "RGB"), (ColorMode.GRAYSCALE8, "L")):
        (page,) = scanner.scan(ScanSettings(resolution=50, color_mode=mode))
        assert page.image.mode == want


def test_a_scan_given_up_after_two_pages_ends_its_process_and_leaves_no_file(
    sane: Sane, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = tmp_path / "tmp"
    room.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(room))
    scanner = sane.feeder()
    run = scanner.scan(FEEDER)
    next(run)
    next(run)
    assert scanner.status().trouble is ScannerTrouble.BUSY
    files = [file for folder in room.iterdir() if folder.is_dir() for file in folder.iterdir()]
    assert all(file.is_symlink() for file in files)
    run.close()
    assert scanner.status().readiness is Readiness.READY
    assert list(room.iterdir()) == []


def test_a_scanner_without_a_feeder_says_so(sane: Sane) -> None:
    with pytest.raises(ScannerNoDocumentsError):
        list(sane.platen(Image.new("RGB", (10, 10))).scan(FEEDER))
