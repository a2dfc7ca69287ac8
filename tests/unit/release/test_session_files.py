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


@pytest.mark.parametrize(
    "name",
    [
        *(f"debian/{name}" for name in ("preinst", "postinst", "prerm", "postrm")),
        *(f"tree/usr/lib/kiosk-dvc/{name}" for name in ("fall-back", "screen", "together")),
        "tree/usr/bin/kiosk-dvc",
        "stick/install",
    ],
)
def test_every_script_of_the_package_is_a_shell_script_without_mistakes(name: str) -> None:
    subprocess.run(["sh", "-n", DEPLOYMENT / name], check=True)


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


@pytest.mark.parametrize(
    ("words", "afterwards"),
    [
        (("together", "keep"), "keep"),
        (("--lang", "en", "together", "alone"), "alone"),
        (("together", "keep", "--help"), ""),
        (("together", "test"), ""),
        (("doctor",), ""),
    ],
)
def test_what_needs_root_for_two_pcs_follows_the_command_and_nothing_else_does(
    tmp_path: Path, words: tuple[str, ...], afterwards: str
) -> None:
    """The command itself is never root; what opens the network is, and only once the settings are written."""
    stand_ins = {"id": "echo 0", "setpriv": 'echo "as the kiosk: ${*: -1}"', "together": 'echo "as root: $1"'}
    for name, body in stand_ins.items():
        (tmp_path / name).write_text(f"#!/bin/bash\n{body}\n")
        (tmp_path / name).chmod(0o755)
    script = (DEPLOYMENT / "tree" / "usr" / "bin" / "kiosk-dvc").read_text("utf-8")
    here = script.replace("/usr/lib/kiosk-dvc/together", str(tmp_path / "together"))
    command = ["sh", "-c", here, "kiosk-dvc", *words]
    told = subprocess.run(
        command, capture_output=True, text=True, check=True, env={"PATH": f"{tmp_path}:/usr/bin:/bin"}
    )
    expected = [f"as the kiosk: {words[-1]}", *([f"as root: {afterwards}"] if afterwards else [])]
    assert told.stdout.splitlines() == expected


def test_what_the_package_starts_may_be_started() -> None:
    folder = DEPLOYMENT / "tree" / "usr" / "lib" / "kiosk-dvc"
    assert all(path.stat().st_mode & 0o111 for path in folder.iterdir() if path.suffix == "")
