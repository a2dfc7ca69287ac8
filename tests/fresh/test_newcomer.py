"""The README's two commands in fresh roots of Debian 12 and 13, by somebody without rights and by root: what is named
to be typed works as it stands, what was cut mends itself, and `--help` leaves no trace.

The second command plays the tests of the set-up and of each real daemon here; all of them is what CI does. Then the
blocks of the guides are typed there, over that Debian's PostgreSQL, CUPS and Avahi, and its systemd judges the units.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.fresh.bare import USER, USER_ID, BareDebian

pytestmark = pytest.mark.slow
PLACE = Path("/home/người dùng/Trạm hỗ trợ/kiosk dvc")
DEMO = f"'{PLACE}/station' demo --headless --out 'kết quả thử'"
HELPS = ("--help", "demo --help", "kiosk doctor --help", "test -h", "package --help")
DAEMONS = ("pcsc", "cups", "sane", "province")
GUIDES = (
    "tests/fresh/test_province_guide.py",
    "tests/fresh/test_two_pcs.py",
    "tests/fresh/test_recipes_of_docs.py",
    "tests/journeys/test_guides_of_docs.py",
    "tests/unit/release/test_units.py",
)
PATIENCE_S = 900
"""Until the set-up has come so far that it is cut; a machine that is busy takes long to fetch."""


@pytest.fixture(scope="module", params=["bookworm", "trixie"])
def debian(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> BareDebian:
    """With the two programs that the README asks for."""
    made = BareDebian.made(request.param, tmp_path_factory.mktemp("newcomer") / "root", "python3", "git")
    made.has(PLACE, owner=USER_ID)
    return made


def everything_in(debian: BareDebian) -> set[str]:
    place = debian.root / PLACE.relative_to("/")
    return {str(path) for path in place.rglob("*")}


def test_help_installs_nothing(debian: BareDebian) -> None:
    before = everything_in(debian)
    for words in HELPS:
        done = debian.types(USER, f"'{PLACE}/station' {words}")
        assert done.returncode == 0, done.stderr
        assert "installs nothing" in done.stdout or "./station" in done.stdout + done.stderr
    assert everything_in(debian) == before


def test_who_has_no_rights_is_told_the_line_that_works_and_a_cut_mends_itself(debian: BareDebian) -> None:
    refused = debian.types(USER, DEMO)
    assert refused.returncode == 3
    (line,) = re.findall(r"^ +su -c '(.+)'$", refused.stderr, re.MULTILINE)
    assert not (debian.root / PLACE.relative_to("/") / ".venv").exists()
    typed = debian.types("root", line.replace(" install ", " install -y "))  # -y: what a person answers
    assert typed.returncode == 0, typed.stderr[-2000:]
    cut_in_the_middle(debian)
    played = debian.types(USER, DEMO)
    assert played.returncode == 0, played.stderr[-3000:]
    assert re.search(r"\d+ MB", played.stderr), "the sizes are told"
    home = debian.root / "home" / USER / "kết quả thử"
    assert f"/home/{USER}/kết quả thử" in played.stdout + played.stderr
    assert len(list(home.glob("*.png"))) > 20
    assert (home / "visit.json").exists()


def cut_in_the_middle(debian: BareDebian) -> None:
    """Kill the set-up, and all that it started, while pip puts packages in their place."""
    packages = debian.root / PLACE.relative_to("/") / ".venv"
    with subprocess.Popen(debian.words(USER, DEMO), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        begun = time.monotonic()
        while not list(packages.glob("lib/python3*/site-packages/PySide6*")):
            assert running.poll() is None, "it ended before it was cut"
            assert time.monotonic() - begun < PATIENCE_S
            time.sleep(0.1)
        kill_all_of(running.pid)


def kill_all_of(unshare: int) -> None:
    """The first process of that space of numbers, and so all of them: a change of user had freed it from the end of
    the one that started it."""
    (first,) = Path(f"/proc/{unshare}/task/{unshare}/children").read_text().split()
    os.kill(int(first), signal.SIGKILL)


def test_the_second_time_needs_no_network(debian: BareDebian) -> None:
    again = debian.types(USER, DEMO, network=False)
    assert again.returncode == 0, again.stderr[-3000:]
    assert "installing" not in again.stderr


def test_the_second_command_finds_the_real_daemons(debian: BareDebian) -> None:
    debian.gives(PLACE, 0)
    named = " ".join(f"tests/devices/test_{name}.py" for name in DAEMONS)
    done = debian.types("root", f"cd '{PLACE}' && ./station test tests/unit/bootstrap {named} -q -n 0")
    assert done.returncode == 0, done.stdout[-4000:]


def test_the_guides_are_typed_there_and_its_systemd_judges_the_units(debian: BareDebian) -> None:
    done = debian.types("root", f"cd '{PLACE}' && ./station fresh {' '.join(GUIDES)}")
    assert done.returncode == 0, (done.stdout + done.stderr)[-6000:]
    assert "skipped" not in done.stdout
