"""What is no whole environment, and who may make one; pip's own work is played by `./station fresh`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bootstrap import venv as bootstrap_venv
from bootstrap.pip import COMPILED, PipError, compile_all
from bootstrap.venv import Venv, alone, site_packages

ROOT = Path(__file__).resolve().parents[3]
DEADLINE = 60
"""Seconds after which a cut that never came is a failed test."""


@pytest.fixture
def venv(tmp_path: Path) -> Venv:
    """In a folder with a space and marks in its name; not made yet."""
    return Venv(tmp_path / "Trạm hỗ trợ" / ".venv")


def test_an_environment_without_pip_and_without_the_mark_is_half_too(venv: Venv) -> None:
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(venv.folder)], check=True)
    assert venv.is_half()


def test_somebodys_own_folder_is_never_thrown_away(venv: Venv) -> None:
    venv.folder.mkdir(parents=True)
    (venv.folder / "ảnh.png").write_bytes(b"mine")
    with pytest.raises(PipError, match="not a virtual environment"):
        venv.make()
    assert (venv.folder / "ảnh.png").read_bytes() == b"mine"


def test_who_comes_second_waits_until_the_first_is_done(venv: Venv, capsys: pytest.CaptureFixture[str]) -> None:
    code = "import sys; from pathlib import Path; from bootstrap.venv import alone\n"
    code += "with alone(Path(sys.argv[1])): print('in', flush=True); sys.stdin.read()\n"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    holder = subprocess.Popen(
        [sys.executable, "-c", code, str(venv.folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
    )
    assert holder.stdin is not None
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"in\n"
    seen: list[str] = []
    real = bootstrap_venv.say

    def waiting(vietnamese: str, english: str) -> None:
        real(vietnamese, english)
        seen.append(english)
        assert holder.stdin is not None
        holder.stdin.close()

    bootstrap_venv.say = waiting
    try:
        with alone(venv.folder):
            assert holder.wait(DEADLINE) == 0
    finally:
        bootstrap_venv.say = real
        holder.stdout.close()
    assert seen == ["another command is setting up; waiting for it"]
    assert "xin chờ" in capsys.readouterr().err


def test_what_was_unpacked_lies_compiled_in_the_environment_and_what_cannot_be_is_passed_over(venv: Venv) -> None:
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(venv.folder)], check=True)
    site = site_packages(venv.folder)
    (site / "module.py").write_text("said = 1\n", "utf-8")
    (site / "template.py").write_text("said = {{ said }} {% if %}\n", "utf-8")
    compile_all(venv.python, site)
    compiled = venv.folder / COMPILED / site.relative_to("/")
    assert [path.name.partition(".")[0] for path in compiled.glob("*.pyc")] == ["module"]
    assert not (site / "__pycache__").exists()
