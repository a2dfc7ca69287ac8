"""The virtual environment mends itself: cut while it is made, cut in pip, wrong files. Python's and pip's own work,
over small wheels beside it; no network."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from bootstrap.lock_file import Locked, read_lock
from bootstrap.pip import COMPILED, PipError
from bootstrap.venv import Venv
from tests.helpers.wheels import Wheel, lock_over, write

ROOT = Path(__file__).resolve().parents[2]
DEADLINE = 60
"""Seconds after which a cut that never came is a failed test."""

FILL = """\
import sys
from pathlib import Path
from bootstrap.lock_file import read_lock
from bootstrap.venv import Venv
venv = Venv(Path(sys.argv[1]))
if not venv.folder.exists() or venv.is_half():
    venv.make()
venv.fill(read_lock(Path(sys.argv[2]).read_text("utf-8")), )
"""


def only_from(folder: Path, patch: pytest.MonkeyPatch) -> Path:
    """Let pip find everything here and ask nothing else."""
    folder.mkdir()
    patch.setenv("PIP_NO_INDEX", "1")
    patch.setenv("PIP_FIND_LINKS", str(folder.as_uri()))
    patch.setenv("PIP_CONFIG_FILE", os.devnull)
    patch.setenv("PIP_NO_CACHE_DIR", "1")
    return folder


@pytest.fixture
def wheels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where pip finds everything."""
    return only_from(tmp_path / "kho gói", monkeypatch)


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A whole environment, to copy, in which pip has run before: its modules lie compiled."""
    root = tmp_path_factory.mktemp("once")
    venv = Venv(root / ".venv")
    venv.make()
    with pytest.MonkeyPatch.context() as patch:
        venv.fill(locked(only_from(root / "wheels", patch), Wheel(name="zeroth")))
    return venv.folder


@pytest.fixture
def venv(tmp_path: Path) -> Venv:
    """In a folder with a space and marks in its name; not made yet."""
    return Venv(tmp_path / "Trạm hỗ trợ" / ".venv")


@pytest.fixture
def made(venv: Venv, made_once: Path) -> Venv:
    """The same, made."""
    venv.folder.parent.mkdir()
    shutil.copytree(made_once, venv.folder, symlinks=True)
    # What is compiled lies under the path of its source, and that has moved with the copy.
    compiled = venv.folder / COMPILED
    place = compiled / venv.folder.relative_to("/")
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(compiled / made_once.relative_to("/"), place)
    return venv


def locked(wheels: Path, *made: Wheel) -> list[Locked]:
    return read_lock(lock_over({wheel.name: write(wheel, wheels) for wheel in made}))


def imports(venv: Venv, module: str) -> bool:
    return (
        subprocess.run([str(venv.python), "-c", f"import {module}"], check=False, capture_output=True).returncode == 0
    )


def cut(venv: Venv, lock: Path, when: Callable[[], bool]) -> None:
    """Set up in a process of its own and kill it and its children, without a warning, as soon as `when` is true."""
    command = [sys.executable, "-c", FILL, str(venv.folder), str(lock)]
    running = subprocess.Popen(command, start_new_session=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
    begun = time.monotonic()
    while not when():
        assert running.poll() is None, "it ended before it was cut"
        assert time.monotonic() - begun < DEADLINE
        time.sleep(0.005)
    os.killpg(running.pid, signal.SIGKILL)
    running.wait()


def test_what_the_lock_names_is_there_and_is_known_to_be_there(made: Venv, wheels: Path) -> None:
    packages = locked(wheels, Wheel(name="first"), Wheel(name="second"))
    assert not made.holds(packages)
    made.fill(packages)
    assert imports(made, "first.end")
    assert imports(made, "second.end")
    assert made.holds(packages)
    assert made.holds(packages[:1]), "what else is in it does no harm"
    assert not made.holds(read_lock(lock_over({"first": "0" * 64}).replace("==1.0", "==2.0")))
    assert [path.name for path in made.folder.glob("fetched-*")] == []


def test_cut_while_python_makes_it_it_is_made_anew(venv: Venv, wheels: Path, tmp_path: Path) -> None:
    packages = locked(wheels, Wheel(name="first"))
    lock = tmp_path / "lock"
    lock.write_text("".join(f"# for run; 0.1 MB\n{package.line}" for package in packages), "utf-8")
    cut(venv, lock, venv.python.exists)
    assert venv.is_half()
    venv.make()
    assert not venv.is_half()
    venv.fill(packages)
    assert imports(venv, "first.end")


def test_cut_while_pip_unpacks_it_is_known_to_be_half(made: Venv, wheels: Path, tmp_path: Path) -> None:
    packages = locked(wheels, Wheel(name="first", files=600, size=2000))
    lock = tmp_path / "lock"
    lock.write_text("".join(f"# for run; 0.1 MB\n{package.line}" for package in packages), "utf-8")
    cut(made, lock, lambda: any(made.folder.glob("lib/python3*/site-packages/first/part_1*.py")))
    assert not made.holds(packages)
    assert made.is_half()


def test_an_environment_whose_python_went_away_is_half(made: Venv) -> None:
    for name in ("python", "python3"):
        (made.folder / "bin" / name).unlink()
    assert made.is_half()


def test_a_file_with_another_hash_is_refused_and_the_environment_stays_as_it_was(made: Venv, wheels: Path) -> None:
    good = locked(wheels, Wheel(name="first"))
    made.fill(good)
    forged = read_lock(lock_over({"first": good[0].hashes[0], "second": "0" * 64}))
    write(Wheel(name="second"), wheels)
    with pytest.raises(PipError, match="DO NOT MATCH THE HASHES"):
        made.fill(forged)
    assert not made.is_half()
    assert not made.holds(forged)
    assert imports(made, "first.end")
    assert not imports(made, "second")


def test_without_a_network_it_is_told_and_the_environment_stays_as_it_was(made: Venv, wheels: Path) -> None:
    with pytest.raises(PipError, match="No matching distribution"):
        made.fill(read_lock(lock_over({"nowhere": "0" * 64})))
    assert not made.is_half()
    assert wheels.exists()


def test_only_what_is_missing_is_installed(made: Venv, wheels: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one = locked(wheels, Wheel(name="first"))
    made.fill(one)
    (wheels / "first-1.0-py3-none-any.whl").unlink()
    capsys.readouterr()
    made.fill([*one, *locked(wheels, Wheel(name="second"))])
    assert "installing 1 Python packages" in capsys.readouterr().err
