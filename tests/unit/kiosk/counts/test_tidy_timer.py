"""The units that the province's set-up writes are units as systemd reads them, for a program in any folder."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.counts import tidy_timer


@pytest.mark.parametrize("folder", ["kiosk", 'thư mục có "dấu" và 100%'])
def test_systemd_finds_no_mistake_in_the_timer(tmp_path: Path, folder: str) -> None:
    command = (sys.executable, "-P", "-m", "ui", "province", "tidy", "--dsn", "port=5433 dbname=counts user=postgres")
    tidy_timer.write(tmp_path, command, tmp_path / folder)
    units = [tmp_path / f"kiosk-counts-tidy.{kind}" for kind in ("service", "timer")]
    judge = shutil.which("systemd-analyze")
    assert judge, "systemd-analyze comes with systemd"
    done = subprocess.run([judge, "verify", *units], capture_output=True, text=True, check=False)
    assert [line for line in done.stderr.splitlines() if "kiosk-counts-tidy" in line] == []
    assert "--dsn" in units[0].read_text("utf-8")


def test_the_timer_may_read_the_program_and_speak_to_the_database_and_little_else(tmp_path: Path) -> None:
    tidy_timer.write(tmp_path, (sys.executable, "-m", "ui", "province", "tidy"), tmp_path)
    judge = shutil.which("systemd-analyze")
    assert judge, "systemd-analyze comes with systemd"
    words = [judge, "security", "--offline=true", "--no-pager", tmp_path / "kiosk-counts-tidy.service"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    found = re.search(r"Overall exposure level for \S+: ([\d.]+)", done.stdout)
    assert found, done.stderr
    assert float(found[1]) <= 3.0
