"""The launch of compositor and program on a slow PC, with both made up: who waits for whom, and who ends whom."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from release.debian import DEPLOYMENT

LAUNCH = DEPLOYMENT / "tree/usr/lib/kiosk-dvc/screen"
NO_PICTURE = 69
COMPOSITOR = """#!/usr/bin/python3
import os, signal, socket, sys, time
if "DEAF" in os.environ:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
places = [os.environ["SWAYSOCK"], os.environ["XDG_RUNTIME_DIR"] + "/wayland-1"]
lines = [socket.socket(socket.AF_UNIX) for _ in places]
for line, place in zip(lines, places):
    line.bind(place)
time.sleep(float(os.environ.get("LIVES", "60")))
"""
ANSWERS = """#!/bin/sh
case "$*" in *get_outputs*) ;; *) exit 0 ;; esac
echo asked >>"$XDG_RUNTIME_DIR/asked"
[ "$(wc -l <"$XDG_RUNTIME_DIR/asked")" -gt "${SILENT:-0}" ] || exit 1
echo '"name": "one", "active": true'
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A runtime folder, and programs in the place of sway's that lose no time."""
    (tmp_path / "bin").mkdir()
    programs = {"sway": COMPOSITOR, "swaymsg": ANSWERS, "systemd-notify": "#!/bin/sh\n"}
    programs |= {
        "sleep": "#!/bin/sh\nexec /bin/sleep 0.1\n",
        "timeout": '#!/bin/sh\nshift; exec /usr/bin/timeout 0.5 "$@"\n',
    }
    for name, text in programs.items():
        (tmp_path / "bin" / name).write_text(text)
        (tmp_path / "bin" / name).chmod(0o755)
    return tmp_path


def launched(place: Path, *early: str, program: str = "exit 7", **told: str) -> subprocess.CompletedProcess[str]:
    """The launch with a program that ends at once with 7, or another one."""
    kept = {"XDG_RUNTIME_DIR": str(place), "PATH": f"{place / 'bin'}:{os.environ['PATH']}", **told}
    words = ["sh", LAUNCH, *early, "sh", "-c", program]
    return subprocess.run(words, env=kept, capture_output=True, text=True, timeout=60, check=False)


def test_a_compositor_that_answers_only_the_third_time_is_no_failure(place: Path) -> None:
    assert launched(place, SILENT="2").returncode == 7
    assert (place / "asked").read_text() == "asked\n" * 3


def test_a_compositor_that_ends_before_it_answers_is_told_as_no_picture(place: Path) -> None:
    done = launched(place, SILENT="1000", LIVES="1")
    assert done.returncode == NO_PICTURE
    assert "no picture" in done.stderr


def test_a_compositor_that_does_not_hear_that_it_is_to_end_is_not_waited_for(place: Path) -> None:
    assert launched(place, DEAF="yes").returncode == 7


EARLY = "--early"
NAMED = (
    'read -r name <"$KIOSK_SCREEN"; echo "$name" >"$XDG_RUNTIME_DIR/named"; ls "$XDG_RUNTIME_DIR" >was-there; exit 7'
)


def test_a_program_started_early_runs_before_the_screen_is_there_and_is_then_told_its_name(place: Path) -> None:
    early = 'cd "$XDG_RUNTIME_DIR"; touch early; ' + NAMED
    asked = (place / "bin/swaymsg").read_text().replace("echo asked", '[ -e "$XDG_RUNTIME_DIR/early" ] && echo asked')
    (place / "bin/swaymsg").write_text(asked)
    assert launched(place, EARLY, program=early).returncode == 7
    assert (place / "asked").read_text() == "asked\n"
    assert (place / "named").read_text() == "wayland-1\n"
    assert "compositor" not in (place / "was-there").read_text().split()


def test_a_program_that_ends_before_it_has_a_screen_is_told_by_its_own_status(place: Path) -> None:
    assert launched(place, EARLY, SILENT="1000").returncode == 7


@pytest.mark.parametrize("program", [NAMED, "trap 'exit 3' TERM; while :; do /bin/sleep 0.1; done"])
def test_without_a_picture_a_program_that_was_started_early_is_ended(place: Path, program: str) -> None:
    done = launched(place, EARLY, program=program, SILENT="1000", LIVES="1")
    assert done.returncode == NO_PICTURE
    assert "no picture" in done.stderr
    assert not (place / "named").exists()


def test_a_stop_before_there_is_a_screen_ends_both_and_is_no_failure(place: Path) -> None:
    stop = f"kill -TERM $PPID; {NAMED}"
    assert launched(place, EARLY, program=stop, SILENT="1000").returncode == 0
    assert not (place / "named").exists()
