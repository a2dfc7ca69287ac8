"""The technician sets the PIN of the staff screens on the command line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from kiosk.cli import kiosk
from kiosk.clock import Clock
from kiosk.staff.pin import TRIES, PinAccepted, PinLocked, PinStore, pin_path


def test_the_pin_is_asked_for_twice_and_never_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path))
    told = CliRunner().invoke(kiosk, ["config", "set-pin"], input="204617\n204617\n")
    assert told.exit_code == 0
    assert "204617" not in told.output
    assert PinStore(pin_path(tmp_path), Clock().seconds).judge("204617") == PinAccepted()


def test_a_weak_pin_is_refused_with_what_is_expected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path))
    told = CliRunner().invoke(kiosk, ["config", "set-pin"], input="123456\n123456\n")
    assert told.exit_code == 1
    assert "A PIN is neither one digit repeated" in told.output
    assert not pin_path(tmp_path).exists()


def test_the_key_that_opens_a_locked_station_is_told_once_with_the_new_pin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path))
    told = CliRunner().invoke(kiosk, ["config", "set-pin"], input="204617\n204617\n").output
    key = "".join(re.findall(r"\b\d{4}\b", told.partition("key:")[2].partition("\n")[0]))
    store = PinStore(pin_path(tmp_path), Clock().seconds)
    for _ in range(TRIES):
        store.judge("999998")
    assert isinstance(store.judge("204617"), PinLocked)
    assert key.encode() not in pin_path(tmp_path).read_bytes()
    assert store.judge(key) == PinAccepted()


def test_the_technician_takes_the_lock_away_and_the_pin_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path))
    CliRunner().invoke(kiosk, ["config", "set-pin"], input="204617\n204617\n")
    store = PinStore(pin_path(tmp_path), Clock().seconds)
    for _ in range(TRIES):
        store.judge("999998")
    assert CliRunner().invoke(kiosk, ["config", "unlock-pin"]).exit_code == 0
    assert store.judge("204617") == PinAccepted()


def test_where_no_pin_is_set_there_is_no_lock_to_take_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path))
    told = CliRunner().invoke(kiosk, ["config", "unlock-pin"])
    assert told.exit_code == 1
    assert "no PIN is set" in told.output


@pytest.mark.parametrize("words", [("config", "set-pin"), ("publish", "keys", "keys", "an")], ids=" ".join)
def test_who_ends_a_question_is_told_so_and_nothing_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(kiosk, ["--lang", "en", *words], input="")
    assert done.exit_code == 1
    assert done.stderr.splitlines()[-1] == "Stopped by whoever typed it."
    assert "Abort" not in done.output
    assert list(tmp_path.rglob("*")) == []
