"""The technician sets the PIN of the staff screens on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from kiosk.cli.config import command
from kiosk.clock import Clock
from kiosk.staff.pin import PinAccepted, PinStore, pin_path


def test_the_pin_is_asked_for_twice_and_never_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path))
    told = CliRunner().invoke(command, ["set-pin"], input="204617\n204617\n")
    assert told.exit_code == 0
    assert "204617" not in told.output
    assert PinStore(pin_path(tmp_path), Clock().seconds).judge("204617") == PinAccepted()


def test_a_weak_pin_is_refused_with_what_is_expected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path))
    told = CliRunner().invoke(command, ["set-pin"], input="123456\n123456\n")
    assert told.exit_code == 1
    assert "expected digits" in told.output
    assert not pin_path(tmp_path).exists()
