"""After the package is purged nothing of ours is left: its own script, run over a folder in place of the root."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from release.debian import DEPLOYMENT

UNITS = DEPLOYMENT / "tree" / "lib" / "systemd" / "system"
PLACES = {
    "StateDirectory": ("var/lib", "var/lib/private"),
    "CacheDirectory": ("var/cache",),
    "RuntimeDirectory": ("run",),
}
"""Where systemd makes what a unit names; a service with a user of its own has its state under `private`."""
WRITTEN_BY_HAND = ("etc/kiosk-dvc", "opt/kiosk-dvc")
STRANGERS = ("etc/cups", "var/lib/other", "opt/other", "run/other")


def ours() -> set[str]:
    """Every folder that the units have made, and those of the guide."""
    named = {
        f"{place}/{name.split('/')[0]}"
        for unit in UNITS.rglob("*.service")
        for kind, names in re.findall(r"^(\w+Directory)=(.+)$", unit.read_text("utf-8"), re.MULTILINE)
        for name in names.split()
        for place in PLACES[kind]
    }
    return named | set(WRITTEN_BY_HAND)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for place in (*ours(), *STRANGERS):
        (tmp_path / "root" / place).mkdir(parents=True)
        (tmp_path / "root" / place / "file").touch()
    programs = tmp_path / "programs"
    programs.mkdir()
    for name, does in (("getent", "exit 0"), ("userdel", f'echo "$@" >>{tmp_path}/users')):
        (programs / name).write_text(f"#!/bin/sh\n{does}\n", "utf-8")
        (programs / name).chmod(0o755)
    return tmp_path / "root"


def removed(root: Path, how: str) -> set[str]:
    """What is left of ours after `postrm remove` or `postrm purge`."""
    script = (DEPLOYMENT / "debian" / "postrm").read_text("utf-8")
    own = re.sub(r"(?<=\s)/(etc|opt|var|run)(?=/)", rf"{root}/\1", script)
    around = {"PATH": f"{root.parent / 'programs'}{os.pathsep}{os.defpath}"}
    subprocess.run(["sh", "-c", own, "postrm", how], env=around, check=True, capture_output=True)
    return {place for place in ours() if (root / place).exists()}


def test_a_purge_leaves_nothing_of_ours_and_all_of_others(root: Path) -> None:
    assert "var/lib/private/kiosk-dvc" in ours()
    assert removed(root, "purge") == set()
    assert (root.parent / "users").read_text("utf-8") == "kiosk\n"
    assert [place for place in STRANGERS if not (root / place / "file").exists()] == []


def test_a_removal_keeps_settings_and_counts(root: Path) -> None:
    assert {"etc/kiosk-dvc", "var/lib/kiosk-dvc"} <= removed(root, "remove")
    assert not (root / "opt" / "kiosk-dvc").exists()
    assert not (root.parent / "users").exists()
