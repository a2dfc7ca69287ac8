"""The shipped content put through the trial that a station makes of every new pack, on the day on the wall."""

from __future__ import annotations

from pathlib import Path

from kiosk import paths
from kiosk.cli.pack_trial import faults_in
from kiosk.clock import Clock
from kiosk.settings import read_settings


def test_the_shipped_content_passes_the_trial_of_an_update(tmp_path: Path) -> None:
    """`./station days` plays it on others too: after fees and forms of it have ended, and on a leap day."""
    settings = read_settings(overrides=tmp_path)
    assert faults_in(paths.assets() / "content", settings, tmp_path / "scratch", Clock()) == []
    assert len(list((tmp_path / "scratch" / "paper").iterdir())) >= 1
