"""The package's own scripts over an upgrade: the release before stays, whole, to fall back to."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from release.debian import DEPLOYMENT

PROGRAM = "kiosk-dvc"


def script(name: str, root: Path, version: str) -> str:
    """A script of the package with another root, of the release `version`."""
    text = (DEPLOYMENT / "debian" / name).read_text(encoding="utf-8")
    return text.replace("root=/opt/kiosk-dvc", f"root={root}").replace("@VERSION@", version)


def run(text: str, *words: str) -> None:
    subprocess.run(["sh", "-c", text, "sh", *words], check=True)


def unpack(root: Path, version: str) -> None:
    """What dpkg and the compiler of the pages lay down."""
    release = root / "releases" / version
    release.mkdir(parents=True)
    (release / PROGRAM).write_text(f"#!/bin/sh\necho {version}\n")
    (release / PROGRAM).chmod(0o755)
    (release / "Main.qml").touch()
    (release / "Main.qmlc").touch()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "opt"
    unpack(root, "1")
    run(script("postinst", root, "1") + "\nlink_releases", "unconfigured")
    return root


def upgrade(root: Path, new: str, old: str) -> None:
    """dpkg's order: preinst, the new files, the old ones it knows away, postinst."""
    run(script("preinst", root, new), "upgrade", old)
    unpack(root, new)
    for known in (PROGRAM, "Main.qml"):
        (root / "releases" / old / known).unlink()
    run(script("postinst", root, new) + "\nlink_releases", "unconfigured")


def links(root: Path) -> dict[str, str]:
    return {name: (root / name).readlink().name for name in ("current", "previous") if (root / name).is_symlink()}


def test_the_release_before_an_upgrade_is_kept_whole_though_dpkg_leaves_its_compiled_pages(root: Path) -> None:
    upgrade(root, "2", "1")
    assert links(root) == {"current": "2", "previous": "1"}
    assert {file.name for file in (root / "releases" / "1").iterdir()} == {PROGRAM, "Main.qml", "Main.qmlc"}
    assert not (root / "kept").exists()


def test_only_one_release_before_is_kept(root: Path) -> None:
    upgrade(root, "2", "1")
    upgrade(root, "3", "2")
    assert links(root) == {"current": "3", "previous": "2"}
    assert {release.name for release in (root / "releases").iterdir()} == {"2", "3"}
