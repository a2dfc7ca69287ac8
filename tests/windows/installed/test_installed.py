"""What the installer lays is what was assembled, and it works: commands, a whole visit, settings, counts, removal."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from kiosk.doctor.examination import Service
from kiosk.paths import version
from release.folder import ROOT
from tests.windows.conftest import INSTALLED, KIOSK, LOCKED
from tests.windows.wine import Prefix

OTHER_PIXELS, OTHER_GREY = 0.05, 64
"""Share of a picture that may differ by so much: letters stand a part of a dot further on, seen in 0.8 to 3.9 % of a
picture. What a person would see is judged by the audit, on Linux."""


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


def test_the_doctor_looks_at_everything_and_finds_only_the_devices_missing(installed: Prefix) -> None:
    done = installed.run(KIOSK, "--lang", "en", "doctor", "--json")
    assert done.err == ""
    found = {line["service"]: line["state"] for line in json.loads(done.out)}
    assert set(found) == {service.value for service in Service}
    broken = {service for service, state in found.items() if state == "broken"}
    assert broken == {Service.CARD_READER.value, Service.PRINTER.value}


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


def test_a_missing_part_of_a_picture_would_be_seen(tmp_path: Path) -> None:
    for name, top in (("whole", 0), ("cut", 94)):
        picture = Image.new("RGB", (100, 100), "white")
        picture.paste("black", (0, top, 100, 100))
        picture.save(tmp_path / f"{name}.png")
    assert _share_of_other_pixels(tmp_path / "whole.png", tmp_path / "whole.png") == 0
    assert _share_of_other_pixels(tmp_path / "whole.png", tmp_path / "cut.png") == pytest.approx(0.94)


def test_the_papers_are_those_of_linux_byte_for_byte(visit: Path, visit_on_linux: Path) -> None:
    papers = sorted(path.name for path in visit_on_linux.glob("*.pdf"))
    assert papers
    assert [name for name in papers if (visit / name).read_bytes() != (visit_on_linux / name).read_bytes()] == []


def test_the_set_up_is_played_and_writes_settings_that_hold(installed: Prefix) -> None:
    done = installed.run(KIOSK, "demo", "--headless", "--setup", "C:\\set-up", "--out", "C:\\set-up-pictures")
    assert done.code == 0, done.err
    assert sorted(path.name for path in installed.at("C:\\set-up").iterdir()) == ["devices.toml", "kiosk.toml"]
    checked = installed.run(KIOSK, "config", "check", KIOSK_CONFIG="C:\\set-up")
    assert checked.code == 0, checked.out + checked.err


def _share_of_other_pixels(one: Path, other: Path) -> float:
    with Image.open(one) as first, Image.open(other) as second:
        assert first.size == second.size
        shades = ImageChops.difference(first.convert("L"), second.convert("L")).histogram()
        return sum(shades[OTHER_GREY + 1 :]) / (first.width * first.height)
