"""The shell script behind OnFailure=: back to the release before, once; without one, a longer wait each time."""

from __future__ import annotations

import gzip
import os
import re
import struct
import subprocess
import time
from pathlib import Path

import pytest

SCRIPT = (
    Path(__file__).resolve().parents[3] / "config" / "deployment" / "tree" / "usr" / "lib" / "kiosk-dvc" / "fall-back"
)

NO_PICTURE = 69
"""How the launch ends without a compositor; `tests/devices/test_screen.py` sees it."""
STAND_IN = """#!/bin/sh
case "$*" in
*NRestarts*) echo "$RESTARTS" ;;
*Monotonic*) echo "$STARTED" ;;
*ExecMainStatus*) echo "$ENDED" ;;
*Result*) echo "$RESULT" ;;
*) echo "{tool} $*" >>"{called}" ;;
esac
"""


@pytest.fixture
def station(tmp_path: Path) -> Path:
    """A folder of releases with 2 as current, and stand-ins for the tools, which write down their words."""
    for name in ("1", "2"):
        program = tmp_path / "opt" / "releases" / name / "kiosk-dvc"
        program.parent.mkdir(parents=True)
        program.write_text("#!/bin/sh\n")
        program.chmod(0o755)
    (tmp_path / "opt" / "current").symlink_to("releases/2")
    (tmp_path / "bin").mkdir()
    (tmp_path / "run").mkdir()
    for tool in ("systemctl", "sleep", "setfont"):
        stand_in = tmp_path / "bin" / tool
        stand_in.write_text(STAND_IN.format(tool=tool, called=tmp_path / "called"))
        stand_in.chmod(0o755)
    return tmp_path


def fail(station: Path, *, restarts: int = 3, seconds_ago: int = 2, ended: int = 1, result: str = "exit-code") -> str:
    """What was called when the kiosk failed after so many restarts, the last one so long ago, with that status."""
    (station / "called").write_text("")
    started = time.clock_gettime(time.CLOCK_BOOTTIME) - seconds_ago
    places = {"KIOSK_ROOT": str(station / "opt"), "KIOSK_RUN": str(station / "run")}
    places["KIOSK_TERMINAL"] = str(station / "terminal")
    last = {"RESTARTS": str(restarts), "STARTED": str(int(started * 1e6)), "ENDED": str(ended), "RESULT": result}
    env = {**os.environ, **places, **last, "PATH": f"{station / 'bin'}:{os.environ['PATH']}"}
    subprocess.run(["sh", SCRIPT], env=env, check=True, capture_output=True)
    return (station / "called").read_text()


def test_the_release_before_takes_over_and_the_failed_one_is_remembered(station: Path) -> None:
    (station / "opt" / "previous").symlink_to("releases/1")
    called = fail(station)
    assert (station / "opt" / "current").readlink() == Path("releases/1")
    assert not (station / "opt" / "previous").is_symlink()
    assert (station / "opt" / "refused").read_text() == "2\n"
    assert called.splitlines() == [
        "systemctl reset-failed kiosk-dvc.service",
        "systemctl --no-block start kiosk-dvc.service",
    ]


def test_without_a_release_before_every_wait_is_longer_up_to_ten_minutes(station: Path) -> None:
    waits = [line for _ in range(8) for line in fail(station).splitlines() if line.startswith("sleep")]
    assert waits == [f"sleep {seconds}" for seconds in (15, 30, 60, 120, 240, 480, 600, 600)]
    assert (station / "opt" / "current").readlink() == Path("releases/2")


def test_a_release_before_that_lost_its_program_is_not_taken(station: Path) -> None:
    (station / "opt" / "previous").symlink_to("releases/1")
    (station / "opt" / "releases" / "1" / "kiosk-dvc").unlink()
    assert "sleep 15\n" in fail(station)


@pytest.mark.parametrize(("restarts", "seconds_ago"), [(0, 2), (2, 2), (5, 4000)])
def test_a_stop_that_ended_badly_changes_nothing(station: Path, restarts: int, seconds_ago: int) -> None:
    (station / "opt" / "previous").symlink_to("releases/1")
    assert fail(station, restarts=restarts, seconds_ago=seconds_ago) == ""
    assert (station / "opt" / "current").readlink() == Path("releases/2")
    assert not (station / "terminal").exists()


def test_so_many_restarts_by_hand_that_systemd_refuses_one_are_no_failure(station: Path) -> None:
    (station / "opt" / "previous").symlink_to("releases/1")
    called = fail(station, restarts=0, result="start-limit-hit")
    assert called.splitlines() == [
        "systemctl reset-failed kiosk-dvc.service",
        "systemctl --no-block start kiosk-dvc.service",
    ]
    assert (station / "opt" / "current").readlink() == Path("releases/2")


def test_a_pc_that_can_make_no_picture_says_so_and_keeps_its_release(station: Path) -> None:
    (station / "opt" / "previous").symlink_to("releases/1")
    called = fail(station, ended=NO_PICTURE)
    said = (station / "terminal").read_text(encoding="utf-8")
    assert "chưa hiện được hình" in said
    assert "No picture" in said
    assert f"setfont -C {station / 'terminal'} Vietnamese-Fixed18" in called
    assert "sleep 15\n" in called
    assert (station / "opt" / "current").readlink() == Path("releases/2")


def test_a_program_that_cannot_start_leaves_no_black_screen(station: Path) -> None:
    fail(station)
    said = (station / "terminal").read_text(encoding="utf-8")
    assert "chưa chạy được" in said
    assert "could not start" in said


def test_a_pc_without_that_terminal_starts_the_kiosk_all_the_same(station: Path) -> None:
    (station / "terminal").mkdir()
    assert fail(station).endswith("systemctl --no-block start kiosk-dvc.service\n")


@pytest.mark.real("console-setup-linux")
def test_every_letter_of_the_lines_is_among_those_of_the_console() -> None:
    text = SCRIPT.read_text(encoding="utf-8")
    font = Path("/usr/share/consolefonts") / f"{re.findall('Vietnamese-[A-Za-z0-9]+', text)[0]}.psf.gz"
    if not font.exists():
        pytest.skip("the package console-setup-linux is not installed")
    said = {letter for line in re.findall(r'"([A-ZĐ][^"$]+\.)"', text) for letter in line}
    assert "ợ" in said
    assert said <= psf_letters(gzip.decompress(font.read_bytes()))


def psf_letters(font: bytes) -> set[str]:
    """The letters of a console font of the first kind: magic, mode, height, 256 or 512 glyphs, then their UCS-2."""
    assert font[:2] == b"\x36\x04"
    table = font[4 + (512 if font[2] & 1 else 256) * font[3] :]
    return {chr(code) for (code,) in struct.iter_unpack("<H", table)}
