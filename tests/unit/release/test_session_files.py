"""The files of the kiosk session: what the unit promises, what the package's scripts clean up, what a build names."""

from __future__ import annotations

import configparser
import os
import re
import stat
import subprocess
from pathlib import Path

import pytest

from release.compare import differences, fingerprints
from release.debian import DEPLOYMENT
from release.parts import parts, table, unexplained

UNIT = DEPLOYMENT / "tree" / "lib" / "systemd" / "system" / "kiosk-dvc.service"


def service() -> dict[str, str]:
    parser = configparser.RawConfigParser(strict=False, interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read_string(UNIT.read_text(encoding="utf-8"))
    return dict(parser["Service"])


def test_the_session_keeps_nothing_of_a_person_on_a_disk() -> None:
    promised = service()
    assert promised["LimitCORE"] == "0"
    assert promised["MemorySwapMax"] == "0"
    assert "/tmp:" in promised["TemporaryFileSystem"]
    assert "TMPDIR=/run/" in UNIT.read_text(encoding="utf-8")


def test_the_session_is_watched_and_not_root() -> None:
    promised = service()
    assert promised["Type"] == "notify"
    assert promised["WatchdogSignal"] == "SIGKILL"
    assert promised["User"] == "kiosk"
    assert promised["KillMode"] == "mixed", "the launch ends the program before its screen"


def test_root_and_the_kiosk_can_both_write_the_settings_and_the_kiosk_nothing_else_there() -> None:
    script = (DEPLOYMENT / "debian" / "postinst").read_text(encoding="utf-8")
    (mode,) = re.findall(r"install -d -m (\d+) -o root -g kiosk /etc/kiosk-dvc\n", script)
    assert int(mode, 8) & stat.S_IWGRP
    assert not int(mode, 8) & stat.S_ISVTX, "with fs.protected_regular=2 root could not open the kiosk's files"
    of_root = re.findall(r"/etc/kiosk-dvc/\w+", re.findall("install -d -m 755 (.*)", script)[0])
    assert set(service()["ReadOnlyPaths"].split()) == {f"-{folder}" for folder in of_root}


@pytest.mark.parametrize("name", ["preinst", "postinst", "prerm", "postrm"])
def test_every_script_of_the_package_is_a_shell_script_without_mistakes(name: str) -> None:
    subprocess.run(["sh", "-n", DEPLOYMENT / "debian" / name], check=True)


def test_two_folders_are_compared_by_content_and_by_links(tmp_path: Path) -> None:
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "same").write_text("1")
        (tmp_path / name / "other").write_text(name)
        (tmp_path / name / "link").symlink_to(name)
    assert differences(fingerprints(tmp_path / "first"), fingerprints(tmp_path / "second")) == ["link", "other"]


def test_a_part_over_five_megabytes_without_a_reason_stands_out(tmp_path: Path) -> None:
    (tmp_path / "_internal" / "stranger").mkdir(parents=True)
    for name in ("stranger/data", "small"):
        (tmp_path / "_internal" / name).touch()
    os.truncate(tmp_path / "_internal" / "stranger" / "data", 6_000_000)
    assert list(parts(tmp_path)) == ["stranger", "small"]
    assert unexplained(tmp_path) == ["stranger"]
    assert "stranger" in table(tmp_path)
    assert "small" not in table(tmp_path)
