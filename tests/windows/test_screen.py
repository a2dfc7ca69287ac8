"""`kiosk-dvc-screen.exe` keeps the program running: ended, silent, failing three times, asked to end.

The program is a stand-in (`released.c`) that notes each start with the letter of what it does. Seconds are shorter
than on a station; what is awaited is a number of starts, never a time.
"""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.windows.missing_libraries import COMPILER
from tests.windows.wine import Prefix

SECONDS = "3 1 60 0 1"
"""Until the first beat, between beats, of a failed start, of the pause, of the first longer wait."""
PATIENCE_S = 120
PLACE = "C:\\kept"
SCREEN = f"{PLACE}\\kiosk-dvc-screen.exe"


@pytest.fixture(scope="module")
def stand_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("released") / "kiosk-dvcw.exe"
    source = Path(__file__).with_name("released.c")
    subprocess.run([COMPILER, "-municode", "-mwindows", "-o", out, source], check=True)
    return out


class Kept:
    """The folder of the screen program, with releases that do as told."""

    def __init__(self, prefix: Prefix, screen: Path, stand_in: Path) -> None:
        self.folder = prefix.at(PLACE)
        self.folder.mkdir(exist_ok=True)
        (self.folder / screen.name).write_bytes(screen.read_bytes())
        self._prefix = prefix
        self._stand_in = stand_in
        self.refused = prefix.at("C:\\ProgramData\\kiosk-dvc\\state\\refused")
        self.refused.parent.mkdir(parents=True, exist_ok=True)
        for name in ("starts", "current", "previous"):
            (self.folder / name).unlink(missing_ok=True)
        self.refused.unlink(missing_ok=True)

    def lay(self, name: str, how: str) -> None:
        release = self.folder / "releases" / name
        release.mkdir(parents=True, exist_ok=True)
        (release / "kiosk-dvcw.exe").write_bytes(self._stand_in.read_bytes())
        (release / "how").write_text(how)

    def starts(self) -> str:
        noted = self.folder / "starts"
        return noted.read_text() if noted.exists() else ""

    def end(self) -> int:
        return self._prefix.run(SCREEN, "--end").code


@pytest.fixture
def kept(prefix: Prefix, folder: Path, stand_in: Path) -> Iterator[Kept]:
    given = Kept(prefix, folder / "kiosk-dvc-screen.exe", stand_in)
    yield given
    assert given.end() == 0


def _until(true: Callable[[], bool]) -> None:
    patient_until = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < patient_until
        time.sleep(0.2)


def test_a_program_that_beats_stays_and_ends_when_asked(kept: Kept, prefix: Prefix) -> None:
    kept.lay("1.0", "b")
    (kept.folder / "current").write_text("1.0")
    with prefix.started(SCREEN, KIOSK_SCREEN_SECONDS=SECONDS) as screen:
        _until(lambda: kept.starts() == "b")
        time.sleep(3)
        assert kept.starts() == "b"
        assert kept.end() == 0
        assert screen.wait(PATIENCE_S) == 0


def test_a_silent_program_is_ended_and_started_again(kept: Kept, prefix: Prefix) -> None:
    kept.lay("1.0", "s")
    (kept.folder / "current").write_text("1.0")
    with prefix.started(SCREEN, KIOSK_SCREEN_SECONDS=SECONDS):
        _until(lambda: kept.starts().startswith("ss"))
        assert kept.end() == 0


def test_three_failed_starts_bring_the_release_before_once(kept: Kept, prefix: Prefix) -> None:
    kept.lay("1.0", "b")
    kept.lay("2.0", "x")
    (kept.folder / "current").write_text("2.0")
    (kept.folder / "previous").write_text("1.0")
    with prefix.started(SCREEN, KIOSK_SCREEN_SECONDS=SECONDS):
        _until(lambda: "b" in kept.starts())
        assert kept.end() == 0
    assert kept.starts() == "xxxb"
    assert kept.refused.read_text() == "2.0"


def test_without_another_release_it_goes_on_trying(kept: Kept, prefix: Prefix) -> None:
    kept.lay("2.0", "x")
    (kept.folder / "current").write_text("2.0")
    with prefix.started(SCREEN, KIOSK_SCREEN_SECONDS=SECONDS):
        _until(lambda: len(kept.starts()) > 3)
        assert kept.end() == 0
    assert not kept.refused.exists()


@pytest.mark.parametrize("name", ["..\\elsewhere", "", "a" * 200, ".hidden"])
def test_a_name_that_is_no_release_starts_nothing(kept: Kept, prefix: Prefix, name: str) -> None:
    kept.lay("1.0", "b")
    (kept.folder / "current").write_text(name)
    with prefix.started(SCREEN, KIOSK_SCREEN_SECONDS=SECONDS):
        time.sleep(2)
        assert kept.starts() == ""
        assert kept.end() == 0
