"""The station's scanner: every driver the settings can name, and where the lease is kept."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from devices.scanner.absent import AbsentScanner
from devices.scanner.escl import EsclScanner
from devices.scanner.interface import InputSource, ScanSettings
from devices.scanner.sane import SaneScanner
from devices.scanner.simulator import SimulatedScanner
from kiosk.clock import Clock
from kiosk.errors import KioskError
from kiosk.scanning.lease import Alone, LeaseFile
from kiosk.scanning.lease_line import LeaseLine
from kiosk.scanning.station_scanner import Scanned
from kiosk.settings import Driver, ScannerSettings, Settings, read_settings
from kiosk.station.devices import leases, scan_services, scanner


@pytest.fixture
def shipped(tmp_path: Path) -> Settings:
    return read_settings(overrides=tmp_path)


def settings(shipped: Settings, driver: Driver, uri: str = "http://scanner.local/eSCL") -> ScannerSettings:
    return msgspec.structs.replace(shipped.devices.scanner, driver=driver, uri=uri)


@pytest.mark.parametrize(
    ("driver", "kind"),
    [
        (Driver.NONE, AbsentScanner),
        (Driver.SIMULATOR, SimulatedScanner),
        (Driver.SANE, SaneScanner),
        (Driver.ESCL, EsclScanner),
    ],
)
def test_every_driver_is_made(shipped: Settings, driver: Driver, kind: type) -> None:
    made = scanner(settings(shipped, driver))
    assert type(made) is kind
    made.close()


def test_a_driver_that_scans_nothing_and_an_address_that_is_none_name_their_key(shipped: Settings) -> None:
    with pytest.raises(KioskError, match=r"scanner\.driver"):
        scanner(settings(shipped, Driver.PCSC))
    with pytest.raises(KioskError, match=r"scanner\.uri"):
        scanner(settings(shipped, Driver.ESCL, uri="scanner"))


def test_the_lease_is_nowhere_in_a_file_or_on_the_other_pc(tmp_path: Path) -> None:
    assert isinstance(leases("", Clock()), Alone)
    assert isinstance(leases(str(tmp_path / "lease"), Clock()), LeaseFile)
    assert isinstance(leases("tcp://192.0.2.12:6571", Clock()), LeaseLine)


@pytest.mark.parametrize("address", ["lease", "http://pc:80", "tcp://pc", "tcp://pc:99999999", "tcp://:1"])
def test_a_lease_address_that_is_none_names_its_key(address: str) -> None:
    with pytest.raises(KioskError, match=r"scanner\.lease"):
        leases(address, Clock())


def test_the_shipped_sample_sheets_scan_clear_and_the_limit_is_the_portal_s(shipped: Settings) -> None:
    services = scan_services(shipped, scanner(settings(shipped, Driver.SIMULATOR)), Clock())
    assert services.limit == 5_000_000
    outcome = services.scanner.scan(ScanSettings(source=InputSource.FEEDER))
    assert isinstance(outcome, Scanned)
    assert len(outcome.pages) == 2
    assert all(page.verdict.is_clear for page in outcome.pages)
