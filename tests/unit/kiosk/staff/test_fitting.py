"""Fitting devices: what is set stands first, what was found follows, and a choice makes settings that are read."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from devices.status import DeviceFamily
from kiosk.settings import DeviceSettings, Driver, read_settings
from kiosk.staff.fitting import (
    NONE,
    Candidate,
    candidates,
    of_the_other_pc,
    queue_of_windows,
    scanner_of_windows,
    trusting,
)
from kiosk.staff.overrides import change
from kiosk.together import Shared

FOUND = {
    DeviceFamily.CARD_READER: ("ACME Contactless Reader 01 00",),
    DeviceFamily.PRINTER: ("ipp://localhost/printers/kiosk", "ipp://localhost/printers/Phong_2"),
    DeviceFamily.SCANNER: ("escl:https://192.0.2.7:443",),
}


@pytest.fixture
def settings(tmp_path: Path) -> DeviceSettings:
    return read_settings(overrides=tmp_path).devices


@pytest.mark.parametrize("device", list(DeviceFamily), ids=lambda device: device.name)
def test_what_is_set_is_first_and_nothing_at_all_is_always_offered(
    device: DeviceFamily, settings: DeviceSettings
) -> None:
    offered = candidates(device, FOUND[device], settings)
    assert offered[0].settings(device, settings) == settings
    assert NONE in offered
    assert len({one.keys for one in offered}) == len(offered)


def test_the_queue_that_is_set_is_not_offered_twice(settings: DeviceSettings) -> None:
    offered = candidates(DeviceFamily.PRINTER, FOUND[DeviceFamily.PRINTER], settings)
    assert [dict(one.keys).get("uri") for one in offered] == [*FOUND[DeviceFamily.PRINTER], None]


@pytest.mark.parametrize("device", list(DeviceFamily), ids=lambda device: device.name)
def test_every_choice_is_read_back_as_it_was_tried(
    device: DeviceFamily, settings: DeviceSettings, tmp_path: Path
) -> None:
    for number, one in enumerate(candidates(device, FOUND[device], settings)):
        read = change("devices.toml", one.changes(device), tmp_path / str(number)).devices
        assert read == one.settings(device, settings)


def test_a_simulated_device_is_called_one(settings: DeviceSettings) -> None:
    simulated = msgspec.structs.replace(
        settings, printer=msgspec.structs.replace(settings.printer, driver=Driver.SIMULATOR)
    )
    first: Candidate = candidates(DeviceFamily.PRINTER, (), simulated)[0]
    assert first.label.en == "A simulated device"


@pytest.mark.parametrize(
    ("device", "found", "driver"),
    [
        (DeviceFamily.PRINTER, queue_of_windows("HP ở quầy"), Driver.WINDOWS),
        (DeviceFamily.SCANNER, scanner_of_windows("{6BDD1FC6}\\0000"), Driver.WIA),
    ],
)
def test_a_device_that_windows_knows_is_chosen_read_back_and_offered_as_set(
    settings: DeviceSettings, tmp_path: Path, device: DeviceFamily, found: Candidate, driver: Driver
) -> None:
    assert found in candidates(device, (found,), settings)
    read = change("devices.toml", found.changes(device), tmp_path).devices
    assert getattr(read, device.table).driver is driver
    first, *others = candidates(device, (found,), read)
    assert first.keys == found.keys
    assert others == [NONE]


def test_the_usual_queue_of_windows_is_called_so(settings: DeviceSettings) -> None:
    unnamed = msgspec.structs.replace(settings.printer, driver=Driver.WINDOWS)
    first = candidates(DeviceFamily.PRINTER, (), msgspec.structs.replace(settings, printer=unnamed))[0]
    assert first.label.en == "Windows' usual printer"


CERTIFICATE = "0123456789abcdef" * 4


def test_a_certificate_is_shown_to_be_compared_and_pinned_with_its_printer(settings: DeviceSettings) -> None:
    offered = candidates(DeviceFamily.PRINTER, ("ipps://printer.local/ipp/print",), settings)[1]
    pinned = trusting(offered, CERTIFICATE)
    assert "0123 4567 89AB CDEF 0123" in pinned.label.vi
    assert pinned.settings(DeviceFamily.PRINTER, settings).printer.certificate == CERTIFICATE
    assert trusting(pinned, "f" * 64).keys == (*offered.keys, ("certificate", "f" * 64))


def test_a_pinned_certificate_goes_with_its_printer_and_holds_for_no_other(settings: DeviceSettings) -> None:
    printer = msgspec.structs.replace(settings.printer, uri="ipps://printer.local/ipp/print", certificate=CERTIFICATE)
    before = msgspec.structs.replace(settings, printer=printer)
    set_now, other, _ = candidates(DeviceFamily.PRINTER, ("ipps://other.local/ipp/print",), before)
    assert set_now.settings(DeviceFamily.PRINTER, before) == before
    assert other.settings(DeviceFamily.PRINTER, before).printer.certificate == ""


def test_the_devices_of_the_other_pc_may_be_chosen_and_bring_lease_and_address(settings: DeviceSettings) -> None:
    shared = Shared(
        station="may-1",
        printer="ipp://localhost/printers/kiosk",
        printer_device="",
        scanner="http://localhost:60000/eSCL",
        scanner_device="",
    )
    for device, keys in (
        (DeviceFamily.PRINTER, {"uri": "ipp://192.0.2.11/printers/kiosk", "driver": "ipp"}),
        (DeviceFamily.SCANNER, {"uri": "http://192.0.2.11:60000/eSCL", "lease": "tcp://192.0.2.11:6571"}),
    ):
        offered = of_the_other_pc(device, shared, "192.0.2.11", 6571)
        assert offered is not None
        assert offered in candidates(device, (offered,), settings)
        assert "may-1" in offered.label.vi
        written = offered.changes(device)[device.table]
        assert keys.items() <= written.items()
        assert getattr(offered.settings(device, settings), device.table).uri == keys["uri"]
    assert of_the_other_pc(DeviceFamily.CARD_READER, shared, "192.0.2.11", 6571) is None
