"""Somebody else scans, the scanner is not there, or scanimage itself is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from devices.errors import ScannerBusyError, ScannerPageLostError, ScannerUnreachableError
from devices.scanner.interface import ScannerTrouble, ScanSettings
from devices.scanner.sane import SaneScanner
from devices.status import Readiness
from tests.helpers.sane import Sane

pytestmark = pytest.mark.real("sane")


def test_a_busy_device_is_told_as_such(sane: Sane) -> None:
    told: list[type[Exception]] = []
    while not told or (told[-1] is ScannerPageLostError and len(told) < 3):
        # The test backend's reader process sometimes never ends on this status; the driver then gives it up.
        with pytest.raises((ScannerBusyError, ScannerPageLostError)) as fault:
            list(sane.feeder("DEVICE_BUSY").scan(ScanSettings(resolution=50)))
        told.append(fault.type)
    assert told[-1] is ScannerBusyError


def test_an_unplugged_device_is_a_status_and_at_a_scan_an_error(sane: Sane) -> None:
    gone = sane.device("test:7")
    assert gone.status().trouble is ScannerTrouble.OFFLINE
    with pytest.raises(ScannerUnreachableError):
        list(gone.scan(ScanSettings()))


def test_a_station_without_scanimage_has_no_scanner() -> None:
    nothing = SaneScanner("test:0", program="scanimage-that-is-not-there")
    assert nothing.status().trouble is ScannerTrouble.OFFLINE
    with pytest.raises(ScannerUnreachableError):
        list(nothing.scan(ScanSettings()))


def test_a_driver_that_hangs_is_given_up_and_its_process_ended(tmp_path: Path) -> None:
    hanging = tmp_path / "scanimage"
    hanging.write_text('#!/bin/sh\ncase "$*" in *-A*) exit 0;; esac\nprintf "P6\\n10 10\\n255\\n"\nexec sleep 600\n')
    hanging.chmod(0o755)
    stuck = SaneScanner("test:0", program=str(hanging), silence_s=0.3)
    with pytest.raises(ScannerPageLostError):
        list(stuck.scan(ScanSettings()))
    assert stuck.status().readiness is Readiness.READY
