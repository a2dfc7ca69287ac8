"""The station writes where it is told, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk import paths


def test_the_state_folder_follows_the_environment_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("KIOSK_STATE", "STATE_DIRECTORY", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_STATE_HOME", "/x")
    assert paths.state() == Path("/x/kiosk-dvc")
    monkeypatch.setenv("STATE_DIRECTORY", "/var/lib/kiosk-dvc")
    assert paths.state() == Path("/var/lib/kiosk-dvc")
    monkeypatch.setenv("KIOSK_STATE", "/elsewhere")
    assert paths.state() == Path("/elsewhere")


def test_the_shipped_files_are_there() -> None:
    assert (paths.shipped_config() / "kiosk.toml").is_file()
    assert (paths.assets() / "fonts").is_dir()


def test_a_frozen_program_finds_its_files_in_its_own_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys._MEIPASS", "/opt/kiosk/_internal", raising=False)
    assert paths.assets() == Path("/opt/kiosk/_internal/assets")
