"""What the installer lays is what was assembled, and it works: commands, a whole visit, settings, counts, removal."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from kiosk.paths import version
from release.folder import ROOT
from tests.windows.conftest import INSTALLED, LOCKED
from tests.windows.wine import Prefix

KIOSK = f"{INSTALLED}\\kiosk-dvc.exe"
OTHER_PIXELS = 0.12
"""Share of a picture that may differ from Linux: letters are drawn by another rasterizer. A missing line, card or
drawing is more; what a person would see is judged by the audit, on Linux."""


@pytest.fixture(scope="module")
def visit(installed: Prefix) -> Path:
    """The folder that a played visit left."""
    done = installed.run(KIOSK, "demo", "--headless", "--out", "C:\\visit", "--size", "1080x1920")
    assert done.code == 0, done.err
    return installed.at("C:\\visit")


@pytest.fixture(scope="module")
def visit_on_linux(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("linux")
    command = [ROOT / "station", "demo", "--headless", "--out", out, "--size", "1080x1920"]
    subprocess.run(command, check=True, capture_output=True)
    return out


def test_what_was_packed_is_what_is_installed(installed: Prefix, folder: Path) -> None:
    release = installed.at(INSTALLED) / "releases" / version()
    packed = {str(path.relative_to(folder)): path.stat().st_size for path in folder.rglob("*") if path.is_file()}
    found = {str(path.relative_to(release)): path.stat().st_size for path in release.rglob("*") if path.is_file()}
    compiled = {name for name in found if name.endswith((".qmlc", ".jsc"))}
    assert {name: size for name, size in found.items() if name not in compiled} == packed
    assert compiled
    assert (installed.at(INSTALLED) / "current").read_text() == version()


def test_the_program_tells_its_version_and_ends_as_the_release_ends(installed: Prefix) -> None:
    assert installed.run(KIOSK, "--version").out.split() == ["kiosk-dvc", version()]
    wrong = installed.run(KIOSK, "--lang", "en", "doctr")
    assert wrong.code == 2
    assert "doctor" in wrong.err


def test_settings_come_from_the_file_of_answers_and_are_read(installed: Prefix) -> None:
    shown = installed.run(KIOSK, "config", "show")
    assert shown.code == 0, shown.err
    assert "may-thu" in shown.out


def test_the_doctor_looks_at_everything_and_fails_nowhere(installed: Prefix) -> None:
    done = installed.run(KIOSK, "--lang", "en", "doctor", "--json")
    assert done.err == ""
    assert json.loads(done.out)


def test_a_locked_station_has_its_policies_and_keeps_those_that_stood_before(installed: Prefix) -> None:
    assert {name: installed.registered(*place) for name, place in LOCKED.items()} == {
        "edge swipes": "0x0",
        "Windows keys": "00000000000000000400000000005BE000005CE000005DE000000000",
        "faults": "0x1",
        "set before": "0x0",
    }


def test_the_content_is_right_there_too(installed: Prefix) -> None:
    assert installed.run(KIOSK, "content", "check").code == 0


def test_a_whole_visit_leaves_the_pictures_and_papers_of_linux(visit: Path, visit_on_linux: Path) -> None:
    names = sorted(path.name for path in visit_on_linux.iterdir())
    assert sorted(path.name for path in visit.iterdir()) == names
    other = {name: _share_of_other_pixels(visit / name, visit_on_linux / name) for name in names if ".png" in name}
    assert {name: share for name, share in other.items() if share > OTHER_PIXELS} == {}


def test_the_papers_say_the_same_words_as_on_linux(visit: Path, visit_on_linux: Path) -> None:
    papers = sorted(path.name for path in visit_on_linux.glob("*.pdf"))
    assert papers
    for name in papers:
        here, there = (_words(folder / name) for folder in (visit, visit_on_linux))
        assert here == there


def _share_of_other_pixels(one: Path, other: Path) -> float:
    with Image.open(one) as first, Image.open(other) as second:
        assert first.size == second.size
        difference = ImageChops.difference(first.convert("L"), second.convert("L")).point(lambda value: value > 64)
        return difference.histogram()[-1] / (first.width * first.height) if difference.getbbox() else 0.0


def _words(pdf: Path) -> list[str]:
    return subprocess.run(
        ["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True
    ).stdout.split()
