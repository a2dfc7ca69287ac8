"""A test of a clone runs: only a device that nobody named and a mount that a container forbids are reasons not to."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import may_skip
from tests.helpers.mounts import NO_MOUNT

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def on_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")


def test_a_mount_that_is_forbidden_may_be_skipped(request: pytest.FixtureRequest) -> None:
    assert may_skip(request.node, f"('tests/x.py', 3, 'Skipped: {NO_MOUNT}')")


def test_what_is_not_installed_or_not_there_may_not(request: pytest.FixtureRequest) -> None:
    assert not may_skip(request.node, "Skipped: not installed: scanimage")
    assert not may_skip(request.node, "Skipped: the records are not on this machine")


def test_a_device_on_the_table_may_be_missing(request: pytest.FixtureRequest) -> None:
    request.node.add_marker(pytest.mark.hardware)
    assert may_skip(request.node, "Skipped: no reader was named")


def test_a_skip_without_such_a_reason_fails(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The hook itself, over one test in a process of its own."""
    folder = tmp_path_factory.mktemp("suite")
    shutil.copy(ROOT / "tests" / "conftest.py", folder / "conftest.py")
    (folder / "test_one.py").write_text(
        "import pytest\n\n\ndef test_one():\n    pytest.skip('the records are away')\n"
    )
    argv = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(folder), str(folder)]
    done = subprocess.run(argv, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout
    assert "the records are away" in done.stdout
