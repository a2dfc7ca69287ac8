"""The shell script behind OnFailure=: back to the release before, once; without one, a longer wait each time."""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path

import pytest

SCRIPT = (
    Path(__file__).resolve().parents[3] / "config" / "deployment" / "tree" / "usr" / "lib" / "kiosk-dvc" / "fall-back"
)

STAND_IN = """#!/bin/sh
case "$*" in
*NRestarts*) echo "$RESTARTS" ;;
*Monotonic*) echo "$STARTED" ;;
*) echo "{tool} $*" >>"{called}" ;;
esac
"""


@pytest.fixture
def station(tmp_path: Path) -> Path:
    """A folder of releases with 2 as current, and stand-ins for systemctl and sleep that write down their words."""
    for name in ("1", "2"):
        program = tmp_path / "opt" / "releases" / name / "kiosk-dvc"
        program.parent.mkdir(parents=True)
        program.write_text("#!/bin/sh\n")
        program.chmod(0o755)
    (tmp_path / "opt" / "current").symlink_to("releases/2")
    (tmp_path / "bin").mkdir()
    (tmp_path / "run").mkdir()
    for tool in ("systemctl", "sleep"):
        stand_in = tmp_path / "bin" / tool
        stand_in.write_text(STAND_IN.format(tool=tool, called=tmp_path / "called"))
        stand_in.chmod(0o755)
    return tmp_path


def fail(station: Path, *, restarts: int = 3, seconds_ago: int = 2) -> str:
    """What was called when the kiosk failed after so many restarts, the last one so long ago."""
    (station / "called").write_text("")
    started = time.clock_gettime(time.CLOCK_BOOTTIME) - seconds_ago
    places = {"KIOSK_ROOT": str(station / "opt"), "KIOSK_RUN": str(station / "run")}
    last = {"RESTARTS": str(restarts), "STARTED": str(int(started * 1e6))}
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
    waits = [fail(station).splitlines()[0] for _ in range(8)]
    assert waits == [f"sleep {seconds}" for seconds in (15, 30, 60, 120, 240, 480, 600, 600)]
    assert (station / "opt" / "current").readlink() == Path("releases/2")


def test_a_release_before_that_lost_its_program_is_not_taken(station: Path) -> None:
    (station / "opt" / "previous").symlink_to("releases/1")
    (station / "opt" / "releases" / "1" / "kiosk-dvc").unlink()
    assert fail(station).startswith("sleep 15")


@pytest.mark.parametrize(("restarts", "seconds_ago"), [(0, 2), (2, 2), (5, 4000)])
def test_a_stop_that_ended_badly_changes_nothing(station: Path, restarts: int, seconds_ago: int) -> None:
    (station / "opt" / "previous").symlink_to("releases/1")
    assert fail(station, restarts=restarts, seconds_ago=seconds_ago) == ""
    assert (station / "opt" / "current").readlink() == Path("releases/2")
