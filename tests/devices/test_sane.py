"""Real scanimage with SANE's pnm and test backends: platen and feeder, by pipe, nothing left behind."""

from __future__ import annotations

import io
import os
import subprocess
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from devices.errors import ScannerNoDocumentsError
from devices.scanner.interface import ColorMode, InputSource, ScannerTrouble, ScanSettings
from devices.scanner.sane import SaneScanner
from devices.scanner.sane_output import pages_in
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
    with closing(scanner.scan(FEEDER)) as run:
        next(run)
        next(run)
        assert scanner.status().trouble is ScannerTrouble.BUSY
        # As the folder lists them: scanimage gives a link its last name whenever it likes.
        files = [file for folder in os.scandir(room) if folder.is_dir() for file in os.scandir(folder)]
        assert {file.is_symlink() for file in files} == {True}
    assert scanner.status().readiness is Readiness.READY
    assert list(room.iterdir()) == []


def test_a_scanner_without_a_feeder_says_so(sane: Sane) -> None:
    with pytest.raises(ScannerNoDocumentsError):
        list(sane.platen(Image.new("RGB", (10, 10))).scan(FEEDER))


@pytest.mark.parametrize(("paper", "shade"), [("Solid black", 0), ("Solid white", 255)])
@pytest.mark.parametrize(("depth", "mode"), [(1, "Gray"), (8, "Gray"), (16, "Gray"), (16, "Color")])
def test_pages_of_every_depth_of_the_real_scanimage_are_read(
    sane: Sane, depth: int, mode: str, paper: str, shade: int
) -> None:
    words = ["scanimage", "-d", "test:0", f"--mode={mode}", f"--depth={depth}", f"--test-picture={paper}"]
    area = ["--resolution=50", "-x", "20", "-y", "20", "--format=pnm"]
    environment = {**os.environ, **sane.environment}
    sent = subprocess.run([*words, *area], env=environment, capture_output=True, check=True, timeout=60).stdout
    (page,) = pages_in(io.BytesIO(sent))
    assert page.size == (39, 39)
    assert page.getextrema() == ((shade, shade) if mode == "Gray" else ((shade, shade),) * 3)


def test_a_list_that_lacks_the_resolution_asked_for_is_asked_for_the_next_finer(tmp_path: Path) -> None:
    """A program that stands in for scanimage: it lists what a device has and keeps what it was asked."""
    asked, program = tmp_path / "asked", tmp_path / "scanimage"
    program.write_text(
        "#!/bin/sh\n"
        'case "$*" in *" -A") printf "    --resolution 75|300|600dpi [75]\\n    -x 0..215.9mm [100]\\n'
        '    -y 0..297.2mm [100]\\n"; exit 0;; esac\n'
        f'echo "$*" > {asked}\n'
        "printf 'P5\\n2551 3508\\n255\\n'; head -c 8948908 /dev/zero\n"
    )
    program.chmod(0o755)
    (page,) = SaneScanner("x:0", program=str(program)).scan(ScanSettings(resolution=200))
    assert "--resolution=300" in asked.read_text()
    assert page.resolution == 300


def test_a_driver_that_rounds_what_was_asked_is_found_out_by_its_dots(tmp_path: Path) -> None:
    program = tmp_path / "scanimage"
    program.write_text(
        "#!/bin/sh\n"
        'case "$*" in *" -A") printf "    --resolution 50..600dpi (in steps of 1) [75]\\n    -x 0..210mm [100]\\n'
        '    -y 0..297mm [100]\\n"; exit 0;; esac\n'
        "printf 'P5\\n2480 3508\\n255\\n'; head -c 8699840 /dev/zero\n"
    )
    program.chmod(0o755)
    (page,) = SaneScanner("x:0", program=str(program)).scan(ScanSettings(resolution=200))
    assert page.resolution == 300
