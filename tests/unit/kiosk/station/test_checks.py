"""What the doctor makes of a device that is only simulated, and what the wizard's papers say after it has saved."""

from __future__ import annotations

from pathlib import Path

import pytest

from devices.status import Readiness
from kiosk.doctor.examination import Service
from kiosk.settings import Driver, Settings, read_settings
from kiosk.station.doctor import checks_of
from kiosk.station.staff import latest
from tests.helpers.days import CLOCK
from ui.program.station import virtual

SIMULATED = """
[card_reader]
driver = "simulator"
[printer]
driver = "simulator"
[scanner]
driver = "simulator"
"""
DEVICES = (Service.CARD_READER, Service.PRINTER, Service.SCANNER)


def seen(settings: Settings, state: Path) -> dict[Service, tuple[Readiness, str | None]]:
    """What the doctor says of the three devices."""
    checks = dict(checks_of(settings, state, CLOCK))
    found = {service: checks[service]() for service in DEVICES}
    return {service: (each.readiness, each.code) for service, each in found.items()}


def test_a_station_whose_own_settings_name_simulated_devices_needs_attention(tmp_path: Path) -> None:
    (tmp_path / "devices.toml").write_text(SIMULATED, "utf-8")
    told = seen(read_settings(overrides=tmp_path), tmp_path / "state")
    assert told == dict.fromkeys(DEVICES, (Readiness.ATTENTION, "doctor.simulated"))


def test_the_virtual_devices_of_a_demonstration_are_what_it_promises(tmp_path: Path) -> None:
    shown = virtual(read_settings(overrides=tmp_path), "nguyen-van-an", tmp_path)
    assert set(seen(shown, tmp_path / "state").values()) == {(Readiness.READY, None)}


@pytest.mark.parametrize("devices", ["", "[display]\npixels_per_millimetre = 5.5\n"])
def test_what_the_wizard_saved_is_what_its_papers_say_and_virtual_devices_stay(tmp_path: Path, devices: str) -> None:
    opened = virtual(read_settings(overrides=tmp_path), "nguyen-van-an", tmp_path)
    (tmp_path / "kiosk.toml").write_text('[commune]\nstation = "may-2"\n', "utf-8")
    (tmp_path / "devices.toml").write_text(devices, "utf-8")
    now = latest(opened, tmp_path)
    assert now.kiosk.commune.station == "may-2"
    assert now.devices.printer.driver is Driver.SIMULATOR
    assert (now.devices.display.pixels_per_millimetre == 5.5) is bool(devices)


def test_settings_that_cannot_be_read_leave_those_the_station_runs_with(tmp_path: Path) -> None:
    opened = read_settings(overrides=tmp_path)
    (tmp_path / "kiosk.toml").write_bytes(b"[commune\n")
    assert latest(opened, tmp_path) is opened
