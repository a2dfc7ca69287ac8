"""The web frameworks of the practice portals: whole or not there, and never fetched twice for one lock."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bootstrap.npm import ASKED, LOCK, MADE, NpmError, need_frameworks

TOOL = """\
#!/bin/sh
echo "$*" >> "{called}"
mkdir -p node_modules/react
{then}
"""


def project(folder: Path, monkeypatch: pytest.MonkeyPatch, then: str) -> Path:
    """A project with a lock, and an npm that notes how it was called and then does `then`."""
    (folder / ASKED).mkdir(parents=True)
    for name in ("package.json", LOCK):
        (folder / ASKED / name).write_text("{}", "utf-8")
    tool = folder / "bin" / "npm"
    tool.parent.mkdir()
    tool.write_text(TOOL.format(called=folder / "called", then=then), "utf-8")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", os.pathsep.join((str(tool.parent), os.defpath)))
    return folder


def calls(folder: Path) -> list[str]:
    return (folder / "called").read_text("utf-8").splitlines()


def test_the_lock_is_installed_without_running_anybodys_script_and_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(tmp_path, monkeypatch, "exit 0")
    need_frameworks(root)
    need_frameworks(root)
    assert (root / MADE / "node_modules" / "react").is_dir()
    assert len(calls(root)) == 1
    assert calls(root)[0].startswith("ci ")
    assert "--ignore-scripts" in calls(root)[0]


def test_another_lock_is_installed_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = project(tmp_path, monkeypatch, "exit 0")
    need_frameworks(root)
    (root / ASKED / LOCK).write_text('{"other": true}', "utf-8")
    need_frameworks(root)
    assert len(calls(root)) == 2
    assert (root / MADE / LOCK).read_text("utf-8") == '{"other": true}'


def test_a_failure_leaves_nothing_half_and_tells_what_npm_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(tmp_path, monkeypatch, "echo no network >&2; exit 1")
    with pytest.raises(NpmError, match="no network"):
        need_frameworks(root)
    assert not (root / MADE).exists()
