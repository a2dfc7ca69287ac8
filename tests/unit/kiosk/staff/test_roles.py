"""Volunteer, officer and technician each have a PIN of their own, and the technician's is the one of before."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from kiosk.cli import kiosk
from kiosk.counts.events import Role
from kiosk.staff import PinAccepted, PinStore, PinWrong, RolePins, pin_path, role_pin_path
from ui.staff.pages import OFFICER, WIZARD, StaffPage, may_open


def pins(folder: Path) -> RolePins:
    return RolePins(folder, lambda: 0.0)


def test_a_station_of_before_offers_the_technician_alone(tmp_path: Path) -> None:
    PinStore(pin_path(tmp_path), lambda: 0.0).set("204617")
    assert pins(tmp_path).offered() == (Role.TECHNICIAN,)
    assert pins(tmp_path).of(Role.TECHNICIAN).judge("204617") == PinAccepted()


def test_without_any_pin_the_technicians_page_tells_how_to_set_one(tmp_path: Path) -> None:
    assert pins(tmp_path).offered() == (Role.TECHNICIAN,)


def test_a_pin_opens_its_own_role_and_no_other(tmp_path: Path) -> None:
    made = pins(tmp_path)
    made.of(Role.OFFICER).set("204617")
    made.of(Role.VOLUNTEER).set("481516")
    assert made.offered() == (Role.VOLUNTEER, Role.OFFICER)
    assert made.of(Role.OFFICER).judge("204617") == PinAccepted()
    assert isinstance(made.of(Role.VOLUNTEER).judge("204617"), PinWrong)


def test_the_command_sets_the_pin_of_the_role_that_it_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path))
    told = CliRunner().invoke(kiosk, ["config", "set-pin", "--role", "officer"], input="204617\n204617\n")
    assert told.exit_code == 0
    assert role_pin_path(tmp_path, Role.OFFICER).exists()
    assert not pin_path(tmp_path).exists()


def test_each_role_opens_its_own_pages() -> None:
    for page in OFFICER:
        assert [role for role in Role if may_open(role, page)] == [Role.OFFICER]
    for page in (StaffPage.SETUP, *WIZARD):
        assert [role for role in Role if may_open(role, page)] == [Role.TECHNICIAN]
    assert all(may_open(role, StaffPage.NUMBERS) for role in Role)
    assert not may_open(None, StaffPage.NUMBERS)
